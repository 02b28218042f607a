import type { Lang } from '../model/lang.ts';
import type { Style } from '../render/style.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** What every command gets: the world, the language, and where to leave its exit code. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  setExitCode(code: ExitCode): void;
  /** The style for reports on standard output: colour on a terminal that wants it, plain otherwise. */
  style(): Promise<Style>;
  /** Width of reports: the terminal's, between 60 and 120; 80 in a pipe. */
  readonly width: number;
  /** Version of procmap, for reports that name their maker. */
  readonly toolVersion: string;
  /** Prints a message for the user, on standard error, so that pipes stay clean. */
  say(message: string): void;
}
