import { ProcmapError } from '../words/procmap-error.ts';
import { unreadable } from './file-errors.ts';
import type { Files } from './files.ts';

/** A time-sheet that is to be read. */
export interface TimesheetSource {
  readonly path: string;
  /** Its name under the folder that was named, folder by folder. */
  readonly name: readonly string[];
}

/** All that may be a time-sheet, also in forms that whoever asks cannot take: these are refused, never passed over. */
const ENDINGS = /\.(?:csv|tsv|txt|tab|asc|xlsx|xlsm|xlsb|xls|ods|fods)$/i;
const OURS = /\.recoded\.json$|(?:^|\.)rejects\.[a-z]+$/i;

/**
 * The time-sheets that are named, and those in the folders that are, by name; none of them twice.
 *
 * @throws ProcmapError `no-timesheets` for a folder without any; `file-unreadable` for one that cannot be listed
 */
export async function timesheetSources(
  files: Files,
  named: readonly string[],
): Promise<readonly TimesheetSource[]> {
  const found = new Map<string, TimesheetSource>();
  for (const path of named) {
    const isFolder = path !== '-' && (await files.kind(path)) === 'folder';
    const own = isFolder ? await filesIn(files, path, []) : [{ path, name: [files.nameOf(path)] }];
    if (own.length === 0) throw new ProcmapError('no-timesheets', { file: path });
    for (const source of own) {
      const real = await files.realPath(source.path);
      if (!found.has(real)) found.set(real, source);
    }
  }
  return [...found.values()];
}

async function filesIn(
  files: Files,
  folder: string,
  above: readonly string[],
): Promise<readonly TimesheetSource[]> {
  const found: TimesheetSource[] = [];
  const names = await files.list(folder).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  for (const name of [...names].sort()) {
    if (/^[.~]/.test(name)) continue;
    const path = files.inFolder(folder, name);
    const kind = await files.kind(path);
    if (kind === 'folder') found.push(...(await filesIn(files, path, [...above, name])));
    else if (kind === 'file' && ENDINGS.test(name) && !OURS.test(name))
      found.push({ path, name: [...above, name] });
  }
  return found;
}
