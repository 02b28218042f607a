import { unreadable } from './file-errors.ts';
import type { Files } from './files.ts';

/**
 * The bytes of whatever a user has named.
 *
 * @throws ProcmapError when they cannot be read
 */
export async function readSource(files: Files, source: string): Promise<Uint8Array> {
  return files.read(source).catch((error: unknown) => {
    throw unreadable(source, error);
  });
}

/** The same as text in UTF-8: what procmap itself has written, and configurations. */
export async function readSourceText(files: Files, source: string): Promise<string> {
  return new TextDecoder().decode(await readSource(files, source));
}
