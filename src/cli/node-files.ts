import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type FileInMaking, type Files, fileFailure } from '../app/files.ts';
import type { FileFault } from '../model/error-args.ts';

/** Large enough that a big file is read in few steps, small enough not to matter for memory. */
const CHUNK = 1 << 19;
const GIT_REF = /^([^:]{2,}):(.+)$/;

/**
 * The files of this computer, seen from a folder. `-` is standard input, and `git-ref:path` a file as git keeps it.
 *
 * @param readStdin all of standard input
 */
export function nodeFiles(cwd: string, readStdin: () => Promise<Uint8Array>): Files {
  const full = (path: string) => resolve(cwd, path);
  const kind: Files['kind'] = async (path) => {
    const found = await stat(full(path)).catch(() => null);
    return found === null ? null : found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  };
  const read = async (source: string): Promise<Uint8Array> => {
    if (source === '-') return readStdin();
    const [, ref, path] = GIT_REF.exec(source) ?? [];
    const isGit = ref !== undefined && path !== undefined && (await kind(source)) === null;
    return plain(await (isGit ? readGit(cwd, ref, path) : readFile(full(source))));
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
    size: (path) => told(stat(full(path)).then(({ size }) => size)),
    kind,
    list: (folder) => told(readdir(full(folder))),
    realPath: (path) => realpath(full(path)).catch(() => full(path)),
    create: (path) => told(createAside(full(path))),
    makeFolder: (path) => told(mkdir(full(path), { recursive: true }).then(() => {})),
    removeEmptyFolder: (path) => rmdir(full(path)).catch(() => {}),
    remove: (path) => told(rm(full(path), { force: true })),
    nameOf: (path) => basename(path),
    folderOf: (path) => dirname(path),
    inFolder: (folder, name) => join(folder, name),
    sha256: () => {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
    },
  };
}

/** All of this process's standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Bytes as everybody else has them: Node's own kind is sliced and written differently. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: 'not-found',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
};

function failureOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return fileFailure(FAULTS[code ?? ''] ?? 'other', code ?? message, error);
}

function told<T>(step: Promise<T>): Promise<T> {
  return step.catch((error: unknown) => {
    throw failureOf(error);
  });
}

/** In the same folder, because a rename is only atomic within one file system. */
async function createAside(path: string): Promise<FileInMaking> {
  await removeLeftovers(path);
  const aside = asideOf(path, 'part');
  const before = asideOf(path, 'before');
  const file = await open(aside, 'w');
  let isOpen = true;
  let replaced = false;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  const steps = {
    write: async (data: Uint8Array) => {
      for (let done = 0; done < data.length; ) done += (await file.write(data, done)).bytesWritten;
    },
    finish: async () => {
      await file.sync();
      await close();
    },
    publish: async () => {
      replaced = await keepBefore(path, before);
      await rename(aside, path);
    },
    takeBack: () => (replaced ? rename(before, path) : rm(path, { force: true })),
    settle: async () => {
      if (replaced) await rm(before, { force: true });
    },
    discard: async () => {
      await close();
      await rm(aside, { force: true });
    },
  };
  return {
    write: (data) => told(steps.write(data)),
    finish: () => told(steps.finish()),
    publish: () => told(steps.publish()),
    takeBack: () => told(steps.takeBack()),
    settle: () => told(steps.settle()),
    discard: () => told(steps.discard()),
  };
}

/** Gives what stands under a path a second name, so that it can be had back; file systems without links copy it. */
async function keepBefore(path: string, before: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  await link(path, before).catch(() => copyFile(path, before));
  return true;
}

function asideOf(path: string, what: 'part' | 'before'): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${what}`);
}

/** What a run that was killed left behind. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const [, pid] = name.startsWith(start)
      ? (/^(\d+)\.(?:part|before)$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
