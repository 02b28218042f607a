import type { ColumnHints } from '../model/column-hints.ts';
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
  sources: { readonly old: string; readonly new: string },
  { decisions, columns, lexicon, serviceEntries = 'carry', watch = unwatched }: CompareFilesOptions,
  tell: Tell,
): Promise<Comparison> {
  // Two revisions are often in two layouts: a configured one is for those who read a single map.
  const reading = columns ? { columns } : {};
  const oldMap = await readMapFile(files, sources.old, reading);
  const newMap = await readMapFile(files, sources.new, reading);
  if (oldMap.source.sha256 === newMap.source.sha256) tell({ kind: 'same-file', ...sources });
  const decided = await readDecisions(files, { named: decisions, oldSource: sources.old }, tell);
  const comparison = watch({ old: oldMap, new: newMap }, (onProgress) =>
    compareMaps(oldMap, newMap, {
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

const unwatched: Watch = (_, work) => work(() => {});

function tellDecisions({ report: { decisions } }: Comparison, file: string, tell: Tell): void {
  if (decisions === null) return;
  tell({ kind: 'decisions-applied', file, applied: decisions.applied, stale: decisions.stale });
}

/** A copied sheet doubles its entries, and each would seem merged with itself: told before anybody reads on. */
function tellCopies({ report }: Comparison, tell: Tell): void {
  for (const { finding } of report.findings) {
    if (finding.ruleId === 'repeated-sheet') tell({ kind: 'repeated-sheet', finding });
  }
}
