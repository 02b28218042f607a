import type { ColumnHints } from '../model/column-hints.ts';
import type { Finding } from '../model/finding.ts';
import type { Tell } from '../model/notice.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { type CompareMapsOptions, compareMaps } from './compare-maps.ts';
import type { Comparison } from './comparison.ts';
import type { Files } from './files.ts';
import { readDecisions } from './read-decisions.ts';
import { readMapFile } from './read-map-file.ts';

/** How two files are compared. */
export interface CompareFilesOptions extends Pick<CompareMapsOptions, 'serviceEntries' | 'lexicon'> {
  /** A decision file or review workbook; `false` for none, not even the one beside the old map. */
  readonly decisions?: string | false | undefined;
  /** Header texts of maps whose header is none that is known. */
  readonly columns?: ColumnHints | undefined;
  /** The sheets that hold the maps, where their workbooks hold more. */
  readonly sheets?: { readonly old?: string | undefined; readonly new?: string | undefined };
  /** Stands around the comparison itself, for those who show how far it has come. */
  readonly watch?: Watch;
}

/** Runs the comparison of two maps, which may take long. */
export type Watch = <T>(
  maps: { readonly old: ProcessMap; readonly new: ProcessMap },
  work: (onProgress: OnProgress) => T,
) => T;

/**
 * Reads two maps, and the decisions on them, and compares them. Decisions kept beside the old map are found.
 *
 * @throws ProcmapError when a file cannot be read, or when decisions contradict each other
 */
export async function compareFiles(
  files: Files,
  sources: MapPair,
  options: CompareFilesOptions,
  tell: Tell,
): Promise<Comparison> {
  const { decisions, lexicon, serviceEntries = 'carry', watch = unwatched } = options;
  const maps = await readMaps(files, sources, options, tell);
  const decided = await readDecisions(files, { named: decisions, oldSource: sources.old }, tell);
  const comparison = watch(maps, (onProgress) =>
    compareMaps(maps.old, maps.new, {
      serviceEntries,
      lexicon,
      onProgress,
      ...(decided === null ? {} : { decisions: decided.reading }),
    }),
  );
  if (decided !== null) tellDecisions(comparison, decided.file, tell);
  tellCopies(comparison, tell);
  return comparison;
}

/** Where the two maps are. */
export interface MapPair {
  readonly old: string;
  readonly new: string;
}

/**
 * Reads the two maps of a comparison.
 *
 * @throws ProcmapError when one cannot be read
 */
export async function readMaps(
  files: Files,
  sources: MapPair,
  { columns, sheets = {} }: Pick<CompareFilesOptions, 'columns' | 'sheets'>,
  tell: Tell,
): Promise<{ readonly old: ProcessMap; readonly new: ProcessMap }> {
  // Two revisions are often in two layouts: a configured one is for those who read a single map.
  const reading = (sheet: string | undefined) => ({
    ...(columns ? { columns } : {}),
    ...(sheet ? { sheet } : {}),
  });
  const oldMap = await readMapFile(files, sources.old, reading(sheets.old));
  const newMap = await readMapFile(files, sources.new, reading(sheets.new));
  if (oldMap.source.sha256 === newMap.source.sha256) tell({ kind: 'same-file', ...sources });
  return { old: oldMap, new: newMap };
}

const unwatched: Watch = (_, work) => work(() => {});

/** Says how many decisions were applied, and which have gone stale. */
export function tellDecisions({ report: { decisions } }: Comparison, file: string, tell: Tell): void {
  if (decisions === null) return;
  tell({ kind: 'decisions-applied', file, applied: decisions.applied, stale: decisions.stale });
}

/** What is wrong with a map as a whole, so that every link is in doubt. */
function isOfTheWhole(finding: Finding): boolean {
  if (finding.ruleId === 'spreadsheet-code') return finding.args.count > 1;
  return finding.ruleId === 'repeated-sheet' || finding.ruleId === 'other-revision';
}

/** A copied sheet doubles its entries, and each would seem merged with itself: told before anybody reads on. */
export function tellCopies({ report }: Comparison, tell: Tell): void {
  for (const { finding } of report.findings) {
    if (isOfTheWhole(finding)) tell({ kind: 'repeated-sheet', finding });
  }
}
