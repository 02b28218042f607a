import { formatDecimal } from '../../values/decimal.ts';
import { exactValue, readAmount } from '../amount.ts';

/** A column that sums up others of its row. */
export interface TotalColumn {
  readonly column: number;
  readonly of: readonly number[];
}

/** What a sum of shown numbers may be off, each being rounded as it is shown. */
const ROUNDING = 0.0051;

/**
 * Finds out what the columns that may be totals sum up: the amounts since the total before, or all amounts of the row. A
 * column that agrees with neither in most of its rows is no total.
 *
 * @param rows the cells below the header
 * @param candidates columns that may be totals, from left to right
 * @param amounts columns of amounts that are none
 */
export function totalSources(
  rows: readonly (readonly string[])[],
  candidates: readonly number[],
  amounts: readonly number[],
): readonly TotalColumn[] {
  let previous = -1;
  return candidates.flatMap((column) => {
    const left = amounts.filter((amount) => amount > previous && amount < column);
    const before = amounts.filter((amount) => amount < column);
    const sources = [left, before, amounts].filter((each) => each.length > 0);
    const of = sources.find((source) => agrees(rows, column, source));
    if (of !== undefined) previous = column;
    return of === undefined ? [] : [{ column, of }];
  });
}

function agrees(rows: readonly (readonly string[])[], column: number, source: readonly number[]): boolean {
  const totals = rows
    .map((row) => ({ row, total: shownValue(row[column] ?? '') }))
    .filter(({ total }) => total !== null);
  if (totals.length === 0) return true;
  const right = totals.filter(({ row, total }) => {
    const sum = source.reduce((all, each) => all + (shownValue(row[each] ?? '') ?? 0), 0);
    return Math.abs(sum - (total as number)) <= ROUNDING * (source.length + 1);
  });
  return right.length * 2 > totals.length;
}

function shownValue(cell: string): number | null {
  const reading = readAmount(cell, null);
  return reading.kind === 'amount' ? Number(formatDecimal(exactValue(reading.amount))) : null;
}
