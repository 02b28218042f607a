import type { PageFile } from '../calls/page-file.ts';

/** Reads files that were chosen or dropped. */
export function readFiles(
  files: FileList | readonly File[] | null | undefined,
): Promise<readonly PageFile[]> {
  return Promise.all(
    Array.from(files ?? [], async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
