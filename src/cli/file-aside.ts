import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileInMaking } from '../app/files.ts';
import { asked } from './file-fault.ts';

/** What a new file may be at most; the system takes away what the user's mask says. */
const ANYBODY = 0o666;
const OWNER = 0o600;
/** Names may have 255 bytes; so much is left for what stands around one. */
const LONGEST_NAME = 200;

/**
 * A file written beside the one it will be: in the same folder, because a rename is only atomic within one file system.
 *
 * @param path where it will stand, links resolved
 * @param like see `Files.create`
 */
export async function createAside(path: string, like: readonly string[]): Promise<FileInMaking> {
  await removeLeftovers(path);
  const there = await stat(path).catch(() => null);
  // A rename asks the folder alone; that nobody may write the file is meant all the same.
  if (there) await access(path, constants.W_OK);
  const [aside, before] = [asideOf(path, 'part'), asideOf(path, 'before')];
  await rm(aside, { force: true });
  const file = await open(aside, 'wx', there ? OWNER : await modeLike(like));
  const close = closing(file);
  let replaced = false;
  return asked({
    write: (data) => writeWhole(file, data),
    finish: async () => {
      if (there) await takeOver(file, there);
      await file.sync();
      await close();
    },
    publish: async () => {
      replaced = await keepBefore(path, before);
      await rename(aside, path);
      await syncFolder(path);
    },
    takeBack: () => (replaced ? rename(before, path) : rm(path, { force: true })),
    settle: async () => {
      if (replaced) await rm(before, { force: true });
    },
    discard: async () => {
      await close();
      await rm(aside, { force: true });
    },
  });
}

/** Closes a file once, however often it is asked to. */
export function closing(file: FileHandle): () => Promise<void> {
  let isOpen = true;
  return async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
}

/** Writes all of it: a system may take less than it is given. */
export async function writeWhole(file: FileHandle, data: Uint8Array): Promise<void> {
  for (let done = 0; done < data.length; ) done += (await file.write(data, done)).bytesWritten;
}

/** What others may do with a file, at most what they may do with each of these; the owner may read and write it. */
async function modeLike(like: readonly string[]): Promise<number> {
  let mode = ANYBODY;
  for (const path of like) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) mode &= found.mode | OWNER;
  }
  return mode;
}

/** Who may do what with a file that is replaced; file systems without modes keep none. */
async function takeOver(
  file: FileHandle,
  { uid, gid, mode }: Awaited<ReturnType<typeof stat>>,
): Promise<void> {
  await file.chown(Number(uid), Number(gid)).catch(() => {});
  await file.chmod(Number(mode) & 0o7777).catch(() => {});
}

/** Gives what stands under a path a second name, so that it can be had back; file systems without links copy it. */
async function keepBefore(path: string, before: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  await rm(before, { force: true });
  await link(path, before).catch(() => copyFile(path, before));
  return true;
}

/** The new name is only on the disk once its folder is. Systems that cannot do that do it by themselves. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

function asideOf(path: string, what: 'part' | 'before'): string {
  return join(dirname(path), `.${shortName(path)}.${process.pid}.${what}`);
}

/** The name of a file, or of one too long to have something around it what stands for it. */
function shortName(path: string): string {
  const name = basename(path);
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** What a run that was killed left behind. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${shortName(path)}.`;
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
