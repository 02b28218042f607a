import type { Place } from '../values/place.ts';
import type { ChangeKind } from './change.ts';
import type { WorkbookNote } from './workbook-note.ts';

/** What `rekey` writes behind the last column of a table. Names are public API and never change with the language. */
export const REKEY_COLUMNS = ['procmap_old_code', 'procmap_change', 'procmap_note'] as const;

/** What becomes of rows whose code goes somewhere. */
export const CARRIED_FATES = [
  'unchanged',
  'renamed',
  'moved',
  'moved-and-renamed',
  'merged',
  'split',
  'transfer',
] as const satisfies readonly ChangeKind[];

/**
 * Why a row stays without a new code. `partly-dropped`: nothing carries a part of it on. `ambiguous-code`: several old
 * entries bear the code. `no-main-target`: it is to go to the main target, and nobody has said which that is.
 * `shares-undecided`: its amounts are to be divided, and nobody has said how. `amount-unclear`: they cannot be read.
 * `branch-divided`: a code above those of the crosswalk, below which not all goes to one place. `new-code`: only the new map
 * has the code. `several-codes`: the cell holds more than one code. `row-shape`: the row has more cells than the header.
 */
export const KEPT_FATES = [
  'dropped',
  'partly-dropped',
  'possibly-lost',
  'open',
  'ambiguous-code',
  'no-main-target',
  'shares-undecided',
  'amount-unclear',
  'branch-divided',
  'new-code',
  'unknown',
  'several-codes',
  'no-code',
  'row-shape',
] as const;

export type RowFate = (typeof CARRIED_FATES)[number] | (typeof KEPT_FATES)[number];

/** A row that somebody has to look at. */
export interface ToldRow {
  /** In the table that was read. */
  readonly place: Place;
  /** As the table has it, brought to its canonical form where it is a code. */
  readonly code: string;
  readonly label: string;
  readonly fate: RowFate;
  /** Where it goes, or may go. */
  readonly targets: readonly string[];
}

/** Rows of one sheet that have the same code now and had different ones: candidates to be joined. */
export interface JoinCandidates {
  readonly code: string;
  readonly label: string;
  readonly rows: readonly { readonly place: Place; readonly oldCode: string }[];
}

/** What became of a table keyed by code. JSON-safe. */
export interface RekeyReport {
  readonly sheets: readonly {
    /** `null` for a delimited text. */
    readonly name: string | null;
    /** The header of the column of codes. */
    readonly column: string;
    readonly rows: number;
  }[];
  /** Sheets without codes, which stay as they are. */
  readonly left: readonly string[];
  readonly split: 'repeat' | 'main';
  readonly rows: {
    readonly read: number;
    readonly carried: number;
    /** Of those carried, how many became several. */
    readonly repeated: number;
    readonly kept: number;
    readonly written: number;
  };
  /** In the order of `CARRIED_FATES` and `KEPT_FATES`; those with rows. */
  readonly fates: readonly { readonly fate: RowFate; readonly rows: number; readonly codes: number }[];
  readonly told: readonly ToldRow[];
  readonly joins: readonly JoinCandidates[];
  /** Rows on codes that stand for something else in the new map. */
  readonly recycled: { readonly rows: number; readonly codes: number };
  /** Rows that go along links which nobody has confirmed. */
  readonly unconfirmed: { readonly rows: number; readonly codes: number };
  /** Columns whose numbers stand in several rows now, and those whose numbers were divided. */
  readonly columns: { readonly repeated: readonly string[]; readonly divided: readonly string[] };
  /** Other columns of a keyed sheet that hold old codes, which stay; the place of the first. */
  readonly otherCodes: readonly { readonly column: string; readonly rows: number; readonly place: Place }[];
  /** Totals and means over numbers that stand in several rows now: they count them several times, or do not add up. */
  readonly totals: readonly { readonly column: string; readonly place: Place }[];
  /** What of a workbook could not follow its rows. */
  readonly notes: readonly WorkbookNote[];
}

/** Whether something of a table is left for a person to do. */
export function needsPerson({ told, joins, otherCodes, totals }: RekeyReport): boolean {
  return [told, joins, otherCodes, totals].some((list) => list.length > 0);
}
