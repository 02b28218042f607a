import { type MemoryFiles, memoryFiles } from '../../app/memory-files.ts';
import type { PageFile } from '../calls/page-file.ts';

/** A file, and the folder it is put into where another one has its name. */
export interface FileToPlace {
  readonly file: PageFile;
  readonly folder: string;
}

/**
 * Puts files in a world of their own, under their own names as on a disk; those of one name in a folder each.
 *
 * @returns their paths as well, in the same order
 */
export function placed(all: readonly FileToPlace[]): {
  readonly files: MemoryFiles;
  readonly paths: readonly string[];
} {
  const isTwice = ({ name }: PageFile) => all.filter(({ file }) => file.name === name).length > 1;
  const paths = all.map(({ file, folder }) => (isTwice(file) ? `${folder}/${file.name}` : file.name));
  const files = memoryFiles(all.map(({ file: { bytes } }, i) => [paths[i] as string, bytes]));
  return { files, paths };
}
