import { compareDecimals, type Decimal } from '../../values/decimal.ts';
import type { RowTable } from './find-tables.ts';
import type { Reading, RowCell } from './row-reading.ts';
import type { Cells } from './sheet-draft.ts';
import { amountChange, factAt, textAt } from './sheet-view.ts';

/** Writes the part of an amount into the cells of a row: hours and minutes into two, nothing where the part is nothing. */
export function writeAmount(
  { table: { view } }: Reading,
  row: number,
  { cell, value, cells }: { readonly cell: RowCell; readonly value: Decimal; readonly cells: Cells },
): void {
  const { amount, columns, point } = cell;
  if (compareDecimals(value, amount.exact) === 0) return;
  if (columns.length > 1) {
    const minutes = value.units / 60n;
    writePairCell(view, { row, column: columns[0] as number }, { text: String(minutes / 60n), cells });
    writePairCell(view, { row, column: columns[1] as number }, { text: String(minutes % 60n), cells });
    return;
  }
  const [column = 0] = columns;
  if (value.units === 0n) cells.set(column + 1, { kind: 'empty' });
  else if (amount.reading.kind === 'amount')
    cells.set(column + 1, amountChange(view, { row, column }, { whole: amount.reading, value, point }));
}

function writePairCell(
  view: RowTable['view'],
  { row, column }: { readonly row: number; readonly column: number },
  { text, cells }: { readonly text: string; readonly cells: Cells },
): void {
  const isNumber =
    factAt(view, row, column)?.number != null ||
    (view.table.sheet !== null && textAt(view, row, column) === '');
  cells.set(column + 1, isNumber ? { kind: 'number', text } : { kind: 'text', text });
}
