import type { Files } from '../app/files.ts';
import type { Prompter } from '../app/prompter.ts';
import type { Lang } from '../model/lang.ts';

/** A stream the command line writes to. */
export interface Output {
  write(data: string | Uint8Array): void;
  /** Once all that was written is out; rejects with a `FileFailure` if it cannot be. */
  flushed(): Promise<void>;
  readonly isTTY: boolean;
  /** Width in characters, or `undefined` when it is not a terminal. */
  readonly columns: number | undefined;
}

/** All that the command line knows of the world. A test passes its own; `nodeIo` is the real one. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  now(): Date;
  /** Someone to ask questions; `null` where nobody sits at a terminal. */
  prompter(lang: Lang): Promise<Prompter | null>;
  /** Shows a file with the program that the system has for it; missing where nobody would see it. */
  open?(path: string): void;
}
