import type { ChangeKind } from './change.ts';

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

/** How the columns of the time-sheet were taken. Names as in its header. */
export interface TakenColumns {
  readonly code: string;
  readonly amounts: readonly string[];
  readonly person: string | null;
  readonly date: string | null;
  /** Columns that hold numbers but are no amounts: a split row repeats them. */
  readonly repeated: readonly string[];
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
    /** Rows that sum up others: left as they are, and counted nowhere else. */
    readonly totals: number;
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
  /** The codes that wait for a decision and hold most, biggest first; at most ten. */
  readonly undecided: readonly {
    readonly code: string;
    readonly label: string;
    readonly reason: RejectReason;
    readonly rows: number;
    readonly totals: readonly Total[];
  }[];
}
