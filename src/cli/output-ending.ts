import type { Lang } from '../model/lang.ts';
import { invalidValue } from './usage-error.ts';

/**
 * Refuses a file whose ending promises another format than the one that will be written. A file without an ending
 * promises nothing.
 *
 * @param name the option that names the file
 * @param endings those that fit, lower case, the usual one first
 * @throws ProcmapError `usage` that lists them
 */
export function requireEnding(
  lang: Lang,
  name: string,
  { output, endings }: { readonly output: string | undefined; readonly endings: readonly string[] },
): void {
  const ending = /[^./\\](\.[^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  if (output === undefined || ending === undefined || endings.includes(ending)) return;
  throw invalidValue(lang, name, output, endings);
}
