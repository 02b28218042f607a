import { createReadStream } from 'node:fs';
import { open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileInMaking, Io, Output } from './io.ts';

/** Large enough that a big file is read in few steps, small enough not to matter for memory. */
const CHUNK = 1 << 19;

/** The real world: this process's streams and the file system, seen from a folder. */
export function nodeIo(cwd: string = process.cwd()): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd,
    now: () => new Date(),
    readFile: (path) => readFile(path),
    readChunks: (path) => createReadStream(path, { highWaterMark: CHUNK }),
    fileSize: async (path) => (await stat(path)).size,
    listFolder: (path) => readdir(path).catch(() => []),
    readStdin,
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    realPath: (path) => realpath(path).catch(() => resolve(path)),
    writeFile: writeAside,
    createFile,
    prompter: async () => {
      if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
      return (await import('./clack-prompter.ts')).clackPrompter();
    },
    readGit: (ref, path) => readGit(cwd, ref, path),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { write: (data) => void stream.write(data), isTTY: stream.isTTY === true, columns: stream.columns };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function writeAside(path: string, data: string | Uint8Array): Promise<void> {
  const file = await createFile(path);
  try {
    await file.write(typeof data === 'string' ? Buffer.from(data) : data);
    await file.finish();
    await file.publish();
  } finally {
    await file.discard();
  }
}

/** In the same folder, because a rename is only atomic within one file system. */
async function createFile(path: string): Promise<FileInMaking> {
  await removeLeftovers(path);
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(aside, 'w');
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    write: async (data) => {
      for (let done = 0; done < data.length; ) done += (await file.write(data, done)).bytesWritten;
    },
    finish: async () => {
      await file.sync();
      await close();
    },
    publish: () => rename(aside, path),
    discard: async () => {
      await close();
      await rm(aside, { force: true });
    },
  };
}

/** What a run that was killed left behind. */
async function removeLeftovers(path: string): Promise<void> {
  const [start, end] = [`.${basename(path)}.`, '.part'];
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const pid = Number(name.slice(start.length, -end.length));
    const isLeftover = name.startsWith(start) && name.endsWith(end) && pid > 0 && !isRunning(pid);
    if (isLeftover) await rm(join(dirname(path), name), { force: true });
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
