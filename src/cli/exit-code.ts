/** What a run comes to. The format of a report never changes it. */
export const EXIT = {
  /** Ran; nothing at or above what `--fail-on` asks for. */
  ok: 0,
  /** Ran; findings or changes at or above it. */
  failed: 1,
  /** Could not run: usage, unreadable input, bad configuration. */
  cannotRun: 2,
  /** A fault of procmap's own. */
  bug: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
