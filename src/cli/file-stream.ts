import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileInMaking } from '../app/files.ts';
import { closing, writeWhole } from './file-aside.ts';
import { asked } from './file-fault.ts';

/**
 * What goes to a device or a pipe: kept in a file for the owner only until all of it is there, and written when it is
 * published. A run that fails before has written nothing.
 */
export async function createForStream(path: string): Promise<FileInMaking> {
  const folder = await mkdtemp(join(tmpdir(), 'procmap-'));
  const held = join(folder, 'output');
  const file = await open(held, 'wx', 0o600);
  const close = closing(file);
  const nothing = async () => {};
  return {
    ...asked({
      write: (data) => writeWhole(file, data),
      finish: close,
      publish: () => pass(held, path),
      takeBack: nothing,
      settle: nothing,
      discard: async () => {
        await close();
        await rm(folder, { recursive: true, force: true });
      },
    }),
    isStream: true,
  };
}

/** Appending, because what a shell has opened for this process may hold something already. */
async function pass(from: string, to: string): Promise<void> {
  const target = await open(to, 'a');
  try {
    for await (const chunk of createReadStream(from)) await writeWhole(target, chunk as Uint8Array);
  } finally {
    await target.close();
  }
}
