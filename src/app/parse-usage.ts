import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';
import { usageOf } from '../recode/usage-of.ts';
import type { Comparison } from './comparison.ts';

/** What is added up. */
export interface ParseUsageOptions {
  /** The columns to add up, as `recode` takes them; found by their headers when left out. */
  readonly amounts?: readonly string[] | undefined;
}

/**
 * Adds up what a time-sheet books on each code of the old map, and on codes it does not have.
 *
 * @throws ProcmapError when the file cannot be read or is no time-sheet
 */
export async function parseUsage(
  input: FileInput,
  { oldMap }: Pick<Comparison, 'oldMap'>,
  { amounts }: ParseUsageOptions = {},
): Promise<TimesheetUsage> {
  const { tables } = await readTables(input);
  const codes = oldMap.nodes.filter(isBookable).map(keyOf);
  return usageOf(tables, { file: input.name, codes, ...(amounts === undefined ? {} : { amounts }) });
}
