import { type Amount, divideAmount, formatAmount, type Point } from './amount.ts';
import type { MapRule } from './plan.ts';
import type { Countable } from './tally.ts';

export interface DivideOptions {
  /** The decimal sign of each amount column, where known. */
  readonly points: readonly (Point | null)[];
  /** Digits after the point that the amounts of divided rows have at least. */
  readonly decimals: number;
}

/** One of the rows that a row is divided into. */
export interface Part {
  readonly code: string;
  /** Its share of the whole: a weight, and what the weights sum to. */
  readonly weight: bigint;
  readonly of: bigint;
  /** Amounts as they are to be written; `null` where the cell stays as it is. */
  readonly amounts: readonly (string | null)[];
}

/**
 * Divides a booking among the targets of its code. A target that gets nothing gets no row; when there is nothing to
 * divide, the target with the largest share gets the row as it is.
 *
 * @param amounts the amounts of the row, column by column; none unreadable
 */
export function divideBooking(
  rule: MapRule,
  amounts: readonly Countable[],
  options: DivideOptions,
): readonly Part[] {
  const weights = rule.targets.map(({ weight }) => weight);
  const of = weights.reduce((sum, weight) => sum + weight, 0n);
  const columns = amounts.map(({ reading }, column) =>
    reading.kind === 'amount' ? divide(reading.amount, { weights, options, column }) : null,
  );
  const divided = rule.targets.map(({ code, weight }, i) => ({
    part: { code, weight, of },
    amounts: columns.map((parts) => parts?.[i] ?? null),
  }));
  const something = divided.filter((each) =>
    each.amounts.some((amount) => amount !== null && amount.units !== 0n),
  );
  const largest = weights.indexOf(weights.reduce((a, b) => (b > a ? b : a)));
  const chosen = something.length > 0 ? something : divided.slice(largest, largest + 1);
  return chosen.map(({ part, amounts: own }) => ({
    ...part,
    amounts: own.map((amount) => (amount === null ? null : formatAmount(amount))),
  }));
}

function divide(
  amount: Amount,
  { weights, options, column }: { weights: readonly bigint[]; options: DivideOptions; column: number },
): readonly Amount[] {
  const point = options.points[column];
  return divideAmount(amount, weights, { decimals: options.decimals, ...(point ? { point } : {}) });
}
