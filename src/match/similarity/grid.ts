/** Steps of the grid in one unit: far finer than any difference that tells, far coarser than what summing in another order leaves. */
const STEPS = 2 ** 28;

/**
 * A value on a grid. Two sums of the same parts in another order differ in their last digits; on the grid they are equal, so
 * that values can be compared as they are, and an order of them is total and transitive, which no tolerance is.
 */
export function onGrid(value: number): number {
  return Math.round(value * STEPS) / STEPS;
}
