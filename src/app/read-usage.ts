import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import type { Comparison } from './comparison.ts';
import type { Files } from './files.ts';
import { parseUsage } from './parse-usage.ts';
import { readSource } from './read-source.ts';

/**
 * The hours that a time-sheet books on each old code, and on codes the old map does not have.
 *
 * @throws ProcmapError when the file cannot be read or is no time-sheet
 */
export async function readUsage(files: Files, file: string, comparison: Comparison): Promise<TimesheetUsage> {
  return parseUsage({ name: file, bytes: await readSource(files, file) }, comparison);
}
