import type { RejectReason } from '../../model/recode-report.ts';
import { compareDecimals, type Decimal } from '../../values/decimal.ts';
import { recodeTexts } from '../../words/recode.ts';
import { auditHeader } from '../audit.ts';
import { followCode, followLabel } from '../follow-label.ts';
import { rejectColumns } from '../recode-result.ts';
import { addPart, addRead, openTotals } from '../running-totals.ts';
import { type CodeCase, personOf } from '../settle.ts';
import type { Countable } from '../tally.ts';
import { isTotal } from '../total-rows.ts';
import {
  amountsAt,
  isSumRow,
  leftCells,
  noteUnits,
  type OpenRow,
  type OutputColumn,
  openReading,
  type Reading,
} from './across-reading.ts';
import { writeRowTotal, writeTotals } from './across-totals.ts';
import { type BookedCell, settleCells } from './booked-cells.ts';
import type { AcrossTable } from './find-tables.ts';
import { type Cells, outputRow, withTexts } from './sheet-draft.ts';
import { amountChange, filledText, textAt } from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';

/** The columns that the columns of a sheet become. */
export function outputColumns(table: AcrossTable, setting: TableSetting): readonly OutputColumn[] {
  const reading = openReading(table, setting);
  return Array.from({ length: setting.width }, (_, column) => column).flatMap(
    (from): readonly OutputColumn[] => {
      const code = reading.cases.get(from);
      const same = { from, isFirst: true, target: null, keeps: true } as const;
      if (code === undefined || code.kept) return [same];
      const { before, after } = sidesOf(reading, from);
      const isUnknown = code.rule.kind === 'reject' && ['unknown-code', 'no-code'].includes(code.rule.reason);
      if (isUnknown && !before && !after) return [same];
      const targets = code.rule.kind !== 'map' || (before && !after) ? [] : code.rule.targets;
      const columns = [
        ...(before || (code.rule.kind === 'map' && targets.length === 0) ? [null] : []),
        ...targets.map(({ code: to, label }) => ({ code: to, label })),
      ];
      return columns.map((target, i) => ({ from, isFirst: i === 0, target, keeps: target === null }));
    },
  );
}

/** Whether a column has amounts from before the crosswalk, and later ones. */
function sidesOf(
  { table, timeAt }: Reading,
  column: number,
): { readonly before: boolean; readonly after: boolean } {
  let [before, after] = [false, false];
  for (let row = table.start; row < table.end; row++) {
    if (textAt(table.view, row, column).trim() === '' || isTotal(leftCells(table, row))) continue;
    if (timeAt(row) === 'before') before = true;
    else after = true;
  }
  return { before, after };
}

/**
 * Recodes a table with a column for each code: writes into the draft what becomes of its rows, whose cells are those of
 * the columns of the output, and enters them into the books.
 */
export function recodeAcrossTable(
  table: AcrossTable,
  setting: TableSetting,
  columns: readonly OutputColumn[],
): void {
  const reading = openReading(table, setting);
  const { view } = table;
  noteUnits(reading);
  writeHeader(reading, columns);
  const totals = openTotals(Math.max(setting.width, columns.length));
  for (let row = table.start; row < table.end; row++) {
    const number = view.numbers[row] as number;
    setting.draft.body.add(number);
    const amounts = amountsAt(reading, row);
    if (amounts.size === 0) {
      copyOnce(reading, row, columns);
    } else if (isTotal(leftCells(table, row)) || isSumRow(reading, row, amounts)) {
      writeTotals(reading, { row, amounts, columns, totals });
    } else recodeRow(reading, { row, amounts, columns, totals });
  }
}

/** A row that is none of a table: what stands in a column that became several stays in the first. */
export function copyOnce(
  { table: { view }, setting }: Pick<Reading, 'table' | 'setting'>,
  row: number,
  columns: readonly OutputColumn[],
): void {
  const number = view.numbers[row] as number;
  const cells: Cells = new Map();
  columns.forEach(({ from, isFirst }, at) => {
    if (!isFirst && textAt(view, row, from) !== '') cells.set(at + 1, { kind: 'empty' });
  });
  if (cells.size > 0) setting.draft.recoded.set(number, [outputRow(number, cells)]);
}

