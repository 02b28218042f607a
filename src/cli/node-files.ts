import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readlink, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type FileInMaking, type Files, fileFailure } from '../app/files.ts';
import { createAside } from './file-aside.ts';
import { failureOf, told } from './file-fault.ts';
import { createForStream } from './file-stream.ts';
import { readWhole, readWholeFile } from './read-whole.ts';

/** Large enough that a big file is read in few steps, small enough not to matter for memory. */
const CHUNK = 1 << 19;
/** What a system shows as files and are none, even where a shell has put a file behind them. */
const OF_THE_SYSTEM = /^\/(?:dev\/(?:std(?:in|out|err)$|fd\/)|proc\/)/;
/** As many links as a system follows. */
const MAX_LINKS = 40;
const GIT_REF = /^([^:]{2,}):(.+)$/;

/**
 * The files of this computer, seen from a folder. `-` is standard input, and `git-ref:path` a file as git keeps it.
 *
 * @param readStdin all of standard input
 */
export function nodeFiles(cwd: string, readStdin: () => Promise<Uint8Array>): Files {
  const full = (path: string) => {
    if (path === '') throw fileFailure('no-name', '');
    return resolve(cwd, path);
  };
  const kind: Files['kind'] = async (path) => {
    const found = path === '' ? null : await stat(full(path)).catch(() => null);
    return found === null ? null : found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  };
  const read = async (source: string): Promise<Uint8Array> => {
    if (source === '-') return readStdin();
    const [, ref, path] = GIT_REF.exec(source) ?? [];
    const isGit = ref !== undefined && path !== undefined && (await kind(source)) === null;
    return plain(await (isGit ? readGit(cwd, ref, path) : readWholeFile(full(source))));
  };
  return {
    read: (source) => told(read(source)),
    async *readChunks(path) {
      try {
        const chunks: AsyncIterable<Uint8Array> = createReadStream(full(path), { highWaterMark: CHUNK });
        for await (const chunk of chunks) yield plain(chunk);
      } catch (error) {
        throw failureOf(error);
      }
    },
    size: async (path) => told(stat(full(path)).then(({ size }) => size)),
    kind,
    list: async (folder) => told(readdir(full(folder))),
    realPath: async (path) => pointedTo(resolve(cwd, path)),
    create: async (path, like = []) =>
      told(
        created(
          full(path),
          like.map((each) => resolve(cwd, each)),
        ),
      ),
    makeFolder: async (path) => told(mkdir(full(path), { recursive: true }).then(() => {})),
    removeEmptyFolder: async (path) => rmdir(full(path)).catch(() => {}),
    remove: async (path) => told(rm(full(path), { force: true })),
    nameOf: (path) => basename(path),
    folderOf: (path) => dirname(path),
    inFolder: (folder, name) => join(folder, name),
    sha256: () => {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
    },
  };
}

/** All of this process's standard input, up to the limit. */
export function readStdin(): Promise<Uint8Array> {
  return readWhole(process.stdin as AsyncIterable<Uint8Array>);
}

/** Bytes as everybody else has them: Node's own kind is sliced and written differently. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** What is to be written under a path: a file beside it, or what a device or a pipe gets. */
async function created(path: string, like: readonly string[]): Promise<FileInMaking> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw fileFailure('is-folder', path);
  if ((there && !there.isFile()) || OF_THE_SYSTEM.test(path)) return createForStream(path);
  return createAside(await pointedTo(path), like);
}

/** The path that links lead to, whether or not something stands there. */
async function pointedTo(path: string, depth = 0): Promise<string> {
  const whole = await realpath(path).catch(() => null);
  if (whole !== null) return whole;
  const target = depth < MAX_LINKS ? await readlink(path).catch(() => null) : null;
  if (target !== null) return pointedTo(resolve(dirname(path), target), depth + 1);
  const folder = dirname(path);
  return folder === path ? path : join(await pointedTo(folder, depth), basename(path));
}

async function readGit(cwd: string, ref: string, path: string): Promise<Uint8Array> {
  const { execFile } = await import('node:child_process');
  return new Promise((done, fail) => {
    const args = ['show', '--end-of-options', `${ref}:${path.startsWith('/') ? path : `./${path}`}`];
    execFile(
      'git',
      args,
      { cwd, encoding: 'buffer', maxBuffer: 512 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) fail(new Error(stderr.toString('utf8').trim().split('\n')[0] || error.message));
        else done(stdout);
      },
    );
  });
}
