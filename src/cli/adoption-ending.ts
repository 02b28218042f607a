import { ADOPTION_ENDINGS, type AdoptionOutput } from '../app/adoption-outputs.ts';
import type { Context } from './context.ts';
import { invalidValue } from './usage-error.ts';

/**
 * Refuses a file whose ending names no format of what would be written to it.
 *
 * @param option the option that names the file
 * @throws ProcmapError `usage` that lists the endings there are
 */
export function requireFormat(
  option: string,
  kind: AdoptionOutput,
  output: string | undefined,
  { lang }: Context,
): void {
  const endings = Object.keys(ADOPTION_ENDINGS[kind]);
  if (output === undefined || endings.includes(output.toLowerCase().split('.').at(-1) ?? '')) return;
  throw invalidValue(
    lang,
    option,
    output,
    endings.map((ending) => `.${ending}`),
  );
}
