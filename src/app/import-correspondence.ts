import { buildReport } from '../change/build-report.ts';
import { classifyChanges } from '../change/classify-changes.ts';
import { type CorrespondenceHints, readCorrespondence } from '../read/read-correspondence.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';
import type { Comparison } from './comparison.ts';

/**
 * Reads a correspondence that somebody has published, as a comparison whose links are those of the table: kinds of change,
 * alarms and the crosswalk follow from them as they do from links of ours.
 *
 * @throws ProcmapError when the file cannot be read, or holds no correspondence that is free of doubt
 */
export async function importCorrespondence(
  input: FileInput,
  hints: CorrespondenceHints = {},
): Promise<{
  readonly comparison: Comparison;
  readonly columns: { readonly old: string; readonly new: string };
}> {
  const { oldMap, newMap, correspondence, columns } = readCorrespondence(
    input.name,
    await readTables(input),
    hints,
  );
  const changes = classifyChanges(oldMap, newMap, correspondence);
  const report = buildReport({ oldMap, newMap, correspondence, ...changes, findings: [] });
  return { comparison: { oldMap, newMap, correspondence, report, plan: null }, columns };
}
