import { type FailOn, fails, type SeverityCounts } from '../model/check-report.ts';
import { SEVERITIES } from '../model/finding.ts';

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

/** When a check fails. */
export interface FailOptions {
  readonly failOn: FailOn;
  /** More warnings than this fail it too. */
  readonly maxWarnings?: number | undefined;
}

/** The exit code of a check; a function of what was found and asked for, never of the format. */
export function checkExitCode(counts: SeverityCounts, { failOn, maxWarnings }: FailOptions): ExitCode {
  const grave = SEVERITIES.some((severity) => counts[severity] > 0 && fails(severity, failOn));
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  return grave || tooMany ? EXIT.failed : EXIT.ok;
}
