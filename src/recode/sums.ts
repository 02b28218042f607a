import { MEASURES, type Measure, type RejectReason } from '../model/recode-report.ts';
import { addDecimals, type Decimal, negateDecimal, trimDecimal, ZERO } from '../values/decimal.ts';
import { type Books, tallyOf } from './books.ts';
import { sumOf, type Tally } from './tally.ts';

/** Amounts of each kind, which are never added up together; clocks in seconds. */
export type Amounts = Readonly<Record<Measure, Decimal>>;

/** What was booked on a code, or could not be taken for one. */
export interface CodeSums {
  readonly code: string;
  /** `null` for a code of the map. */
  readonly reason: RejectReason | null;
  readonly rows: number;
  /** By column. */
  readonly sums: readonly Amounts[];
}

/** What time-sheets hold. */
export interface BookedSums {
  /** How each column is known, and how the first file names it. */
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly codes: readonly CodeSums[];
  /** All that is booked, by column, as it was added up person by person. */
  readonly totals: readonly Amounts[];
  /** What codes that are kept have of it: all that is on no code above. */
  readonly kept: readonly Amounts[];
  readonly rows: number;
}

export const NOTHING: Amounts = { number: ZERO, clock: ZERO, percent: ZERO, euro: ZERO };

/** What the books of time-sheets come to, read with rules by which every code stays what it is. */
export function sumsOf(books: Books): BookedSums {
  const { measures: columns } = books;
  const codes = [...books.codes.values()].map(({ rule, reason, rows, totals }) => ({
    ...{ code: rule.code, reason, rows },
    sums: columns.map((_, i) => amountsOf(tallyOf(totals, i))),
  }));
  const totals = columns.map((_, i) =>
    [...books.persons.values()]
      .map(({ before }) => amountsOf(tallyOf(before, i)))
      .reduce(addAmounts, NOTHING),
  );
  const kept = totals.map((total, i) =>
    codes.map(({ sums }) => negated(sums[i] ?? NOTHING)).reduce(addAmounts, total),
  );
  return { columns, codes, totals, kept, rows: books.rows.read };
}

export function addAmounts(a: Amounts, b: Amounts): Amounts {
  return each((measure) => addDecimals(a[measure], b[measure]));
}

/** Whether there is anything but nothing. */
export function isNothing(amounts: Amounts): boolean {
  return MEASURES.every((measure) => amounts[measure].units === 0n);
}

function negated(amounts: Amounts): Amounts {
  return each((measure) => negateDecimal(amounts[measure]));
}

function amountsOf(tally: Tally): Amounts {
  return each((measure) => sumOf(tally, measure));
}

function each(value: (measure: Measure) => Decimal): Amounts {
  const [number, clock, percent, euro] = MEASURES.map((measure) => trimDecimal(value(measure))) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ];
  return { number, clock, percent, euro };
}
