import { foldHeader } from '../language/fold-header.ts';
import type { Remainder } from '../model/recode-record.ts';
import type { Measure, RejectReason } from '../model/recode-report.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { type Books, openBooks } from './books.ts';
import { type ClockWatch, openWatch } from './clock-watch.ts';
import type { MapRule, RecodePlan } from './plan.ts';

/** All that is kept while one or many time-sheets are recoded together: one balance, one set of shares. */
export interface Run {
  readonly plan: RecodePlan;
  readonly books: Books;
  readonly accounts: Accounts;
  /** Whether a text is a code that stays what it is, such as `FERIE`. */
  readonly isKept: (code: string) => boolean;
  /** Digits after the point that divided amounts may have at least. */
  readonly decimals: number;
  readonly watch: ClockWatch;
  readonly notes: RunNotes;
  /** Every amount that is rejected, where one list of many files is wanted. */
  readonly rejects: RejectedAmount[] | null;
}

/** An amount that could not be recoded, and where it stands. */
export interface RejectedAmount {
  readonly person: string;
  readonly code: string;
  readonly column: string;
  readonly amount: string;
  readonly reason: RejectReason;
  readonly sheet: string;
  readonly line: number;
}

/** What is told beside the balance. */
export interface RunNotes {
  readonly leftTotals: {
    readonly place: string;
    readonly column: string;
    readonly found: string;
    readonly expected: string;
  }[];
}

export interface RunOptions {
  readonly keep?: readonly string[];
  readonly decimals?: number;
  /** What an earlier run still owed. */
  readonly carried?: readonly Remainder[];
  /** Whether every rejected amount is kept, to be listed. */
  readonly listsRejects?: boolean;
}

/** Opens the books of a run. */
export function openRun(
  plan: RecodePlan,
  { keep = [], decimals = 0, carried = [], listsRejects = false }: RunOptions = {},
): Run {
  const kept = new Set(keep.map(foldHeader));
  const rules = new Map(
    [...plan.rules].filter((entry): entry is [string, MapRule] => entry[1].kind === 'map'),
  );
  return {
    plan,
    books: openBooks(),
    accounts: openAccounts(carried, rules),
    isKept: (code) => kept.size > 0 && kept.has(foldHeader(code)),
    decimals,
    watch: openWatch(),
    notes: { leftTotals: [] },
    rejects: listsRejects ? [] : null,
  };
}

/** So many totals that did not add up are told. */
const MAX_LEFT = 100;

/** Notes a total that did not add up before. */
export function noteLeftTotal({ notes: { leftTotals } }: Run, left: RunNotes['leftTotals'][number]): void {
  if (leftTotals.length < MAX_LEFT) leftTotals.push(left);
}

/** How a measure is known in the accounts. */
export function measureId({ books }: Run, measure: number, kind: Measure) {
  return { key: books.measures[measure]?.key ?? '', kind };
}
