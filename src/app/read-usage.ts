import type { ProcessMap } from '../model/process-map.ts';
import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { addDecimals, type Decimal, ZERO } from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Files } from './files.ts';
import { parseUsage } from './parse-usage.ts';
import { readSource } from './read-source.ts';
import { timesheetSources } from './timesheet-sources.ts';

/** Which time-sheets are added up. */
export interface UsageSources {
  /** Files, and folders of them; a file that is named twice counts once. */
  readonly timesheets: readonly string[];
  /** The columns to add up, as `recode` takes them. */
  readonly amounts?: readonly string[] | undefined;
}

/** What time-sheets book on each old code, all together and each by itself. */
export interface ReadUsage {
  readonly byCode: ReadonlyMap<string, Decimal>;
  readonly files: readonly { readonly file: string; readonly usage: TimesheetUsage }[];
}

/**
 * The hours that time-sheets book on each code of the old map, and on codes it does not have.
 *
 * @throws ProcmapError when a file cannot be read or is no time-sheet, or `usage-measures` when one has hours and another
 * something else, which nobody can add up
 */
export async function readUsage(
  files: Files,
  { timesheets, amounts }: UsageSources,
  oldMap: ProcessMap,
): Promise<ReadUsage> {
  const read: { readonly file: string; readonly usage: TimesheetUsage }[] = [];
  for (const { path } of await timesheetSources(files, timesheets)) {
    const input = { name: path, bytes: await readSource(files, path) };
    read.push({ file: path, usage: await parseUsage(input, { oldMap }, { amounts }) });
  }
  refuseMixed(read);
  const byCode = new Map<string, Decimal>();
  for (const { usage } of read)
    for (const [code, amount] of usage.byCode)
      byCode.set(code, addDecimals(byCode.get(code) ?? ZERO, amount));
  return { byCode, files: read };
}

/** Hours add up whatever their column is called; anything else only under one name. */
function refuseMixed(read: ReadUsage['files']): void {
  const [first, ...others] = read;
  if (first === undefined) return;
  const { measured } = first.usage;
  const other = others.find(
    ({ usage }) =>
      usage.measured.isHours !== measured.isHours ||
      (!measured.isHours && usage.measured.column !== measured.column),
  );
  if (other === undefined) return;
  throw new ProcmapError('usage-measures', {
    file: other.file,
    column: other.usage.measured.column,
    first: first.file,
    firstColumn: measured.column,
  });
}
