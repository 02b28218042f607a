import type { FileInput, TableFile } from './containers/container.ts';
import { findContainer } from './containers/find-container.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { refuseOutsized } from './refuse-outsized.ts';

export type { FileInput, TableFile } from './containers/container.ts';

/**
 * Reads the tables of any file as rows of text cells with their places. Content decides what the file is. The libraries
 * for each kind are loaded only when it is read.
 *
 * @throws ProcmapError when the file is empty, damaged, too large or of a format that is not read
 */
export async function readTables(input: FileInput, limits: ReadLimits = defaultLimits): Promise<TableFile> {
  const container = await findContainer(input);
  const read = await container.read(input, limits);
  refuseOutsized(read.container, read.tables, limits);
  return read;
}
