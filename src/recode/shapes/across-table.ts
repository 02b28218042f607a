import type { RejectReason } from '../../model/recode-report.ts';
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from '../../values/decimal.ts';
import { recodeTexts } from '../../words/recode.ts';
import { noteUnit } from '../accounts.ts';
import type { Point } from '../amount.ts';
import { auditHeader } from '../audit.ts';
import { measureIn } from '../books.ts';
import { watchAmount } from '../clock-watch.ts';
import { pointOf } from '../csv-layout.ts';
import { followCode, followLabel } from '../follow-label.ts';
import { orderEvidence } from '../period.ts';
import { rejectColumns } from '../recode-result.ts';
import { measureId, noteLeftTotal } from '../run.ts';
import {
  addPart,
  addRead,
  markTotals,
  openTotals,
  type RunningTotals,
  recomputeTotals,
  type TotalCell,
  writtenSince,
} from '../running-totals.ts';
import {
  type CodeCase,
  caseOf,
  isGrandTotal,
  isTotal,
  personOf,
  relationOf,
  type TimeRelation,
  timeOf,
} from '../settle.ts';
import type { CellChange } from '../sheet-plan.ts';
import type { Countable } from '../tally.ts';
import { type BookedCell, settleCells } from './booked-cells.ts';
import type { AcrossTable } from './find-tables.ts';
import { daysOf, headerPeriod } from './header-period.ts';
import { type Cells, outputRow, withTexts } from './sheet-draft.ts';
import {
  amountAt,
  amountChange,
  factAt,
  filledText,
  showsItsDigits,
  storedText,
  textAt,
} from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';
import { totalSources } from './total-columns.ts';

/** A column of the output: what it is made of, and the code that it has then. */
export interface OutputColumn {
  /** The column of the input, from 0. */
  readonly from: number;
  /** Whether it is the first that this column became. */
  readonly isFirst: boolean;
  /** `null` for a column that is none of a code, or keeps its code. */
  readonly target: { readonly code: string; readonly label: string } | null;
  /** Whether the amounts in it are those that keep their code. */
  readonly keeps: boolean;
}

interface Reading {
  readonly table: AcrossTable;
  readonly setting: TableSetting;
  readonly cases: ReadonlyMap<number, CodeCase>;
  readonly point: Point | null;
  readonly measure: number;
  readonly sources: ReadonlyMap<number, readonly number[]>;
  readonly timeAt: (row: number) => TimeRelation;
}

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

function openReading(table: AcrossTable, setting: TableSetting): Reading {
  const { view, header, codes, start, end } = table;
  const { run, point } = setting;
  const cases = new Map(codes.map((column) => [column, caseOf(run, textAt(view, header, column))]));
  const texts = view.rows
    .slice(start, end)
    .flatMap((row, i) =>
      codes.flatMap((column) => (factAt(view, start + i, column)?.number == null ? [row[column] ?? ''] : [])),
    );
  const body = view.rows.slice(start, end).filter((_, i) => !isTotal(leftCells(table, start + i)));
  const sources = new Map(totalSources(body, table.totals, codes).map(({ column, of }) => [column, of]));
  return {
    ...{ table, setting, cases, sources },
    point: point ?? pointOf(texts.filter((text) => text !== '')),
    measure: measureIn(
      run.books,
      'ore',
      `${textAt(view, header, codes[0] ?? 0)}..${textAt(view, header, codes.at(-1) ?? 0)}`,
    ),
    timeAt: timesOf(table, setting),
  };
}

function timesOf(
  { view, date, year, context, start, end }: AcrossTable,
  { run: { plan } }: TableSetting,
): (row: number) => TimeRelation {
  const { validFrom } = plan;
  if (validFrom === null) return () => 'after';
  if (date === null) {
    const month =
      context.month === null ? null : daysOf({ kind: 'month', year: null, month: null, number: 0 }, context);
    const relation = relationOf(month, validFrom);
    return () => relation;
  }
  let monthFirst = false;
  for (let row = start; row < end && !monthFirst; row++)
    monthFirst = orderEvidence(textAt(view, row, date)) === 'm';
  return (row) => {
    const text = filledText(view, row, date);
    const period = headerPeriod(text);
    const own =
      year === null ? context : { ...context, year: Number(filledText(view, row, year)) || context.year };
    const days = period === null ? null : daysOf(period, own);
    return days !== null && !monthFirst ? relationOf(days, validFrom) : timeOf(text, validFrom, monthFirst);
  };
}

function leftCells({ view, codes }: AcrossTable, row: number): readonly string[] {
  return (view.rows[row] ?? []).slice(0, codes[0] ?? 0);
}

function amountsAt({ table, point, cases, setting }: Reading, row: number): ReadonlyMap<number, Countable> {
  const found = new Map<number, Countable>();
  for (const column of cases.keys()) {
    const amount = amountAt(table.view, row, column, point);
    if (amount.reading.kind === 'blank') continue;
    found.set(column, amount);
    if (setting.point === null && showsItsDigits(table.view, row, column))
      watchAmount(setting.run.watch, {
        key: 'ore',
        name: textAt(table.view, table.header, column),
        text: amount.text.trim(),
        reading: amount.reading,
      });
  }
  return found;
}

function noteUnits(reading: Reading): void {
  const { table, setting, measure } = reading;
  for (let row = table.start; row < table.end; row++) {
    for (const { reading: own, unit } of amountsAt(reading, row).values()) {
      if (own.kind !== 'amount') continue;
      const scale = Math.max(unit.scale, setting.run.decimals);
      noteUnit(setting.run.accounts, measureId(setting.run, measure, own.amount.measure), { ...unit, scale });
    }
  }
}

/** A row without person and date whose amounts are all computed. */
function isSumRow({ table }: Reading, row: number, amounts: ReadonlyMap<number, Countable>): boolean {
  if (leftCells(table, row).some((cell) => cell.trim() !== '')) return false;
  return [...amounts.keys()].every((column) => {
    const formula = factAt(table.view, row, column)?.formula ?? null;
    return formula !== null && (formula === '' || /\bSUM\s*\(|\bSUBTOTAL\s*\(/i.test(formula));
  });
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

interface OpenRow {
  readonly row: number;
  readonly amounts: ReadonlyMap<number, Countable>;
  readonly columns: readonly OutputColumn[];
  readonly totals: RunningTotals;
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

function writeRowTotal(
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

function totalChange(
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
function writeTotals(reading: Reading, { row, amounts, columns, totals }: OpenRow): void {
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

function noteLeft(
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
