import type { Command } from 'commander';
import type { Comparison } from '../app/compare.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { cliTexts } from '../words/cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';
import type { Context } from './context.ts';
import { spareMemory } from './engine.ts';
import { loadConfig, readOptions } from './load-config.ts';
import { whileMatching } from './progress.ts';
import { oneOf } from './usage-error.ts';

/** Options of every command that compares two maps. */
export interface CompareOptions {
  readonly serviceEntries?: string;
  /** A decision file or review workbook; `false` for none, not even the one beside the old map. */
  readonly decisions?: string | false;
}

/** Declares the options of `CompareOptions` on a command. */
export function withCompareOptions(command: Command, { lang }: Context): Command {
  const texts = cliTexts[lang];
  return command
    .option('--decisions <file>', texts.decisionsOption)
    .option('--no-decisions', texts.noDecisionsOption)
    .option('--service-entries <carry|strict>', texts.serviceEntriesOption, 'carry');
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
  const [{ compareMaps }, { readMapFrom }, { readDecisions, sayDecisions }] = await Promise.all([
    import('../app/compare.ts'),
    import('./read-map.ts'),
    import('./read-decisions.ts'),
  ]);
  const { config } = await loadConfig(context, undefined);
  // Two revisions are often in two layouts: a configured one is for commands that read a single map.
  const reading = readOptions(context, { columns: config.columns });
  const [oldMap, newMap] = [
    await readMapFrom(context.io, oldSource, reading),
    await readMapFrom(context.io, newSource, reading),
  ];
  if (oldMap.source.sha256 !== undefined && oldMap.source.sha256 === newMap.source.sha256)
    context.say(fill(cliTexts[context.lang].sameFile, { old: oldSource, new: newSource }));
  const decided = await readDecisions(options.decisions, oldSource, context);
  const decisions = decided === null ? {} : { decisions: decided.reading };
  if (oldMap.nodes.length + newMap.nodes.length >= LARGE) spareMemory();
  const comparison = whileMatching(comparingText(oldMap, newMap, context), context, (onProgress) =>
    compareMaps(oldMap, newMap, { serviceEntries, onProgress, ...decisions }),
  );
  if (decided !== null) sayDecisions(comparison.report, decided.file, context);
  await sayCopies(comparison, context);
  return comparison;
}

/** A copied sheet doubles its entries, and each would seem merged with itself: said before anybody reads on. */
async function sayCopies({ report }: Comparison, { lang, say }: Context): Promise<void> {
  const copies = report.findings.filter(({ finding }) => finding.ruleId === 'repeated-sheet');
  if (copies.length === 0) return;
  const { findingMessage } = await import('../words/rules.ts');
  for (const { finding } of copies) say(safeText(`${finding.place.file}: ${findingMessage(lang, finding)}`));
}

/** From so many entries on, garbage that is not collected at once makes most of the memory. */
const LARGE = 20_000;

function comparingText(oldMap: ProcessMap, newMap: ProcessMap, { lang }: Context): string {
  const [oldSize, newSize] = [oldMap.nodes.length, newMap.nodes.length];
  const sizes = { old: formatNumber(lang, oldSize), new: formatNumber(lang, newSize) };
  return fill(cliTexts[lang].comparing, sizes);
}
