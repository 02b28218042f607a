import type { Comparison } from '../app/comparison.ts';
import { readUsage } from '../app/read-usage.ts';
import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { renderUsage } from '../render/usage-text.ts';
import type { Context } from './context.ts';

/** Hours by old code; what is booked on codes the old map does not have is said. */
export async function usageAsked(
  file: string,
  comparison: Comparison,
  { io, lang, say }: Context,
): Promise<TimesheetUsage['byCode']> {
  const usage = await readUsage(io.files, file, comparison);
  for (const line of renderUsage(usage, file, lang)) say(line);
  return usage.byCode;
}
