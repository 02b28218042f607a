import type { Prompter } from './prompter.ts';

/** A stream the command line writes to. */
export interface Output {
  write(data: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** Width in characters, or `undefined` when it is not a terminal. */
  readonly columns: number | undefined;
}

/**
 * A file being written aside, in the folder where it will stand. Until it is published, nothing stands under its name;
 * then all of it does.
 */
export interface FileInMaking {
  write(data: Uint8Array): Promise<void>;
  /** Brings what was written to the disk. */
  finish(): Promise<void>;
  /** Gives the file its name, in one step. Only once finished. */
  publish(): Promise<void>;
  /** Takes it away, whatever its state; nothing happens once it is published. */
  discard(): Promise<void>;
}

/**
 * All that the command line knows of the world. A test passes its own; `nodeIo` is the real one.
 *
 * Reading rejects with Node's own errors (`ENOENT`, `EISDIR`, ...); `readMap` and its kin turn them into words.
 */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  now(): Date;
  readFile(path: string): Promise<Uint8Array>;
  /** The bytes of a file in pieces, so that its size does not matter. */
  readChunks(path: string): AsyncIterable<Uint8Array>;
  /** Size of a file in bytes. */
  fileSize(path: string): Promise<number>;
  /** Names of the files in a folder; none when it is not there. */
  listFolder(path: string): Promise<readonly string[]>;
  readStdin(): Promise<Uint8Array>;
  /** Whether a file or folder stands there. */
  exists(path: string): Promise<boolean>;
  /** The canonical path, links resolved; `path` itself where nothing stands there. */
  realPath(path: string): Promise<string>;
  /** Writes a file so that it is there whole or not at all: aside first, then renamed. */
  writeFile(path: string, data: string | Uint8Array): Promise<void>;
  /** Begins a file that is too large to be held in memory. */
  createFile(path: string): Promise<FileInMaking>;
  /** Someone to ask questions; `null` where nobody sits at a terminal. */
  prompter(): Promise<Prompter | null>;
  /** The bytes of `path` at a revision of the git repository around `cwd`. Rejects with git's message. */
  readGit(ref: string, path: string): Promise<Uint8Array>;
}
