import type { Place } from '../values/place.ts';
import { CHANGE_KINDS, type ChangeKind } from './change.ts';

/** How a code is cited: by itself, as part of an indicator's name (`C1.1_07`, `FTE_C2.7.2`), or in a list (`A1.1.1.1/2`). */
export type CitationForm = 'bare' | 'indicator' | 'list';

/** What has become of a cited code: a kind of change, or `unknown` where the crosswalk does not know it. */
export type CitationStatus = Exclude<ChangeKind, 'added'> | 'unknown';

export const CITATION_STATUSES: readonly CitationStatus[] = [
  ...CHANGE_KINDS.filter((kind) => kind !== 'added'),
  'unknown',
];

/** Where a cited code leads. For a branch of the map, how many of the entries below it go there. */
export interface CitationTarget {
  readonly code: string;
  readonly label: string;
  /** `null` for a code that hours are booked on. */
  readonly entries: number | null;
}

/** What has become of a code. */
export interface CodeFate {
  readonly code: string;
  readonly label: string;
  readonly status: CitationStatus;
  readonly targets: readonly CitationTarget[];
  /** Entries of the old map below it; `null` for a code that hours are booked on. */
  readonly entries: number | null;
  /** The code stands in the new map for something else: its label there, or empty when that is not known. */
  readonly recycledAs: string | null;
  /** Other maps that know the code, with its label there. */
  readonly knownIn: readonly { readonly map: string; readonly label: string }[];
}

/** A code found in a document. */
export interface Citation {
  readonly place: Place;
  /** As it is written, with what belongs to it: `FTE_Integrato_C2.7.2`. */
  readonly text: string;
  readonly code: string;
  readonly form: CitationForm;
  /** The text around it, on one line. */
  readonly context: string;
}

/** The codes that documents cite, and what has become of them. JSON-safe. */
export interface RefsReport {
  readonly documents: readonly { readonly file: string; readonly citations: readonly Citation[] }[];
  /** Every code cited, once, in the order of codes. */
  readonly codes: readonly CodeFate[];
}
