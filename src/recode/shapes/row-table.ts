import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  roundDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from '../../values/decimal.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { noteUnit } from '../accounts.ts';
import type { Point } from '../amount.ts';
import { auditHeader, auditTexts } from '../audit.ts';
import { type Account, measureIn } from '../books.ts';
import { watchAmount } from '../clock-watch.ts';
import { kindOf } from '../column-names.ts';
import { amountColumnsOf, kindOfMeasure, type MeasureColumns } from '../columns.ts';
import { pointOf } from '../csv-layout.ts';
import { readPair } from '../csv-measures.ts';
import { followCode, followLabel } from '../follow-label.ts';
import { memo } from '../memo.ts';
import { orderEvidence } from '../period.ts';
import type { MapRule, Rule } from '../plan.ts';
import { rejectCells, rejectColumns } from '../recode-result.ts';
import { refuseCopies } from '../refuse-copies.ts';
import { measureId, noteLeftTotal } from '../run.ts';
import {
  addPart,
  addRead,
  addWritten,
  markTotals,
  recomputeTotals,
  type TotalCell,
} from '../running-totals.ts';
import {
  type Booking,
  type CodeCase,
  caseOf,
  isGrandTotal,
  isTotal,
  type Part,
  personOf,
  refusedCase,
  relationOf,
  settle,
  type TimeRelation,
  timeOf,
} from '../settle.ts';
import type { CellChange, OutputRow } from '../sheet-plan.ts';
import type { Countable } from '../tally.ts';
import { type BookedCell, settleCells } from './booked-cells.ts';
import type { RowTable } from './find-tables.ts';
import { daysOf } from './header-period.ts';
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
import type { TotalColumn } from './total-columns.ts';

/**
 * Recodes a table with a row for each code: writes into the draft what becomes of its rows, and enters them into the books.
 *
 * @throws ProcmapError when dividing a row would copy a number that nobody has named, or when the dates are missing
 */
export function recodeRowTable(table: RowTable, setting: TableSetting): void {
  const reading = openReading(table, setting);
  const { view } = table;
  markTotals(setting.totals);
  writeHeader(table, setting);
  for (let row = table.start; row < table.end; row++) {
    setting.draft.body.add(view.numbers[row] as number);
    const cells = view.rows[row] as readonly string[];
    if (!cells.some((cell) => cell.trim() !== '')) continue;
    const code = reading.codeAt(row);
    const amounts = reading.cellsAt(row);
    if (code.mayBeTotal && (isTotal(cells) || isSumRow(table, row, amounts)))
      writeTotals(reading, row, amounts);
    else if (amounts.length > 0 || isBooking(code)) recodeRow(reading, { row, code, cells: amounts });
  }
}

interface Reading {
  readonly table: RowTable;
  readonly setting: TableSetting;
  readonly points: readonly (Point | null)[];
  readonly codeAt: (row: number) => CodeCase;
  readonly cellsAt: (row: number) => readonly RowCell[];
  readonly personAt: (row: number) => Account;
  /** Of a row without amounts. */
  readonly timeAt: (row: number) => TimeRelation;
}

/** An amount of a row, with the decimal sign of its column. */
interface RowCell extends BookedCell {
  readonly point: Point | null;
}

interface OpenRow {
  readonly row: number;
  readonly code: CodeCase;
  readonly cells: readonly RowCell[];
}

function openReading(table: RowTable, setting: TableSetting): Reading {
  const { view, columns, context } = table;
  const { run } = setting;
  const points = columns.measures.map((measure) => pointIn(table, measure, setting));
  const codes = memo((text: string) => caseOf(run, text));
  const merged = mergedAmounts(table, codes);
  const people = memo((text: string) => personOf(run, text));
  const nobody = personOf(run, context.person);
  const timeAt = rowTimes(table, setting);
  noteUnits(table, setting, points);
  return {
    table,
    setting,
    points,
    codeAt: (row) =>
      merged.get(row) ?? numberCase(table, row, setting) ?? codes(filledText(view, row, columns.code)),
    personAt: (row) => {
      if (columns.person.length === 0) return nobody;
      const name = columns.person
        .map((column) => filledText(view, row, column).trim())
        .filter((part) => part !== '')
        .join(' ');
      return people(name === '' && columns.person.length > 0 ? '' : name);
    },
    timeAt,
    cellsAt: (row) => cellsOf(table, row, { setting, points, time: timeAt(row) }),
  };
}

