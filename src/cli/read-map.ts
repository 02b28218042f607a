import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type ParseMapOptions, parseMap } from '../app/compare.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Io } from './io.ts';

const GIT_REF = /^([^:]{2,}):(.+)$/;

/**
 * Reads a map wherever it is: a path, `-` for standard input, or `git-ref:path`. The map knows the hash of its bytes, so
 * that a report can say which files it is about.
 *
 * @throws ProcmapError when the file cannot be read or holds no map
 */
export async function readMapFrom(
  io: Io,
  source: string,
  options: ParseMapOptions = {},
): Promise<ProcessMap> {
  const bytes = await readBytes(io, source);
  const map = await parseMap({ name: source, bytes }, options);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...map, source: { ...map.source, sha256 } };
}

/**
 * Reads a map from a path, `-` (standard input) or `git-ref:path`: `await readMap("local.xlsx")`.
 *
 * @throws ProcmapError when the file cannot be read or holds no map
 */
export async function readMap(source: string): Promise<ProcessMap> {
  const { nodeIo } = await import('./node-io.ts');
  return readMapFrom(nodeIo(), source);
}

/** The bytes behind a source; see `readMapFrom`. */
export async function readBytes(io: Io, source: string): Promise<Uint8Array> {
  if (source === '-') return io.readStdin();
  const git = GIT_REF.exec(source);
  const [, ref, path] = git ?? [];
  const file = resolve(io.cwd, source);
  const read =
    ref !== undefined && path !== undefined && !(await io.exists(file))
      ? io.readGit(ref, path)
      : io.readFile(file);
  return read.catch((error: unknown) => {
    throw unreadable(source, error);
  });
}

/** Node's error as one of ours. */
export function unreadable(file: string, error: unknown): ProcmapError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new ProcmapError('file-not-found', { file }, { cause: error });
  if (code === 'EISDIR') return new ProcmapError('file-is-directory', { file }, { cause: error });
  return new ProcmapError('file-unreadable', { file, reason: code ?? message }, { cause: error });
}
