import { MEASURES } from '../model/recode-report.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  negateDecimal,
  roundDecimal,
  ZERO,
} from '../values/decimal.ts';
import { addDecimal, addTo, type Countable, emptyTally, sumOf, type Tally } from './tally.ts';

/** What the columns of a table summed to so far, as read and as written, and where totals stood on the way. */
export interface RunningTotals {
  readonly read: readonly Tally[];
  readonly written: readonly Tally[];
  /** Sums up to the rows below which a total may begin. The first is that of the beginning. */
  readonly marks: Mark[];
}

interface Mark {
  readonly read: readonly (readonly Decimal[])[];
  readonly written: readonly (readonly Decimal[])[];
}

/** A cell of a row of totals: which of the columns it is in, and what it says. */
export interface TotalCell {
  readonly column: number;
  readonly amount: Countable;
}

/** What a cell of totals has to say now; `null` when it did not add up before, so that it is left. */
export interface Recomputed {
  readonly cell: TotalCell;
  readonly value: Decimal | null;
  /** What it should have said. */
  readonly expected: Decimal;
  /** The mark from which it sums up. */
  readonly mark: number;
}

/** So many totals back it is looked for where a total begins, besides the beginning. */
const MAX_MARKS = 64;
/** Sums that spreadsheets compute are exact to so many digits after the point. */
const DIGITS = 6;

/** @param columns how many columns are summed up */
export function openTotals(columns: number): RunningTotals {
  const tallies = () => Array.from({ length: columns }, emptyTally);
  const totals = { read: tallies(), written: tallies(), marks: [] as Mark[] };
  markTotals(totals);
  return totals;
}

/** Adds an amount that was read. */
export function addRead({ read }: RunningTotals, column: number, amount: Countable): void {
  addTo(read[column] as Tally, amount);
}

/** Adds an amount that is written as it was read. */
export function addWritten({ written }: RunningTotals, column: number, amount: Countable): void {
  addTo(written[column] as Tally, amount);
}

/** Adds a part that is written. */
export function addPart({ written }: RunningTotals, column: number, measure: number, value: Decimal): void {
  addDecimal(written[column] as Tally, measure, value);
}

/** Says that a total may begin below this row. */
export function markTotals({ read, written, marks }: RunningTotals): void {
  const sums = (tallies: readonly Tally[]) =>
    tallies.map((tally) => MEASURES.map((measure) => sumOf(tally, measure)));
  if (marks.length > MAX_MARKS) marks.splice(1, 1);
  marks.push({ read: sums(read), written: sums(written) });
}

/**
 * Recomputes a row of totals: it sums up the rows since the last place from which it adds up, or, where it says that it is
 * the total of all, since the first.
 *
 * @param ofAll whether its words say that it is the total of all
 */
export function recomputeTotals(
  totals: RunningTotals,
  cells: readonly TotalCell[],
  { ofAll }: { readonly ofAll: boolean },
): readonly Recomputed[] {
  const numbered = totals.marks.map((mark, at) => ({ ...mark, at }));
  const marks = ofAll ? numbered : numbered.reverse();
  const fitting = (mark: Mark) =>
    cells.filter((cell) => same(cell.amount.exact, since(totals.read, mark.read, cell))).length;
  const best = marks.reduce<{ mark: Mark & { readonly at: number }; fits: number } | null>((found, mark) => {
    const fits = fitting(mark);
    return found === null || fits > found.fits ? { mark, fits } : found;
  }, null);
  return cells.map((cell) => {
    const { mark } = best as { mark: Mark & { readonly at: number } };
    const expected = since(totals.read, mark.read, cell);
    const adds = same(cell.amount.exact, expected);
    return { cell, expected, value: adds ? since(totals.written, mark.written, cell) : null, mark: mark.at };
  });
}

/** What is written of a column since a mark, in the measure of a cell. */
export function writtenSince(totals: RunningTotals, mark: number, cell: TotalCell): Decimal {
  return since(totals.written, totals.marks[mark]?.written ?? [], cell);
}

function since(now: readonly Tally[], then: Mark['read'], { column, amount }: TotalCell): Decimal {
  const measure = MEASURES[amount.measure];
  if (measure === undefined) return ZERO;
  const before = then[column]?.[amount.measure] ?? ZERO;
  return addDecimals(sumOf(now[column] as Tally, measure), negateDecimal(before));
}

function same(a: Decimal, b: Decimal): boolean {
  return compareDecimals(roundDecimal(a, DIGITS), roundDecimal(b, DIGITS)) === 0;
}
