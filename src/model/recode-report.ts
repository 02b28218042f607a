import type { ChangeKind } from './change.ts';
import type { WorkbookNote } from './workbook-note.ts';

/** What an amount counts. Amounts of different measures are never added up together. */
export const MEASURES = ['number', 'clock', 'percent', 'euro'] as const;
export type Measure = (typeof MEASURES)[number];

/** Why a row could not be recoded. It goes unchanged to the rejects. Public API. */
export const REJECT_REASONS = [
  'no-code',
  'unknown-code',
  'new-code',
  'ambiguous-code',
  'open',
  'possibly-lost',
  'dropped',
  'partly-dropped',
  'split-undecided',
  'amount-unreadable',
  'amount-ambiguous',
  'date-unreadable',
  'date-straddles',
  'row-shape',
  'code-unclear',
  'code-number',
  'amount-missing',
  'amount-merged',
  'date-ambiguous',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** The sum of a column, for one measure. Exact decimal text; a clock in seconds. */
export interface Total {
  readonly column: string;
  readonly measure: Measure;
  readonly value: string;
}

/** What a column summed to before, and where it is now. `before` is `after` plus `rejected`, to the last digit. */
export interface Balance {
  readonly column: string;
  readonly measure: Measure;
  readonly before: string;
  readonly after: string;
  readonly rejected: string;
}

/** Columns that hold one amount over time. */
export interface TakenRun {
  /** As `amounts` names it: `1..31`. */
  readonly name: string;
  readonly kind: 'day' | 'week' | 'month' | 'quarter';
  readonly count: number;
}

/** How the columns of the time-sheet were taken. Names as in its header. */
export interface TakenColumns {
  readonly code: string;
  readonly amounts: readonly string[];
  readonly person: string | null;
  readonly date: string | null;
  /** Columns that hold keys or rates: a split row repeats them. */
  readonly repeated: readonly string[];
  /** Those of the amounts that are days, weeks, months or quarters. */
  readonly runs: readonly TakenRun[];
  /** Columns that sum up others, which are recomputed. */
  readonly totals: readonly string[];
  /** Bare numbers that the user gave, and how they were taken. */
  readonly chosen: readonly { readonly text: string; readonly as: 'header' | 'position' }[];
}

/** What the targets of a split code were to get, and got. Exact decimal text; `obtained` to six digits. */
export interface SplitShare {
  readonly code: string;
  readonly label: string;
  readonly column: string;
  readonly measure: Measure;
  readonly total: string;
  readonly targets: readonly {
    readonly code: string;
    readonly decided: string;
    readonly obtained: string;
    readonly total: string;
  }[];
}

/** A total that did not add up before, and was left. */
export interface LeftTotal {
  readonly place: string;
  readonly column: string;
  readonly found: string;
  /** What it should have been. */
  readonly expected: string;
}

/** A sheet of a workbook that was taken for a time-sheet. */
export interface SheetTaken {
  readonly name: string;
  /** Bookings on it. */
  readonly rows: number;
  /** The sheets that hold all its bookings as well; empty for most. */
  readonly repeats: readonly string[];
  /** Whether its amounts are added up with the others: not those of a sheet that certainly repeats others. */
  readonly counted: boolean;
}

/** What a recoding did, or would do: enough to prove that nothing was lost, and to see what was moved. JSON-safe. */
export interface RecodeReport {
  readonly columns: TakenColumns;
  /** The sheets that were recoded, in the order of the workbook; none for a text file. */
  readonly sheets: readonly SheetTaken[];
  readonly validFrom: string | null;
  readonly rows: {
    /** Bookings read; blank rows, totals and what stands above the header are not counted. */
    readonly read: number;
    /** Bookings whose code was mapped, to the same code or another. */
    readonly recoded: number;
    /** Of these, bookings that were divided among several codes. */
    readonly split: number;
    /** Bookings older than the crosswalk: they keep their code. */
    readonly kept: number;
    readonly rejected: number;
    /** Bookings written to the output. */
    readonly written: number;
    /** Rows that sum up others: recomputed, and counted nowhere else. */
    readonly totals: number;
    /** Bookings on codes that stay what they are because somebody said so, such as holidays. */
    readonly asTold: number;
  };
  readonly balances: readonly Balance[];
  /** In the order of the file; one entry with an empty name when the file has no person column. */
  readonly persons: readonly { readonly person: string; readonly balances: readonly Balance[] }[];
  /** By kind of change, in the fixed order of kinds; what was rejected is not in here. */
  readonly kinds: readonly {
    readonly change: ChangeKind;
    readonly codes: number;
    readonly rows: number;
    readonly totals: readonly Total[];
  }[];
  /** Bookings on codes that now name another activity: what a join on the code would have booked wrongly. */
  readonly recycled: { readonly codes: number; readonly rows: number; readonly totals: readonly Total[] };
  /** Bookings carried by links that are probable and that nobody has confirmed. */
  readonly unconfirmed: { readonly codes: number; readonly rows: number; readonly totals: readonly Total[] };
  readonly rejects: readonly {
    readonly reason: RejectReason;
    readonly rows: number;
    readonly totals: readonly Total[];
    /** The first few codes concerned. */
    readonly codes: readonly string[];
  }[];
  readonly shares: readonly SplitShare[];
  /** Units of the last digit that no share decides, given to one target or another. */
  readonly rounded: number;
  /** Whether the remainders of an earlier run were taken up. */
  readonly continued: boolean;
  /** At most a hundred. */
  readonly leftTotals: readonly LeftTotal[];
  /** What of a workbook could not follow its rows. */
  readonly told: readonly WorkbookNote[];
  /** The codes that wait for a decision and hold most, biggest first; at most ten. */
  readonly undecided: readonly {
    readonly code: string;
    readonly label: string;
    readonly reason: RejectReason;
    readonly rows: number;
    readonly totals: readonly Total[];
  }[];
}
