import type { ReportChange, ReportEntry } from './report.ts';

/** Why one entry went where it went. */
export interface Explanation {
  /** What became of the entry, with all candidates, however certain the change is. */
  readonly change: ReportChange;
  /** The entry that bears the same code in the new map, or `null`. */
  readonly sameCode: ReportEntry | null;
  /** For an entry asked for by its new code: the old entries that go there. */
  readonly sources: readonly ReportEntry[];
}