function writeHeader({ table, setting, cases }: Reading, columns: readonly OutputColumn[]): void {
  const { view } = table;
  for (let row = table.header; row < table.start; row++) {
    const number = view.numbers[row] as number;
    const cells: Cells = new Map();
    columns.forEach(({ from, target, isFirst }, at) => {
      const code = cases.get(from);
      const text = textAt(view, row, from);
      if (code === undefined || target === null) {
        if (!isFirst && text !== '') cells.set(at + 1, { kind: 'empty' });
        return;
      }
      const now =
        row === table.header
          ? followCode(text, code.rule, target, setting.labels)
          : setting.labels
            ? followLabel(text, code.rule, target)
            : null;
      if (now !== null && now !== text) cells.set(at + 1, { kind: 'text', text: now });
    });
    const isHead = row === table.header;
    if (setting.audit && isHead) withTexts(cells, columns.length, [auditHeader(setting.run.plan)]);
    setting.draft.recoded.set(number, [outputRow(number, cells)]);
    const texts = isHead ? rejectColumns(setting.isWorkbook) : [];
    setting.draft.rejected.set(number, [outputRow(number, withTexts(new Map(), setting.width, texts))]);
  }
}

function recodeRow(reading: Reading, open: OpenRow): void {
  const { table, setting } = reading;
  const { row, amounts, columns, totals } = open;
  const person = personOf(
    setting.run,
    table.person === null ? table.context.person : filledText(table.view, row, table.person),
  );
  const time = reading.timeAt(row);
  const values = new Map<string, Decimal>();
  const rejected = new Map<number, RejectReason>();
  for (const [column, amount] of amounts) {
    const code = reading.cases.get(column) as CodeCase;
    addRead(totals, column, amount);
    const cell: BookedCell = { amount, measure: reading.measure, columns: [column], time };
    const outcome = settleCells(setting.run, { person, code, cells: [cell] });
    for (const [reason] of outcome.rejected) rejected.set(column, reason);
    if (outcome.kept.length > 0) values.set(`${column} `, amount.exact);
    for (const {
      code: to,
      values: [value],
    } of outcome.parts)
      if (value != null) values.set(`${column} ${to}`, value);
  }
  const cells: Cells = new Map();
  columns.forEach((column, at) => {
    writeCell(reading, open, { column, at, values, cells });
  });
  for (const [column, of] of reading.sources) writeRowTotal(reading, open, { column, of, values, cells });
  if (setting.audit) withTexts(cells, columns.length, ['']);
  const number = table.view.numbers[row] as number;
  setting.draft.recoded.set(number, [outputRow(number, cells)]);
  if (rejected.size === 0) return;
  for (const [column, reason] of rejected)
    setting.run.rejects?.push({
      person: person.person,
      code: (reading.cases.get(column) as CodeCase).rule.code,
      column: table.date === null ? '' : filledText(table.view, row, table.date),
      amount: (amounts.get(column) as Countable).text.trim(),
      ...{ reason, sheet: table.view.table.sheet ?? '', line: table.view.lines?.[row] ?? number },
    });
  writeReject(reading, open, rejected);
}

function writeCell(
  { table: { view }, cases, point }: Reading,
  { row, amounts, totals }: OpenRow,
  {
    column: { from, target, isFirst },
    at,
    values,
    cells,
  }: {
    readonly column: OutputColumn;
    readonly at: number;
    readonly values: ReadonlyMap<string, Decimal>;
    readonly cells: Cells;
  },
): void {
  if (!cases.has(from)) {
    if (!isFirst && textAt(view, row, from) !== '') cells.set(at + 1, { kind: 'empty' });
    return;
  }
  const amount = amounts.get(from);
  if (amount === undefined) return;
  const value = values.get(`${from} ${target?.code ?? ''}`) ?? null;
  if (value === null) {
    cells.set(at + 1, { kind: 'empty' });
    return;
  }
  addPart(totals, at, amount.measure, value);
  if (compareDecimals(value, amount.exact) === 0) return;
  if (value.units === 0n) cells.set(at + 1, { kind: 'empty' });
  else cells.set(at + 1, amountChange(view, { row, column: from }, { whole: amount.reading, value, point }));
}

function writeReject(
  reading: Reading,
  { row, amounts }: OpenRow,
  rejected: ReadonlyMap<number, RejectReason>,
): void {
  const { table, setting } = reading;
  const number = table.view.numbers[row] as number;
  const cells: Cells = new Map();
  for (const column of amounts.keys()) if (!rejected.has(column)) cells.set(column + 1, { kind: 'empty' });
  for (const column of table.totals)
    if (textAt(table.view, row, column) !== '') cells.set(column + 1, { kind: 'empty' });
  const reasons = [...new Set(rejected.values())];
  const line = table.view.lines?.[row] ?? number;
  withTexts(cells, setting.width, [
    reasons.map((reason) => recodeTexts[setting.lang].reasons[reason]).join('; '),
    reasons.join(' '),
    ...(setting.isWorkbook ? [table.view.table.sheet ?? ''] : []),
    String(line),
  ]);
  setting.draft.rejected.set(number, [outputRow(number, cells)]);
}
