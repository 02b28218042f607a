import type { ChangeKind, GsimCode } from './change.ts';
import type { Tier } from './correspondence.ts';

/** Columns of the full crosswalk, in order. Names are public API and never change with the language. */
export const CROSSWALK_COLUMNS = [
  'old_code',
  'old_label',
  'old_path',
  'change',
  'gsim',
  'new_code',
  'new_label',
  'new_path',
  'share',
  'is_default',
  'tier',
  'confidence',
  'evidence',
  'alarms',
  'alternatives',
  'decided_by',
  'decided_on',
  'reason',
  'fingerprint',
  'complete',
] as const;
export type CrosswalkColumn = (typeof CROSSWALK_COLUMNS)[number];

/**
 * One link of the crosswalk. Codes are booking codes. A dropped or open entry has one row without `newCode`; an added
 * one, one without `oldCode`.
 */
export interface CrosswalkRow {
  readonly oldCode: string;
  readonly oldLabel: string;
  readonly oldPath: string;
  readonly change: ChangeKind;
  readonly gsim: GsimCode | null;
  readonly newCode: string;
  readonly newLabel: string;
  readonly newPath: string;
  /** Decimal text such as `0.25`; the shares of an old entry sum to exactly 1. `null` while a split is undecided. */
  readonly share: string | null;
  /** Whether a split's hours go here when a time-sheet says nothing more; `null` while undecided. */
  readonly isDefault: boolean | null;
  readonly tier: Tier;
  /** In [0, 1]. */
  readonly confidence: number;
  /** `kind:score` pieces, best first, joined by `|`. */
  readonly evidence: string;
  /** `recycled` and/or `possibly-lost=CODE`. */
  readonly alarms: readonly string[];
  /** Other candidates, best first. */
  readonly alternatives: readonly { readonly code: string; readonly confidence: number }[];
  readonly decidedBy: string;
  /** ISO date, or empty. */
  readonly decidedOn: string;
  readonly reason: string;
  readonly fingerprint: string;
  /** Whether its targets are all that the old entry goes to; empty where it has none, or where nobody said. */
  readonly complete: 'yes' | 'unknown' | '';
}

/** The correspondence as a table that other programs apply. Rows by old entry in map order, then added entries. */
export interface Crosswalk {
  readonly rows: readonly CrosswalkRow[];
  /** ISO date from which the new codes hold; bookings of earlier days keep theirs. Absent when it says none. */
  readonly validFrom?: string;
}
