import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileFailure } from '../app/files.ts';

/** So much is read as a whole: more than any table needs, less than a machine in an office has to spare. */
export const LARGEST = 256 * 2 ** 20;

/**
 * Reads a file that is measured first. A pipe or a device, which may never end, is read up to the limit.
 *
 * @throws FileFailure `too-large`
 */
export async function readWholeFile(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) return readWhole(createReadStream(path));
  if (found.size > LARGEST) throw tooLarge();
  return readFile(path);
}

/**
 * Reads a stream to its end, or to the limit.
 *
 * @throws FileFailure `too-large`
 */
export async function readWhole(
  stream: AsyncIterable<Uint8Array>,
  limit: number = LARGEST,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number = LARGEST): Error {
  return fileFailure('too-large', `> ${Math.round(limit / 2 ** 20)} MB`);
}
