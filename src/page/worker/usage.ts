import { memoryFiles } from '../../app/memory-files.ts';
import { readUsage } from '../../app/read-usage.ts';
import { type Handler, openIn } from './handler.ts';

/** Adds up the hours of the time-sheets, and holds them for the calls that follow. */
export const usage: Handler<'usage'> = async ({ timesheets }, { held }) => {
  held.usage = null;
  if (timesheets.length === 0) return { files: [] };
  const files = memoryFiles(timesheets.map(({ name, bytes }) => [name, bytes]));
  const names = timesheets.map(({ name }) => name);
  held.usage = await readUsage(files, { timesheets: names }, openIn(held).comparison.oldMap);
  return { files: held.usage.files };
};
