import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Io, Output } from './io.ts';

/** The real world: this process's streams and the file system. */
export function nodeIo(): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    readFile: (path) => readFile(path),
    readStdin,
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    realPath: (path) => realpath(path).catch(() => resolve(path)),
    writeFile: writeAside,
    readGit,
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

/** In the same folder, because a rename is only atomic within one file system. */
async function writeAside(path: string, data: string | Uint8Array): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(aside, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function readGit(ref: string, path: string): Promise<Uint8Array> {
  const { execFile } = await import('node:child_process');
  return new Promise((done, fail) => {
    const args = ['show', '--end-of-options', `${ref}:${path.startsWith('/') ? path : `./${path}`}`];
    execFile('git', args, { encoding: 'buffer', maxBuffer: 512 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) fail(new Error(stderr.toString('utf8').trim().split('\n')[0] || error.message));
      else done(stdout);
    });
  });
}
