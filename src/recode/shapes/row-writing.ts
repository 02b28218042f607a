import { type Decimal, sumDecimals } from '../../values/decimal.ts';
import { followCode, followLabel } from '../follow-label.ts';
import type { Rule } from '../plan.ts';
import { rejectCells } from '../recode-result.ts';
import { addPart, addWritten } from '../running-totals.ts';
import type { Part } from '../settle.ts';
import type { OutputRow } from '../sheet-plan.ts';
import { writeAmount } from './row-amounts.ts';
import type { OpenRow, Reading, RowCell } from './row-reading.ts';
import { type RowTotal, totalChange, writeRowTotals } from './row-totals.ts';
import { type Cells, outputRow, withTexts } from './sheet-draft.ts';
import { filledText } from './sheet-view.ts';

/** What a row of the output is made of. */
interface RowWriting {
  readonly part: Part;
  /** `null` for a row that keeps its code. */
  readonly rule: Rule | null;
  /** The cells that the part has values of. */
  readonly cells: readonly RowCell[];
  readonly rowTotals: readonly RowTotal[];
  readonly note: string | null;
  /** Whether the row has all amounts of its row of the input. */
  readonly whole: boolean;
}

/** A row of the output: what it says of one part of a row of the input. */
export function writtenRow(reading: Reading, open: OpenRow, writing: RowWriting): OutputRow {
  const { table, setting } = reading;
  const { view } = table;
  const number = view.numbers[open.row] as number;
  const cells: Cells = new Map();
  if (writing.rule !== null) writeCode(reading, open.row, { rule: writing.rule, part: writing.part, cells });
  const values = new Map<number, Decimal>();
  writing.cells.forEach((cell, i) => {
    const value = writing.part.values[i] ?? null;
    if (value === null) return;
    const [column = 0] = cell.columns;
    values.set(column, value);
    if (writing.whole) addWritten(setting.totals, column, cell.amount);
    else {
      addPart(setting.totals, column, cell.amount.measure, value);
      writeAmount(reading, open.row, { cell, value, cells });
    }
  });
  if (!writing.whole) {
    const own = new Set(writing.cells);
    for (const cell of open.cells)
      if (!own.has(cell)) for (const column of cell.columns) cells.set(column + 1, { kind: 'empty' });
  }
  writeRowTotals(reading, open, { rowTotals: writing.rowTotals, whole: writing.whole, values, cells });
  if (setting.audit) withTexts(cells, setting.width, [writing.note ?? '']);
  return outputRow(number, cells);
}

function writeCode(
  { table, setting }: Reading,
  row: number,
  { rule, part, cells }: { readonly rule: Rule; readonly part: Part; readonly cells: Cells },
): void {
  const { view, columns } = table;
  const text = filledText(view, row, columns.code);
  const now = followCode(text, rule, part, setting.labels);
  if (now !== text.trim()) cells.set(columns.code + 1, { kind: 'text', text: now });
  for (const column of setting.labels ? columns.labels : []) {
    const label = followLabel(filledText(view, row, column), rule, part);
    if (label !== null) cells.set(column + 1, { kind: 'text', text: label });
  }
}

/** A row of the rejects: what of a row of the input was rejected for one reason. */
export function rejectedRow(
  reading: Reading,
  open: OpenRow,
  {
    cells: own,
    rowTotals,
    reason,
  }: {
    readonly cells: readonly RowCell[];
    readonly rowTotals: readonly RowTotal[];
    readonly reason: Parameters<typeof rejectCells>[1];
  },
): OutputRow {
  const { table, setting } = reading;
  const number = table.view.numbers[open.row] as number;
  const cells: Cells = new Map();
  const kept = new Set(own);
  const isWhole = open.cells.every((cell) => kept.has(cell));
  if (!isWhole) {
    for (const cell of open.cells)
      if (!kept.has(cell)) for (const column of cell.columns) cells.set(column + 1, { kind: 'empty' });
    for (const { column, of, amount } of rowTotals) {
      const value = sumDecimals(
        own.filter(({ columns: [first = -1] }) => of.includes(first)).map((cell) => cell.amount.exact),
      );
      cells.set(column + 1, totalChange(reading, { row: open.row, column }, { amount, value }));
    }
  }
  const line = table.view.lines?.[open.row] ?? number;
  for (const { amount, columns } of own)
    setting.run.rejects?.push({
      person: reading.personAt(open.row).person,
      code: open.code.rule.code,
      column: columns.map((column) => table.columns.names[column] || String(column + 1)).join(' + '),
      amount: amount.text.trim(),
      ...{ reason, sheet: table.view.table.sheet ?? '', line },
    });
  withTexts(
    cells,
    setting.width,
    rejectCells(setting.lang, reason, {
      line,
      sheet: setting.isWorkbook ? (table.view.table.sheet ?? '') : null,
    }),
  );
  return outputRow(number, cells);
}
