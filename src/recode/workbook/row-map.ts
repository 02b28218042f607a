/** Where the rows of a sheet went: some became several, some went away, and what lies below moved. */
export interface RowMap {
  /** Whether every row is where it was. */
  readonly isIdentity: boolean;
  /** The first of the rows that a row became; where it went away, the row that took its place. */
  readonly first: (row: number) => number;
  /** The last of them; where it went away, the row above its place. */
  readonly last: (row: number) => number;
}

/**
 * Builds the map from how many rows each row became.
 *
 * @param counts by row number; a row that is not in it stays one row
 */
export function rowMap(counts: ReadonlyMap<number, number>): RowMap {
  const changed = [...counts].filter(([, count]) => count !== 1).sort((a, b) => a[0] - b[0]);
  const rows = changed.map(([row]) => row);
  /** How far rows are moved that lie below each changed row. */
  const shifts: number[] = [];
  for (const [, count] of changed) shifts.push((shifts.at(-1) ?? 0) + count - 1);
  const shiftAbove = (row: number) => {
    const above = countBelow(rows, row);
    return above === 0 ? 0 : (shifts[above - 1] as number);
  };
  return {
    isIdentity: changed.length === 0,
    first: (row) => row + shiftAbove(row),
    last: (row) => row + shiftAbove(row) + (counts.get(row) ?? 1) - 1,
  };
}

/** How many of the sorted numbers are smaller. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
