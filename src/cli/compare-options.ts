import type { Command } from 'commander';
import type { CompareFilesOptions } from '../app/compare-files.ts';
import type { Comparison } from '../app/comparison.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { cliTexts } from '../words/cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import type { Context } from './context.ts';
import { spareMemory } from './engine.ts';
import { whileMatching } from './progress.ts';
import { oneOf } from './usage-error.ts';

/** Options of every command that compares two maps. */
export interface CompareOptions {
  readonly serviceEntries?: string;
  /** A decision file or review workbook; `false` for none, not even the one beside the old map. */
  readonly decisions?: string | false;
  readonly oldSheet?: string;
  readonly newSheet?: string;
}

/** Declares the options of `CompareOptions` on a command. */
export function withCompareOptions(command: Command, { lang }: Context): Command {
  const texts = cliTexts[lang];
  return command
    .option('--decisions <file>', texts.decisionsOption)
    .option('--no-decisions', texts.noDecisionsOption)
    .option('--service-entries <carry|strict>', texts.serviceEntriesOption, 'carry')
    .option('--old-sheet <name>', texts.oldSheetOption)
    .option('--new-sheet <name>', texts.newSheetOption);
}

/** Reads both maps and compares them, as the options ask for. */
export async function compareAsAsked(
  old: string,
  fresh: string,
  options: CompareOptions,
  context: Context,
): Promise<Comparison> {
  const asked = await compareFilesOptions(options, context);
  const [{ compareFiles }, { sayNotice }] = await Promise.all([
    import('../app/compare-files.ts'),
    import('./say-notice.ts'),
  ]);
  return compareFiles(context.io.files, { old, new: fresh }, asked, sayNotice(context));
}

/** The options as the use-cases take them. Heavy stages are loaded after usage errors have been told. */
export async function compareFilesOptions(
  { serviceEntries = 'carry', decisions, oldSheet, newSheet }: CompareOptions,
  context: Context,
): Promise<CompareFilesOptions> {
  const service = oneOf(context.lang, '--service-entries', serviceEntries, ['carry', 'strict']);
  const { loadConfig } = await import('../app/load-config.ts');
  const { config } = await loadConfig(context.io.files, undefined);
  return {
    serviceEntries: service,
    decisions,
    columns: config.columns,
    lexicon: config.lexicon,
    sheets: { old: oldSheet, new: newSheet },
    watch: ({ old, new: fresh }, work) => {
      if (old.nodes.length + fresh.nodes.length >= LARGE) spareMemory();
      return whileMatching(comparingText(old, fresh, context), context, work);
    },
  };
}

/** From so many entries on, garbage that is not collected at once makes most of the memory. */
const LARGE = 20_000;

function comparingText(oldMap: ProcessMap, newMap: ProcessMap, { lang }: Context): string {
  const [oldSize, newSize] = [oldMap.nodes.length, newMap.nodes.length];
  const sizes = { old: formatNumber(lang, oldSize), new: formatNumber(lang, newSize) };
  return fill(cliTexts[lang].comparing, sizes);
}
