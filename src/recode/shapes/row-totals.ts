import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  roundDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from '../../values/decimal.ts';
import { noteLeftTotal } from '../run.ts';
import { addPart, addWritten, markTotals, recomputeTotals, type TotalCell } from '../running-totals.ts';
import type { CellChange } from '../sheet-plan.ts';
import type { Countable } from '../tally.ts';
import { isGrandTotal } from '../total-rows.ts';
import type { RowTable } from './find-tables.ts';
import { writeAmount } from './row-amounts.ts';
import type { OpenRow, Reading, RowCell } from './row-reading.ts';
import { type Cells, outputRow, withTexts } from './sheet-draft.ts';
import { amountAt, amountChange, factAt, storedText } from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';
import type { TotalColumn } from './total-columns.ts';

/** A total of the row: what it says, and whether it is the sum of the cells it sums up. */
export interface RowTotal {
  readonly column: number;
  readonly of: TotalColumn['of'];
  readonly amount: Countable;
  readonly adds: boolean;
}

export function totalsOf({ table, setting, points }: Reading, { row, cells }: OpenRow): readonly RowTotal[] {
  const { view, columns } = table;
  return columns.totals.flatMap(({ column, of }) => {
    const amount = amountAt(view, row, column, points[0] ?? setting.point);
    const formula = factAt(view, row, column)?.formula ?? null;
    if (amount.reading.kind === 'blank' || (amount.reading.kind !== 'amount' && formula === null)) return [];
    const own = cells.filter(({ columns: [first = -1] }) => of.includes(first));
    const sum = sumDecimals(
      own.filter((cell) => cell.amount.measure === amount.measure).map((cell) => cell.amount.exact),
    );
    const adds = isNear(sum, amount.exact);
    if (!adds && formula === null && own.every((cell) => cell.amount.reading.kind === 'amount'))
      noteLeftTotal(setting.run, {
        place: placeText(table, setting, row),
        column: columns.names[column] ?? '',
        found: formatDecimal(trimDecimal(amount.exact)),
        expected: formatDecimal(trimDecimal(sum)),
      });
    return [{ column, of, amount, adds }];
  });
}

/** Sums that a spreadsheet computed are exact to so many digits after the point. */
export const DIGITS = 6;

export function isNear(a: Decimal, b: Decimal): boolean {
  return compareDecimals(roundDecimal(a, DIGITS), roundDecimal(b, DIGITS)) === 0;
}

export function writeRowTotals(
  reading: Reading,
  { row }: OpenRow,
  {
    rowTotals,
    values,
    whole,
    cells,
  }: {
    readonly rowTotals: readonly RowTotal[];
    readonly whole: boolean;
    readonly values: ReadonlyMap<number, Decimal>;
    readonly cells: Cells;
  },
): void {
  const { setting } = reading;
  for (const { column, of, amount } of rowTotals) {
    if (whole) {
      addWritten(setting.totals, column, amount);
      continue;
    }
    const value = sumDecimals(of.map((each) => values.get(each) ?? ZERO));
    if (amount.measure !== -1) addPart(setting.totals, column, amount.measure, value);
    cells.set(column + 1, totalChange(reading, { row, column }, { amount, value }));
  }
}

/** A total that is computed stays so, and gets its result; another is written anew. */
export function totalChange(
  { table: { view }, points, setting }: Reading,
  at: { readonly row: number; readonly column: number },
  { amount, value }: { readonly amount: Countable; readonly value: Decimal },
): CellChange {
  const fact = factAt(view, at.row, at.column);
  if (fact !== undefined && fact.formula !== null)
    return { kind: 'renew', text: fact.number === null ? null : storedText(value, fact) };
  if (amount.reading.kind !== 'amount') return { kind: 'empty' };
  return amountChange(view, at, { whole: amount.reading, value, point: points[0] ?? setting.point });
}

/** Totals of columns are those of what stands in the output. */
export function writeTotals(reading: Reading, row: number, amounts: readonly RowCell[]): void {
  const { table, setting, points } = reading;
  const { view, columns } = table;
  const number = view.numbers[row] as number;
  const own: TotalCell[] = amounts.map(({ columns: [column = 0], amount }) => ({ column, amount }));
  for (const { column } of columns.totals) {
    const amount = amountAt(view, row, column, points[0] ?? setting.point);
    if (amount.reading.kind !== 'blank') own.push({ column, amount });
  }
  setting.run.books.rows.totals++;
  const cells: Cells = new Map();
  const readable = own.filter(({ amount }) => amount.reading.kind === 'amount');
  for (const { cell, value, expected } of recomputeTotals(setting.totals, readable, {
    ofAll: isGrandTotal(view.rows[row] ?? []),
  })) {
    const { column, amount } = cell;
    const fact = factAt(view, row, column);
    if (value === null && fact?.formula == null)
      noteLeftTotal(setting.run, {
        place: placeText(table, setting, row),
        column: columns.names[column] ?? '',
        found: formatDecimal(trimDecimal(amount.exact)),
        expected: formatDecimal(trimDecimal(expected)),
      });
    if (value === null || compareDecimals(value, amount.exact) === 0) continue;
    const pair = amounts.find((each) => each.columns[0] === column && each.columns.length > 1);
    if (pair !== undefined) writeAmount(reading, row, { cell: pair, value, cells });
    else cells.set(column + 1, totalChange(reading, { row, column }, { amount, value }));
  }
  markTotals(setting.totals);
  if (setting.audit) withTexts(cells, setting.width, ['']);
  setting.draft.recoded.set(number, [outputRow(number, cells)]);
}

export function placeText({ view }: RowTable, { file }: TableSetting, row: number): string {
  const number = view.lines?.[row] ?? view.numbers[row];
  return view.table.sheet === null ? `${file}:${number}` : `${file}, ${view.table.sheet}, ${number}`;
}
