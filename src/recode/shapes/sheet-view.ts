import { type Decimal, decimalOf, formatDecimal, roundDecimal, trimDecimal } from '../../values/decimal.ts';
import type { CellFact, Table } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { formatPart, type Point, readAmount } from '../amount.ts';
import type { CellChange } from '../sheet-plan.ts';
import { type Countable, counted } from '../tally.ts';

/** A sheet or a delimited text as the shapes look at it. Rows by position, columns from 0. */
export interface SheetView {
  readonly table: Table;
  /** The rows that hold something, as texts. */
  readonly rows: readonly (readonly string[])[];
  /** The number of each of them: row of the sheet, or line of the text. */
  readonly numbers: readonly number[];
  /** Of a text: the line on which each of them begins. */
  readonly lines?: readonly number[];
  /** By column, the position of the row whose cell covers each merged cell below it. */
  readonly covered: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** @throws ProcmapError when two rows have the same number */
export function sheetView(table: Table, lines?: readonly number[]): SheetView {
  const numbers = table.rows.map(({ number }) => number);
  if (table.sheet !== null && new Set(numbers).size !== numbers.length)
    throw new ProcmapError('workbook-damaged', { file: table.file, reason: 'address' });
  return {
    table,
    rows: table.rows.map(({ cells }) => cells),
    numbers,
    covered: coveredCells(table, numbers),
    ...(lines ? { lines } : {}),
  };
}

function coveredCells({ merges = [] }: Table, numbers: readonly number[]): SheetView['covered'] {
  const positions = new Map(numbers.map((number, i) => [number, i]));
  const covered = new Map<number, Map<number, number>>();
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const first = positions.get(firstRow);
    if (first === undefined || lastRow === firstRow) continue;
    const column = covered.get(firstColumn) ?? new Map<number, number>();
    covered.set(firstColumn, column);
    for (let at = first + 1; at < numbers.length && (numbers[at] as number) <= lastRow; at++)
      column.set(at, first);
  }
  return covered;
}

export function textAt({ rows }: SheetView, row: number, column: number): string {
  return rows[row]?.[column] ?? '';
}

/** The text of a cell, or of the cell above it that covers it. */
export function filledText(view: SheetView, row: number, column: number): string {
  return textAt(view, view.covered.get(column)?.get(row) ?? row, column);
}

export function factAt({ table }: SheetView, row: number, column: number): CellFact | undefined {
  return table.rows[row]?.facts?.[column];
}

const DAY_SECONDS = 86_400;
/** So many digits are taken of a number that no format limits. */
const MOST_DIGITS = 6;

/** The amount in a cell: of a number what is stored, to 15 digits, in the digits that are shown. */
export function amountAt(view: SheetView, row: number, column: number, point: Point | null): Countable {
  const text = textAt(view, row, column);
  const fact = factAt(view, row, column);
  if (fact !== undefined && !fact.hasValue) return counted(text, { kind: 'missing' });
  if (fact === undefined || fact.number === null) return counted(text, readAmount(text, point));
  if (fact.shown === 'date') return counted(text, { kind: 'unreadable' });
  return fact.shown === 'clock' ? clockAmount(text, fact) : numberAmount(text, fact);
}

function clockAmount(text: string, { number, seconds }: CellFact): Countable {
  const exact = Number(number) * DAY_SECONDS;
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) > 1e-3) return counted(text, { kind: 'unreadable' });
  const units = BigInt(whole);
  const notation = { head: '', tail: '', point: ':', group: '', decimals: 0, seconds, width: 1 } as const;
  const amount = { measure: 'clock', units: seconds ? units : units / 60n, notation } as const;
  return counted(text, { kind: 'amount', amount }, { units, scale: 0 });
}

function numberAmount(text: string, { number, shown, decimals }: CellFact): Countable {
  const plain = decimalOf(Number(number));
  if (plain === null) return counted(text, { kind: 'unreadable' });
  const stored = trimDecimal(shown === 'percent' ? shift(plain, -2) : plain);
  const digits = decimals ?? Math.min(stored.scale, MOST_DIGITS);
  const rounded = roundDecimal(stored, digits);
  const units = rounded.units * 10n ** BigInt(digits - rounded.scale);
  const notation = {
    head: '',
    tail: '',
    point: '.',
    group: '',
    decimals: digits,
    seconds: false,
    width: 0,
  } as const;
  const measure = shown === 'percent' || shown === 'euro' ? shown : 'number';
  return counted(text, { kind: 'amount', amount: { measure, units, notation } }, stored);
}

function shift({ units, scale }: Decimal, by: number): Decimal {
  const now = scale + by;
  return now >= 0 ? { units, scale: now } : { units: units * 10n ** BigInt(-now), scale: 0 };
}

/** What a cell that held an amount is to hold, for another amount of the same kind. */
export function amountChange(
  view: SheetView,
  { row, column }: { readonly row: number; readonly column: number },
  {
    whole,
    value,
    point,
  }: { readonly whole: Countable['reading']; readonly value: Decimal; readonly point: Point | null },
): CellChange {
  const fact = factAt(view, row, column);
  if (whole.kind !== 'amount') throw new RangeError('only amounts have parts');
  if (fact === undefined || fact.number === null)
    return { kind: 'text', text: formatPart(whole.amount, value, point) };
  return { kind: 'number', text: storedText(value, fact) };
}

/** A value as the file of a workbook stores it in a cell of that look. */
export function storedText(value: Decimal, { shown }: Pick<CellFact, 'shown'>): string {
  if (shown === 'percent') return formatDecimal(trimDecimal(shift(value, 2)));
  if (shown !== 'clock') return formatDecimal(trimDecimal(value));
  const days = Number(formatDecimal(value)) / DAY_SECONDS;
  return days.toFixed(17).replace(/\.?0+$/, '');
}

/** Whether a cell shows the digits that its user meant to see: of a number without a format, `7.30` is shown as 7.3. */
export function showsItsDigits(view: SheetView, row: number, column: number): boolean {
  const fact = factAt(view, row, column);
  return fact === undefined || fact.number === null || fact.decimals !== null || fact.shown === 'clock';
}
