import type { Files } from './files.ts';
import { openPublication, type PublicationOptions } from './publication.ts';

/** A file to write, whole. */
export interface WholeFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/**
 * Writes files, together or not at all.
 *
 * @param inputs what the run reads, which is never overwritten
 * @throws ProcmapError when a file is an input of the run, or cannot be written
 */
export async function writeFiles(
  files: Files,
  wanted: readonly WholeFile[],
  inputs: readonly string[],
  options: PublicationOptions = {},
): Promise<void> {
  const publication = openPublication(files, inputs, options);
  try {
    for (const { path, data } of wanted) {
      const file = await publication.begin(path);
      await file.write(typeof data === 'string' ? new TextEncoder().encode(data) : data);
    }
    await publication.publish();
  } finally {
    await publication.discard();
  }
}