/** Texts tell the decimal sign; numbers have a point in the file, whatever the screen shows. */
function pointIn(table: RowTable, { columns }: MeasureColumns, { point }: TableSetting): Point | null {
  if (point !== null) return point;
  const texts: string[] = [];
  for (let row = table.start; row < table.end; row++)
    for (const column of columns) {
      const text = textAt(table.view, row, column);
      if (text !== '' && factAt(table.view, row, column)?.number == null) texts.push(text);
    }
  return pointOf(texts);
}

/** A code stored as a number may have lost a nought: `1.1` may be 1.10 where there is such a code. */
function numberCase(
  { view, columns }: RowTable,
  row: number,
  { run: { plan } }: TableSetting,
): CodeCase | null {
  const at = view.covered.get(columns.code)?.get(row) ?? row;
  const fact = factAt(view, at, columns.code);
  const text = textAt(view, at, columns.code).trim();
  if (fact == null || fact.number === null || fact.decimals !== null || !/^\d+\.\d+$/.test(text)) return null;
  const longer = [`${text}0`, `${text}00`].some((code) => plan.rules.has(code) || plan.newCodes.has(code));
  return longer ? refusedCase(text, 'code-number') : null;
}

/** An amount that is merged over rows of several codes, or of a code that is divided, belongs to nobody for certain. */
function mergedAmounts(
  { view, columns, start, end }: RowTable,
  codes: (text: string) => CodeCase,
): ReadonlyMap<number, CodeCase> {
  const refused = new Map<number, CodeCase>();
  const amounts = new Set(amountColumnsOf(columns));
  for (const [column, covered] of view.covered) {
    if (!amounts.has(column)) continue;
    const groups = new Map<number, number[]>();
    for (const [row, first] of covered)
      if (row >= start && row < end) groups.set(first, [...(groups.get(first) ?? [first]), row]);
    for (const rows of groups.values()) {
      const own = rows.map((row) => codes(filledText(view, row, columns.code)));
      const isOne =
        own.every((each) => each.rule.code === own[0]?.rule.code) && (own[0]?.whole !== null || own[0]?.kept);
      if (isOne) continue;
      rows.forEach((row, i) => {
        refused.set(row, refusedCase(own[i]?.rule.code ?? '', 'amount-merged'));
      });
    }
  }
  return refused;
}

function rowTimes(
  { view, columns, context, start, end }: RowTable,
  { run, file }: TableSetting,
): (row: number) => TimeRelation {
  const { validFrom } = run.plan;
  const { date, year } = columns;
  if (validFrom === null) return () => 'after';
  if (date !== null) {
    let monthFirst = false;
    for (let row = start; row < end && !monthFirst; row++)
      monthFirst = orderEvidence(textAt(view, row, date)) === 'm';
    const read = memo((text: string) => timeOf(text, validFrom, monthFirst));
    const written = (row: number) => {
      const text = filledText(view, row, date);
      if (year === null) return text;
      return `${text} ${filledText(view, row, year)}`;
    };
    return (row) => read(written(row));
  }
  const days = columns.measures.flatMap(({ run: own }) => own?.periods ?? []);
  const dated = days.map((period) => relationOf(period === null ? null : daysOf(period, context), validFrom));
  if (days.length > 0) return () => (dated.every((time) => time === 'before') ? 'before' : 'after');
  if (context.year === null)
    throw new ProcmapError('column-not-found', { file, role: 'date', wanted: '', found: '' });
  const month = { kind: 'month', year: null, month: null, number: 0 } as const;
  const period = context.month === null ? yearDays(context.year) : daysOf(month, context);
  const relation = relationOf(period, validFrom);
  return () => relation;
}

