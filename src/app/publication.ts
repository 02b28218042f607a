import { ProcmapError } from '../words/procmap-error.ts';
import { unwritable } from './file-errors.ts';
import type { FileInMaking, Files } from './files.ts';

/** Files that one run writes: they appear together or not at all. */
export interface Publication {
  /**
   * Begins a file. Files are published in the opposite order, so that where the first one stands, all stand.
   *
   * @throws ProcmapError when it cannot be begun, or when it is an input of the run or another of its outputs
   */
  begin(path: string): Promise<PublishedFile>;
  /** Notes a file that is to go when all others stand. It may be missing. */
  takeAway(path: string): void;
  /**
   * Publishes all files that were not left out. When one cannot be, what was published before it is taken back.
   *
   * @returns their paths, in the order they were begun
   * @throws ProcmapError when a file cannot be written
   */
  publish(): Promise<readonly string[]>;
  /** Takes away whatever is not published. To be called whatever has happened. */
  discard(): Promise<void>;
}

/** One file of a publication. */
export interface PublishedFile {
  write(data: Uint8Array): Promise<void>;
  /** It is not to appear after all. */
  leaveOut(): void;
}

/** What a publication may do beyond writing new files. */
export interface PublicationOptions {
  /** A file that was read to be written anew with something added: the one input that may be replaced. */
  readonly grows?: string | undefined;
}

interface Output {
  readonly path: string;
  readonly file: FileInMaking;
  wanted: boolean;
}

/**
 * Opens a publication.
 *
 * @param inputs what the run reads, which is never overwritten; what `files` have noted is kept as well
 */
export function openPublication(
  files: Files,
  inputs: readonly string[],
  { grows }: PublicationOptions = {},
): Publication {
  const outputs: Output[] = [];
  const taken = new Set<string>();
  const leaving: string[] = [];
  return {
    takeAway: (path) => void leaving.push(path),
    begin: async (path) => {
      const read = [...inputs, ...(files.noted?.paths ?? [])];
      await protect(files, path, { read: (await grown(files, path, grows)) ? inputs : read, taken });
      // Whoever keeps an output for himself keeps what goes beside it for himself, too.
      const like = [...read, ...outputs.map((output) => output.path)];
      const file = await written(path, files.create(path, like));
      const output: Output = { path, file, wanted: true };
      outputs.push(output);
      return {
        write: (data) => written(path, file.write(data)),
        leaveOut: () => {
          output.wanted = false;
        },
      };
    },
    publish: () =>
      publishAll(
        outputs.filter(({ wanted }) => wanted),
        { files, leaving },
      ),
    discard: async () => {
      for (const { file } of outputs) await file.discard();
    },
  };
}

/** Nothing that was read is ever overwritten, and no output is another's. */
async function protect(
  files: Files,
  path: string,
  { read, taken }: { readonly read: readonly string[]; readonly taken: Set<string> },
): Promise<void> {
  const real = await files.realPath(path);
  for (const input of read) {
    if ((await files.realPath(input)) === real) throw new ProcmapError('output-is-input', { file: path });
  }
  if (taken.has(real)) throw new ProcmapError('output-is-input', { file: path });
  taken.add(real);
}

async function grown(files: Files, path: string, grows: string | undefined): Promise<boolean> {
  return grows !== undefined && (await files.realPath(grows)) === (await files.realPath(path));
}

async function publishAll(
  outputs: readonly Output[],
  { files, leaving }: { readonly files: Files; readonly leaving: readonly string[] },
): Promise<readonly string[]> {
  for (const { path, file } of outputs) await written(path, file.finish());
  const published: Output[] = [];
  try {
    for (const output of inOrder(outputs)) {
      await written(output.path, output.file.publish());
      published.push(output);
    }
    for (const path of leaving) await written(path, files.remove(path));
  } catch (error) {
    for (const { file } of published.reverse()) await file.takeBack().catch(() => {});
    throw error;
  }
  // All stand; that something is left of what stood there before is no reason to say otherwise.
  for (const { file } of published) await file.settle().catch(() => {});
  return outputs.map(({ path }) => path);
}

/** The opposite of the order they were begun in; what cannot be taken back comes when all else stands. */
function inOrder(outputs: readonly Output[]): readonly Output[] {
  const reversed = [...outputs].reverse();
  return [
    ...reversed.filter(({ file }) => file.isStream !== true),
    ...reversed.filter(({ file }) => file.isStream === true),
  ];
}

async function written<T>(path: string, step: Promise<T>): Promise<T> {
  return step.catch((error: unknown) => {
    throw unwritable(path, error);
  });
}
