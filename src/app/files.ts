import type { FileFault } from '../model/error-args.ts';
import type { Digest } from '../values/sha256.ts';

/** What the methods of `Files` reject with. */
export interface FileFailure extends Error {
  readonly fault: FileFault;
  /** What the system says of it: shown to people, never judged by. */
  readonly reason: string;
}

/** What stands under a path. */
export type FileKind = 'file' | 'folder' | 'other';

/**
 * A file being written aside. Until it is published nothing stands under its name; then all of it does.
 *
 * Each step is a call of its own, so that a double can fail at any of them.
 */
export interface FileInMaking {
  write(data: Uint8Array): Promise<void>;
  /** Brings what was written to the disk. */
  finish(): Promise<void>;
  /** Gives the file its name, in one step. Only once finished. What stood there can be had back until `settle`. */
  publish(): Promise<void>;
  /** Takes a published file away again: what stood there before stands there as before. */
  takeBack(): Promise<void>;
  /** Lets go of what stood there before; there is no way back then. */
  settle(): Promise<void>;
  /** Takes away what is not published, whatever its state. */
  discard(): Promise<void>;
  /** What it goes to is no file but a device or a pipe: once published it cannot be taken back. */
  readonly isStream?: boolean;
}

/**
 * All that a use-case knows of files. Node's disk is one such world (`cli/node-files.ts`), a map in memory is another
 * (`memory-files.ts`), a test may make a third one that fails.
 *
 * A path means what it means in its own world; nobody else takes one apart. Every method rejects with a `FileFailure`.
 */
export interface Files {
  /** The bytes of whatever a path names, and of what else a user may name there, such as standard input. */
  read(path: string): Promise<Uint8Array>;
  /** The bytes of a file in pieces, so that its size does not matter. */
  readChunks(path: string): AsyncIterable<Uint8Array>;
  /** Size of a file in bytes. */
  size(path: string): Promise<number>;
  /** What stands there; `null` for nothing. */
  kind(path: string): Promise<FileKind | null>;
  /** Names of what is in a folder, in no order. */
  list(folder: string): Promise<readonly string[]>;
  /** The one path of what stands there, links resolved; where nothing stands, the path itself in full. */
  realPath(path: string): Promise<string>;
  /**
   * Begins a file. What stands there is replaced if it is a file, keeping its mode, and written to if it is a device or a
   * pipe; of a link, what it points to.
   *
   * @param like files whose content goes into a new one: nobody may do more with it than with any of them
   */
  create(path: string, like?: readonly string[]): Promise<FileInMaking>;
  /** Makes a folder, and those above it; it may be there. */
  makeFolder(path: string): Promise<void>;
  /** Takes a folder away if nothing stands in it. */
  removeEmptyFolder(path: string): Promise<void>;
  /** Takes a file away; it need not be there. */
  remove(path: string): Promise<void>;
  /** The last part of a path. */
  nameOf(path: string): string;
  /** The folder a path stands in. */
  folderOf(path: string): string;
  /** The path of a name in a folder. */
  inFolder(folder: string, name: string): string;
  /** SHA-256, as fast as this world has it. */
  sha256(): Digest;
  /** What a run has read, where somebody keeps note of it; see `noteInputs`. */
  readonly noted?: NotedInputs;
}

/** What a run has read so far. */
export interface NotedInputs {
  /** Their paths, as they were named or found. */
  readonly paths: ReadonlySet<string>;
  /** The same files without the note: for a look at what is about to be replaced. */
  readonly unnoted: Files;
}

/** A failure of a file, for those who make a `Files`. */
export function fileFailure(fault: FileFault, reason: string, cause?: unknown): FileFailure {
  return Object.assign(new Error(reason, { cause }), { name: 'FileFailure', fault, reason });
}

/** Whether an error is what `Files` reject with. */
export function isFileFailure(error: unknown): error is FileFailure {
  return error instanceof Error && error.name === 'FileFailure';
}

/** Whether something stands there. */
export async function fileExists(files: Files, path: string): Promise<boolean> {
  return (await files.kind(path)) !== null;
}