function yearDays(year: number) {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** How fine the amounts of each measure are, known before the first is divided. */
function noteUnits(
  { view, columns, start, end }: RowTable,
  { run }: TableSetting,
  points: readonly (Point | null)[],
): void {
  columns.measures.forEach((measure, i) => {
    for (let row = start; row < end; row++) {
      const kind = columns.kind === null ? '' : kindOf(textAt(view, row, columns.kind));
      const index = measureIn(run.books, ...kindOfMeasure(measure, kind));
      for (const column of measure.shape === 'hours-minutes' ? [] : measure.columns) {
        if (textAt(view, row, column) === '') continue;
        const { reading, unit } = amountAt(view, row, column, points[i] ?? null);
        if (reading.kind !== 'amount') continue;
        noteUnit(run.accounts, measureId(run, index, reading.amount.measure), {
          ...unit,
          scale: Math.max(unit.scale, run.decimals),
        });
      }
    }
  });
}

/** The amounts of a row that are not blank. */
function cellsOf(
  { view, columns, context }: RowTable,
  row: number,
  {
    setting,
    points,
    time,
  }: {
    readonly setting: TableSetting;
    readonly points: readonly (Point | null)[];
    readonly time: TimeRelation;
  },
): readonly RowCell[] {
  const { run } = setting;
  const kind = columns.kind === null ? '' : kindOf(textAt(view, row, columns.kind));
  return columns.measures.flatMap((measure, i): RowCell[] => {
    const index = measureIn(run.books, ...kindOfMeasure(measure, kind));
    const point = points[i] ?? null;
    if (measure.shape === 'hours-minutes') {
      const amount = readPair(measure.columns.map((column) => textAt(view, row, column)));
      return amount.reading.kind === 'blank'
        ? []
        : [{ amount, measure: index, columns: measure.columns, time, point }];
    }
    return measure.columns.flatMap((column, at): RowCell[] => {
      const amount = amountAt(view, row, column, point);
      if (amount.reading.kind === 'blank') return [];
      if (setting.point === null && showsItsDigits(view, row, column))
        watchAmount(run.watch, {
          key: measure.key,
          name: measure.name,
          text: amount.text.trim(),
          reading: amount.reading,
        });
      const period = measure.run?.periods[at] ?? null;
      const own = period === null ? time : relationOf(daysOf(period, context), run.plan.validFrom);
      return [{ amount, measure: index, columns: [column], time: own, point }];
    });
  });
}

/** A code that the crosswalk or the user knows: its row is a booking even where it has no amounts. */
function isBooking({ rule, kept }: CodeCase): boolean {
  return !kept && (rule.kind === 'map' || !['no-code', 'unknown-code'].includes(rule.reason));
}

const SUM_FORMULA =
  /\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\s*\(|^[+]?\$?[A-Z]{1,3}\$?\d+(?:\+\$?[A-Z]{1,3}\$?\d+)+$/i;

/** A row without a code whose amounts are all sums of others. */
function isSumRow({ view, columns }: RowTable, row: number, cells: readonly RowCell[]): boolean {
  if (cells.length === 0 || filledText(view, row, columns.code).trim() !== '') return false;
  const formulas = cells.flatMap((cell) =>
    cell.columns.map((column) => factAt(view, row, column)?.formula ?? null),
  );
  return formulas.every((formula) => formula !== null && (formula === '' || SUM_FORMULA.test(formula)));
}

function writeHeader(
  { view, header, start }: RowTable,
  { draft, width, isWorkbook, audit, run }: TableSetting,
): void {
  for (let row = header; row < start; row++) {
    const number = view.numbers[row] as number;
    const texts = row === header ? rejectColumns(isWorkbook) : [];
    draft.rejected.set(number, [outputRow(number, withTexts(new Map(), width, texts))]);
    if (audit && row === header)
      draft.recoded.set(number, [outputRow(number, withTexts(new Map(), width, [auditHeader(run.plan)]))]);
  }
}

function recodeRow(reading: Reading, open: OpenRow): void {
  const { table, setting } = reading;
  for (const { columns, amount } of open.cells) addRead(setting.totals, columns[0] as number, amount);
  const rowTotals = totalsOf(reading, open);
  for (const { column, amount } of rowTotals) addRead(setting.totals, column, amount);
  const isWide = table.columns.measures.some(({ run }) => run !== null);
  if (isWide && open.cells.length > 0) recodeWide(reading, open, rowTotals);
  else recodeLong(reading, open, rowTotals);
}

/** A row with one date: it keeps its code, moves or is rejected as a whole. */
function recodeLong(reading: Reading, open: OpenRow, rowTotals: readonly RowTotal[]): void {
  const { setting, table } = reading;
  const number = table.view.numbers[open.row] as number;
  const booking: Booking = {
    person: reading.personAt(open.row),
    code: open.code,
    time: open.code.kept ? 'after' : reading.timeAt(open.row),
    amounts: open.cells,
  };
  const settlement = settle(setting.run, booking);
  const notes = setting.audit ? auditTexts(settlement) : [];
  const all = { cells: open.cells, whole: true };
  switch (settlement.kind) {
    case 'reject':
      setting.draft.recoded.set(number, []);
      setting.draft.rejected.set(number, [
        rejectedRow(reading, open, { cells: open.cells, rowTotals, reason: settlement.reason }),
      ]);
      return;
    case 'split': {
      if (settlement.parts.length > 1) refuseRowCopies(reading, open.row);
      const rows = settlement.parts.map((part, i) =>
        writtenRow(reading, open, {
          part,
          rule: settlement.rule,
          cells: open.cells,
          rowTotals,
          note: notes[i] ?? null,
          whole: settlement.parts.length === 1,
        }),
      );
      setting.draft.recoded.set(number, rows);
      return;
    }
    default: {
      const target = settlement.kind === 'recode' ? settlement : null;
      const part = {
        code: target?.code ?? '',
        label: target?.label ?? '',
        weight: 1n,
        of: 1n,
        values: open.cells.map(({ amount }) => amount.exact),
      };
      setting.draft.recoded.set(number, [
        writtenRow(reading, open, {
          part,
          rule: target?.rule ?? null,
          rowTotals,
          note: notes[0] ?? null,
          ...all,
        }),
      ]);
    }
  }
}

/** A row whose cells have dates of their own. */
function recodeWide(reading: Reading, open: OpenRow, rowTotals: readonly RowTotal[]): void {
  const { setting, table } = reading;
  const number = table.view.numbers[open.row] as number;
  const person = reading.personAt(open.row);
  const { kept, moved, parts, rejected } = settleCells(setting.run, {
    person,
    code: open.code,
    cells: open.cells,
  });
  const rule = open.code.rule.kind === 'map' ? open.code.rule : null;
  const whole = rejected.size === 0 && parts.length + (kept.length > 0 ? 1 : 0) === 1;
  const rows: OutputRow[] = [];
  if (parts.length + (kept.length > 0 ? 1 : 0) > 1) refuseRowCopies(reading, open.row);
  if (kept.length > 0) {
    const part = { code: '', label: '', weight: 1n, of: 1n, values: kept.map(({ amount }) => amount.exact) };
    rows.push(
      writtenRow(reading, open, {
        part,
        rule: null,
        cells: kept as readonly RowCell[],
        rowTotals,
        note: setting.audit ? 'kept' : null,
        whole,
      }),
    );
  }
  const notes = setting.audit && rule !== null && parts.length > 0 ? partNotes(open.code, rule, parts) : [];
  parts.forEach((part, i) => {
    rows.push(
      writtenRow(reading, open, {
        part,
        rule,
        cells: moved as readonly RowCell[],
        rowTotals,
        note: notes[i] ?? null,
        whole,
      }),
    );
  });
  setting.draft.recoded.set(number, rows);
  if (rejected.size > 0)
    setting.draft.rejected.set(
      number,
      [...rejected].map(([reason, cells]) =>
        rejectedRow(reading, open, { cells: cells as readonly RowCell[], rowTotals, reason }),
      ),
    );
}

function partNotes(code: CodeCase, rule: MapRule, parts: readonly Part[]): readonly string[] {
  return auditTexts(code.whole ?? { kind: 'split', rule, parts });
}

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

function writtenRow(reading: Reading, open: OpenRow, writing: RowWriting): OutputRow {
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

function writeAmount(
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

/** A total of the row: what it says, and whether it is the sum of the cells it sums up. */
interface RowTotal {
  readonly column: number;
  readonly of: TotalColumn['of'];
  readonly amount: Countable;
  readonly adds: boolean;
}

function totalsOf({ table, setting, points }: Reading, { row, cells }: OpenRow): readonly RowTotal[] {
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
const DIGITS = 6;

function isNear(a: Decimal, b: Decimal): boolean {
  return compareDecimals(roundDecimal(a, DIGITS), roundDecimal(b, DIGITS)) === 0;
}

function writeRowTotals(
  reading: Reading,
  { row }: OpenRow,
  {
    rowTotals,
    values,
    whole,
    cells,
  }: Pick<RowWriting, 'rowTotals' | 'whole'> & {
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
function totalChange(
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

function rejectedRow(
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

/** Numbers that nobody has named are not copied; a formula over its own row is computed anew in each. */
function refuseRowCopies({ table, setting }: Reading, row: number): void {
  const { view, columns } = table;
  const line = view.lines?.[row] ?? (view.numbers[row] as number);
  const isFollowing = (column: number) => {
    const formula = factAt(view, row, column)?.formula ?? null;
    return (
      formula !== null &&
      (formula === '' || new RegExp(String.raw`\$?[A-Z]{1,3}\$?${view.numbers[row]}(?!\d)`).test(formula))
    );
  };
  refuseCopies(
    columns,
    (column) =>
      isFollowing(column) || factAt(view, row, column)?.shown === 'date' ? '' : textAt(view, row, column),
    { file: setting.file, line },
  );
}

/** Totals of columns are those of what stands in the output. */
function writeTotals(reading: Reading, row: number, amounts: readonly RowCell[]): void {
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

function placeText({ view }: RowTable, { file }: TableSetting, row: number): string {
  const number = view.lines?.[row] ?? view.numbers[row];
  return view.table.sheet === null ? `${file}:${number}` : `${file}, ${view.table.sheet}, ${number}`;
}
