import type { Crosswalk } from '../model/crosswalk.ts';
import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import type { Decision } from '../model/decision.ts';
import type { MapSummary } from '../model/report.ts';

/** The code that names an entry, by its booking code, and how many entries before it have the same. */
export type EntriesByCode = ReadonlyMap<string, { readonly code: string; readonly again: number }>;

/** A crosswalk with all that its renderings say of where it comes from. */
export interface CrosswalkDocument {
  readonly crosswalk: Crosswalk;
  readonly check: CrosswalkCheck;
  readonly old: MapSummary;
  readonly new: MapSummary;
  /** Every link that is not open, as a decision. */
  readonly decisions: readonly Decision[];
  readonly toolVersion: string;
  /** The entries that hours are booked on, by their booking code. */
  readonly entries?: { readonly old: EntriesByCode; readonly new: EntriesByCode };
}

/** What is written: the file, and another that belongs beside it (`crosswalk.schema.json` beside `crosswalk.csv`). */
export interface CrosswalkFile {
  readonly data: string | Uint8Array;
  readonly beside?: { readonly ending: string; readonly data: string };
}
