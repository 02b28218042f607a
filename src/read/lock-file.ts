import { ProcmapError } from '../words/procmap-error.ts';

/** Excel's lock files have this size, Word's that one: the name of a person, padded. */
const OFFICE_SIZES: readonly number[] = [165, 162];
/** A file that somebody has named like a lock file but that holds more is a file of its own. */
const LARGEST = 2048;

/**
 * Refuses the small hidden file that a program leaves beside a document while it is open: `~$map.xlsx` of Excel and Word,
 * `.~lock.map.ods#` of LibreOffice. Who selects all files of a folder gets it along.
 *
 * @throws ProcmapError `lock-file`
 */
export function refuseLockFile(name: string, bytes: Uint8Array): void {
  if (bytes.length > LARGEST) return;
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'), name.lastIndexOf(':')) + 1);
  const office = /^~\$(.+)$/.exec(base)?.[1];
  const libre = /^\.~lock\.(.+)#$/.exec(base)?.[1];
  const of = office ?? libre;
  if (of !== undefined || isOfficeLock(bytes))
    throw new ProcmapError('lock-file', { file: name, of: of ?? '' });
}

/** Told by content where the name was changed: the length of a name, the name, and blanks to the end. */
function isOfficeLock(bytes: Uint8Array): boolean {
  const length = bytes[0] ?? 0;
  if (!OFFICE_SIZES.includes(bytes.length) || length === 0 || length > 54) return false;
  return bytes.subarray(1 + length, 55).every((byte) => byte === 0x20 || byte === 0);
}
