import type { CodeGroup, GroupReport } from './code-groups.ts';
import type { RejectReason } from './recode-report.ts';

/** Columns of a table of hours by group and year. Names are public API and never change with the language. */
export const SERIES_COLUMNS = [
  'group',
  'label',
  'comparable',
  'year',
  'revision',
  'codes',
  'amount',
  'unit',
  'outside',
] as const;

/**
 * How amounts are written: `number` as decimals, `clock` as hours and minutes (`7:30`). One for the whole series, so that no
 * digit is lost: a third of an hour is no decimal.
 */
export type SeriesUnit = 'number' | 'clock';

/** Why bookings stand outside the groups. `kept`: codes that are none of the map's, as the user said. */
export type OutsideReason = RejectReason | 'kept';

/** Bookings of a year that no group takes; they count in the balance. */
export interface OutsideLine {
  readonly year: string;
  readonly reason: OutsideReason;
  /** As it is written; empty where there is none, or where several are kept. */
  readonly code: string;
  readonly rows: number;
  readonly amount: string;
  /** The first of them: file, perhaps sheet, and line. */
  readonly places: readonly string[];
}

/** The bookings of a year. */
export interface SeriesYear {
  readonly year: string;
  /** Place in the list of revisions. */
  readonly revision: number;
  readonly files: readonly string[];
  /** The column that was added up, as the first file names it, and others that were not. */
  readonly column: string;
  readonly notCounted: readonly {
    readonly column: string;
    readonly amount: string;
    readonly unit: SeriesUnit;
  }[];
  /** What the files hold: what the groups have, and what stands outside. */
  readonly total: string;
  readonly grouped: string;
  readonly outside: string;
  /** Totals of the files that did not add up to their rows. */
  readonly leftTotals: readonly {
    readonly place: string;
    readonly column: string;
    readonly found: string;
    readonly expected: string;
  }[];
  /** Rows dated in another year. */
  readonly otherDates: number;
}

/** The hours of a group, one amount a year; `null` where the revision of that year has no entry of it. */
export interface SeriesRow {
  readonly group: CodeGroup;
  /** Whether each year's revision has it, and nothing of it is lost, new or undecided on the way. */
  readonly comparable: boolean;
  readonly amounts: readonly (string | null)[];
}

/** Hours by group and year, over several revisions. Amounts are exact decimal text; clocks are in seconds. */
export interface Series {
  readonly unit: SeriesUnit;
  readonly years: readonly SeriesYear[];
  /** Groups with bookings in any year, in the order of the groups. */
  readonly rows: readonly SeriesRow[];
  readonly outside: readonly OutsideLine[];
  readonly groups: GroupReport;
}

/** Why hours cannot be laid out by group and year, or shares not be estimated. */
export type SeriesProblem =
  | { readonly kind: 'year-twice'; readonly year: string }
  | { readonly kind: 'file-twice'; readonly file: string; readonly first: string }
  | { readonly kind: 'years-unassigned'; readonly years: number; readonly revisions: number }
  | { readonly kind: 'mid-year'; readonly file: string; readonly date: string; readonly year: string }
  | {
      readonly kind: 'other-revision';
      readonly file: string;
      readonly year: string;
      readonly codes: readonly string[];
      readonly revision: string;
      readonly other: string;
    }
  | { readonly kind: 'no-bookings'; readonly file: string; readonly year: string }
  | { readonly kind: 'several-columns'; readonly file: string; readonly columns: readonly string[] }
  | {
      readonly kind: 'units-differ';
      readonly file: string;
      readonly column: string;
      readonly first: string;
      readonly firstColumn: string;
    }
  | { readonly kind: 'map-twice'; readonly file: string; readonly first: string }
  | { readonly kind: 'dual-columns'; readonly file: string; readonly found: readonly string[] }
  | {
      readonly kind: 'column-missing';
      readonly file: string;
      readonly column: string;
      readonly found: readonly string[];
    }
  | { readonly kind: 'no-dual-bookings'; readonly file: string }
  | {
      readonly kind: 'other-year';
      readonly file: string;
      readonly year: string;
      readonly rows: number;
      readonly of: number;
    };
