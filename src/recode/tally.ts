import type { Unit } from '../model/recode-record.ts';
import { MEASURES, type Measure } from '../model/recode-report.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  trimDecimal,
  ZERO,
} from '../values/decimal.ts';
import { COARSEST } from './accounts.ts';
import { type AmountReading, exactValue, type Point, readAmount } from './amount.ts';

/**
 * A running sum per measure, exact. Amounts with few digits are summed as whole ten-thousandths in doubles, far below
 * the 2^53 up to which these are exact, because that is many times faster than BigInt; the others as decimals.
 */
export interface Tally {
  readonly small: Float64Array;
  readonly exact: Decimal[];
}

const SMALL_SCALE = 4;
const SMALL_LIMIT = 2 ** 52;

export function emptyTally(): Tally {
  return { small: new Float64Array(MEASURES.length), exact: MEASURES.map(() => ZERO) };
}

/** A cell read as an amount, prepared for adding up. */
export interface Countable {
  /** As it stands in the cell. */
  readonly text: string;
  readonly reading: AmountReading | { readonly kind: 'missing' };
  /** Index into `MEASURES`; -1 when there is nothing to add. */
  readonly measure: number;
  /** The value in ten-thousandths, where a double holds it well. */
  readonly small: number | null;
  readonly exact: Decimal;
  /** The last digit that it shows. */
  readonly unit: Unit;
}

export function countable(text: string, point: Point | null): Countable {
  return counted(text, readAmount(text, point));
}

/**
 * An amount that was read elsewhere, prepared for adding up.
 *
 * @param stored its exact value, where that has more digits than are shown
 */
export function counted(text: string, reading: Countable['reading'], stored?: Decimal): Countable {
  if (reading.kind !== 'amount') return { text, reading, measure: -1, small: 0, exact: ZERO, unit: COARSEST };
  const { measure, notation } = reading.amount;
  const exact = stored ?? exactValue(reading.amount);
  const unit = { scale: notation.decimals, seconds: notation.seconds ? 1 : 60 } as const;
  return { text, reading, measure: MEASURES.indexOf(measure), small: smallOf(exact), exact, unit };
}

/** Adds an exact value to a tally, in place. */
export function addDecimal(tally: Tally, measure: number, exact: Decimal): void {
  const small = smallOf(exact);
  if (small === null) tally.exact[measure] = addDecimals(tally.exact[measure] ?? ZERO, exact);
  else addSmall(tally, measure, small);
}

function smallOf({ units, scale }: Decimal): number | null {
  if (scale > SMALL_SCALE) return null;
  const small = Number(units) * 10 ** (SMALL_SCALE - scale);
  return Math.abs(small) < SMALL_LIMIT / 2 ? small : null;
}

/** Adds an amount to a tally, in place. */
export function addTo(tally: Tally, { measure, small, exact }: Countable): void {
  if (measure === -1) return;
  if (small === null) {
    tally.exact[measure] = addDecimals(tally.exact[measure] ?? ZERO, exact);
    return;
  }
  addSmall(tally, measure, small);
}

function addSmall(tally: Tally, measure: number, small: number): void {
  const sum = (tally.small[measure] ?? 0) + small;
  if (Math.abs(sum) < SMALL_LIMIT / 2) tally.small[measure] = sum;
  else {
    tally.small[measure] = 0;
    tally.exact[measure] = addDecimals(tally.exact[measure] ?? ZERO, inUnits(sum));
  }
}

/** Adds one tally to another, in place. */
export function mergeInto(tally: Tally, other: Tally): void {
  MEASURES.forEach((measure, i) => {
    tally.exact[i] = addDecimals(tally.exact[i] ?? ZERO, sumOf(other, measure));
  });
}

/** What a tally comes to. */
export function sumOf(tally: Tally, measure: Measure): Decimal {
  const i = MEASURES.indexOf(measure);
  return trimDecimal(addDecimals(tally.exact[i] ?? ZERO, inUnits(tally.small[i] ?? 0)));
}

/** The sum as exact decimal text. */
export function sumText(tally: Tally, measure: Measure): string {
  return formatDecimal(sumOf(tally, measure));
}

/** Whether the tally holds anything but nothing in that measure. */
export function holds(tally: Tally, measure: Measure): boolean {
  return compareDecimals(sumOf(tally, measure), ZERO) !== 0;
}

function inUnits(small: number): Decimal {
  return { units: BigInt(small), scale: SMALL_SCALE };
}
