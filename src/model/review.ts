import type { Evidence } from './correspondence.ts';
import type { Decision, StaleDecision } from './decision.ts';
import type { MapSummary, ReportChange, ReportEntry } from './report.ts';

/**
 * Where a row stands in the review: what a person must decide (open, or possibly lost in the new file), should look at
 * (probable, proposed as dropped, or certain but perhaps not all), has decided, or may skip.
 */
export const REVIEW_GROUPS = [
  'open',
  'possibly-lost',
  'probable',
  'dropped',
  'incomplete',
  'decided',
  'certain',
] as const;
export type ReviewGroup = (typeof REVIEW_GROUPS)[number];

/** The entry a row proposes, and how sure that is; `null` for what only a person said. */
export interface ReviewTarget extends ReportEntry {
  readonly confidence: number | null;
  readonly evidence: readonly Evidence[];
  readonly fingerprint: string;
}

/** One link to be reviewed, or an entry without any. */
export interface ReviewRow {
  readonly group: ReviewGroup;
  /** `null` where a person said that the new entry comes from nowhere. */
  readonly old: (ReportEntry & { readonly fingerprint: string }) | null;
  /** What became of the old entry as things stand; `null` on rows that only repeat a decision. */
  readonly change: ReportChange | null;
  /** `null` where nothing is proposed, or that the entry was dropped. */
  readonly target: ReviewTarget | null;
  /** The decision that stands on the row now. */
  readonly decision: Decision | null;
  /** A decision that no longer fits. */
  readonly stale: StaleDecision | null;
  /** Hours booked on the old entry, as decimal text; `null` without time-sheets and on further rows of an entry. */
  readonly hours: string | null;
}

/** An entry of the new map to choose from, and the old codes that go there as things stand. */
export interface ReviewChoice extends ReportEntry {
  readonly fingerprint: string;
  readonly sources: readonly string[];
}

/** Everything a person reviews, in the order it is worked through. */
export interface Review {
  readonly old: MapSummary;
  readonly new: MapSummary;
  readonly rows: readonly ReviewRow[];
  readonly choices: readonly ReviewChoice[];
  /** Whether hours are known. */
  readonly withHours: boolean;
}
