import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from '../../values/decimal.ts';
import { noteLeftTotal } from '../run.ts';
import {
  addPart,
  addRead,
  markTotals,
  recomputeTotals,
  type TotalCell,
  writtenSince,
} from '../running-totals.ts';
import type { CellChange } from '../sheet-plan.ts';
import type { Countable } from '../tally.ts';
import { isGrandTotal } from '../total-rows.ts';
import type { OpenRow, Reading } from './across-reading.ts';
import { type Cells, outputRow } from './sheet-draft.ts';
import { amountAt, amountChange, factAt, storedText, textAt } from './sheet-view.ts';

export function writeRowTotal(
  reading: Reading,
  { row, amounts, columns, totals }: OpenRow,
  {
    column,
    of,
    values,
    cells,
  }: {
    readonly column: number;
    readonly of: readonly number[];
    readonly values: ReadonlyMap<string, Decimal>;
    readonly cells: Cells;
  },
): void {
  const { table, point } = reading;
  const amount = amountAt(table.view, row, column, point);
  const at = columns.findIndex(({ from }) => from === column);
  if (amount.reading.kind === 'blank' || at === -1) return;
  const before = sumDecimals(of.map((each) => amounts.get(each)?.exact ?? ZERO));
  const after = sumDecimals(
    [...values].filter(([key]) => of.includes(Number(key.split(' ')[0]))).map(([, value]) => value),
  );
  addRead(totals, column, amount);
  const isFormula = factAt(table.view, row, column)?.formula != null;
  if (amount.reading.kind === 'amount' && !isFormula && compareDecimals(before, amount.exact) !== 0) {
    addPart(totals, at, amount.measure, amount.exact);
    noteLeft(reading, { row, column, found: amount.exact, expected: before });
    return;
  }
  if (amount.measure !== -1) addPart(totals, at, amount.measure, after);
  if (compareDecimals(after, amount.exact) === 0 && amount.reading.kind === 'amount') return;
  cells.set(at + 1, totalChange(reading, { row, column }, { amount, value: after }));
}

export function totalChange(
  { table: { view }, point }: Reading,
  at: { readonly row: number; readonly column: number },
  { amount, value }: { readonly amount: Countable; readonly value: Decimal },
): CellChange {
  const fact = factAt(view, at.row, at.column);
  if (fact != null && fact.formula !== null)
    return { kind: 'renew', text: fact.number === null ? null : storedText(value, fact) };
  return amountChange(view, at, { whole: amount.reading, value, point });
}

/** The totals of the columns, each column of the output with its own. */
export function writeTotals(reading: Reading, { row, amounts, columns, totals }: OpenRow): void {
  const { table, setting, point } = reading;
  const { view } = table;
  setting.run.books.rows.totals++;
  const own = new Map(amounts);
  for (const column of reading.sources.keys()) {
    const amount = amountAt(view, row, column, point);
    if (amount.reading.kind !== 'blank') own.set(column, amount);
  }
  const readable: TotalCell[] = [...own]
    .filter(
      ([
        ,
        {
          reading: { kind },
        },
      ]) => kind === 'amount',
    )
    .map(([column, amount]) => ({ column, amount }));
  const recomputed = new Map(
    recomputeTotals(totals, readable, { ofAll: isGrandTotal(view.rows[row] ?? []) }).map((each) => [
      each.cell.column,
      each,
    ]),
  );
  const cells: Cells = new Map();
  columns.forEach(({ from, isFirst }, at) => {
    const amount = own.get(from);
    if (amount === undefined) {
      if (!isFirst && textAt(view, row, from) !== '') cells.set(at + 1, { kind: 'empty' });
      return;
    }
    const found = recomputed.get(from);
    if (found === undefined || found.value === null) {
      if (found && isFirst && factAt(view, row, from)?.formula == null)
        noteLeft(reading, { row, column: from, found: amount.exact, expected: found.expected });
      if (!isFirst && factAt(view, row, from)?.formula == null) cells.set(at + 1, { kind: 'empty' });
      return;
    }
    const value = writtenSince(totals, found.mark, { column: at, amount });
    if (compareDecimals(value, amount.exact) !== 0)
      cells.set(at + 1, totalChange(reading, { row, column: from }, { amount, value }));
  });
  markTotals(totals);
  const number = view.numbers[row] as number;
  setting.draft.recoded.set(number, [outputRow(number, cells)]);
}

export function noteLeft(
  { table: { view, header }, setting }: Reading,
  {
    row,
    column,
    found,
    expected,
  }: { readonly row: number; readonly column: number; readonly found: Decimal; readonly expected: Decimal },
): void {
  const number = view.lines?.[row] ?? view.numbers[row];
  noteLeftTotal(setting.run, {
    place:
      view.table.sheet === null
        ? `${setting.file}:${number}`
        : `${setting.file}, ${view.table.sheet}, ${number}`,
    column: textAt(view, header, column),
    found: formatDecimal(trimDecimal(found)),
    expected: formatDecimal(trimDecimal(expected)),
  });
}
