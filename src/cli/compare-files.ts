import type { Command } from 'commander';
import type { Comparison } from '../pipeline.ts';
import { cliTexts } from '../render/texts/cli.ts';
import type { Context } from './context.ts';
import { oneOf } from './usage-error.ts';

/** Options of every command that compares two maps. */
export interface CompareOptions {
  readonly serviceEntries?: string;
}

/** Declares the options of `CompareOptions` on a command. */
export function withCompareOptions(command: Command, { lang }: Context): Command {
  return command.option('--service-entries <carry|strict>', cliTexts[lang].serviceEntriesOption, 'carry');
}

/** Reads both maps and compares them. Heavy stages are loaded here, after usage errors have been told. */
export async function compareFiles(
  oldSource: string,
  newSource: string,
  options: CompareOptions,
  context: Context,
): Promise<Comparison> {
  const serviceEntries = oneOf(context.lang, '--service-entries', options.serviceEntries ?? 'carry', [
    'carry',
    'strict',
  ]);
  const [{ compareMaps }, { readMapFrom }] = await Promise.all([
    import('../pipeline.ts'),
    import('./read-map.ts'),
  ]);
  const [oldMap, newMap] = [
    await readMapFrom(context.io, oldSource),
    await readMapFrom(context.io, newSource),
  ];
  return compareMaps(oldMap, newMap, { serviceEntries });
}
