import { unzipSync, zipSync } from 'fflate';

/** Any moment will do; local time, because that is what zip files hold. */
const SAVED = new Date(2000, 0, 1, 12, 0, 0);

/** A workbook with the time of packing taken out of it, so that the same content gives the same bytes. */
export function stableWorkbook(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { level: 6, mtime: SAVED });
}
