import { type Apportionment, apportion, openApportionment } from '../../values/apportion.ts';
import { unitsAt } from '../../values/decimal.ts';
import { type Amount, formatAmount, type Point, pointEvidence, readAmount } from '../amount.ts';
import type { KeyTable } from './key-table.ts';

/** Divides the numbers of a column so that shares hold over all rows of a code, and every row adds up to the last digit. */
export interface NumberDivider {
  /** `null` where a cell is no number that can be divided; blank cells have blank parts. */
  readonly divide: (row: number, code: string, weights: readonly bigint[]) => readonly string[] | null;
  readonly canDivide: (row: number) => boolean;
}

/**
 * Opens the division of a column. A unit is the last digit that the column shows.
 *
 * @param rows all rows of the table, which tell how the column is written
 */
export function openDivider(table: KeyTable, column: number, rows: readonly number[]): NumberDivider {
  const texts = rows.map((row) => table.textOf(row, column));
  const point = pointOf(texts);
  const scales = new Map<string, number>();
  for (const row of rows) {
    const amount = read(table, row, column, point);
    if (amount === null) continue;
    const own = scales.get(amount.measure) ?? 0;
    scales.set(amount.measure, Math.max(own, amount.notation.decimals));
  }
  const accounts = new Map<string, Apportionment>();
  const isBlank = (row: number) =>
    table.kindOf(row, column) !== 'formula' && readAmount(table.textOf(row, column), point).kind === 'blank';
  return {
    canDivide: (row) => isBlank(row) || read(table, row, column, point) !== null,
    divide: (row, code, weights) => {
      if (isBlank(row)) return weights.map(() => table.textOf(row, column));
      const amount = read(table, row, column, point);
      if (amount === null) return null;
      const finest = finer(amount, scales.get(amount.measure) ?? 0, point);
      const key = `${amount.measure} ${amount.notation.seconds} ${code}`;
      const positive = weights.filter((weight) => weight > 0n);
      const account = accounts.get(key) ?? openApportionment(positive);
      const { parts, owed } = apportion(
        account,
        finest.units,
        positive.map(() => 0n),
      );
      accounts.set(key, { ...account, owed });
      let next = 0;
      const units = weights.map((weight) => (weight > 0n ? (parts[next++] ?? 0n) : 0n));
      return units.map((part) => formatAmount({ ...finest, units: part }));
    },
  };
}

function read(table: KeyTable, row: number, column: number, point: Point | null): Amount | null {
  if (table.kindOf(row, column) === 'formula') return null;
  const reading = readAmount(table.textOf(row, column), table.isStored(row, column) ? '.' : point);
  return reading.kind === 'amount' ? reading.amount : null;
}

/** The decimal sign that the cells of a column agree on. */
function pointOf(texts: readonly string[]): Point | null {
  const found = new Set(texts.map(pointEvidence).filter((point) => point !== null));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** The same amount with as many digits after the point as its column shows. */
function finer(amount: Amount, decimals: number, point: Point | null): Amount {
  const { notation, units, measure } = amount;
  if (measure === 'clock' || decimals <= notation.decimals) return amount;
  const sign = notation.point === '.' || notation.point === ',' ? notation.point : (point ?? '.');
  const other = sign === '.' ? ',' : '.';
  return {
    measure,
    units: unitsAt({ units, scale: notation.decimals }, decimals),
    notation: { ...notation, decimals, point: notation.group === sign ? other : sign },
  };
}
