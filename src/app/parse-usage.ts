import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';
import { usageOf } from '../recode/usage-of.ts';
import type { Comparison } from './comparison.ts';

/**
 * Adds up what a time-sheet books on each code of the old map, and on codes it does not have.
 *
 * @throws ProcmapError when the file cannot be read or is no time-sheet
 */
export async function parseUsage(input: FileInput, { oldMap }: Comparison): Promise<TimesheetUsage> {
  const { tables } = await readTables(input);
  return usageOf(tables, { file: input.name, codes: oldMap.nodes.filter(isBookable).map(keyOf) });
}
