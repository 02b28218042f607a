import { foldHeader } from '../language/fold-header.ts';
import { addDecimals, compareDecimals, type Decimal, ZERO } from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { readAmount } from './amount.ts';
import { nameRank } from './column-names.ts';
import { amountColumnsOf, type ColumnChoice, type Columns } from './column-types.ts';
import { isContextLabel } from './shapes/context.ts';
import type { FoundTable } from './shapes/find-tables.ts';
import { factAt, type SheetView } from './shapes/sheet-view.ts';

/** What tells a booking that stands outside its table. */
export interface StrayContext {
  readonly file: string;
  readonly choice: ColumnChoice;
  readonly isCode: (text: string) => boolean;
  /** Whether rows with more cells than the header has columns are rejected anyway. */
  readonly rejectsWider?: boolean;
}

/** A code with an amount that no table takes, or a number below no header. */
interface Stray {
  readonly kind: 'booking' | 'number';
  readonly column: number;
}

/**
 * Stops where a sheet of bookings has more of them than its tables take: above or below them, beside them under a second
 * header, across their codes; or where a booking has a number below no header. They would pass as they are, in silence.
 *
 * @throws ProcmapError with the place of the first
 */
export function refuseStrays(view: SheetView, tables: readonly FoundTable[], context: StrayContext): void {
  const searches = tables.map((table) => ({ table, search: searchOf(table, context) }));
  view.rows.forEach((cells, row) => {
    const own = searches.find(({ table }) => row >= table.header && row < table.end);
    if (own !== undefined && row < own.table.start) return;
    const isWritten = (column: number) => {
      const fact = factAt(view, row, column);
      return fact === undefined || (fact.formula === null && fact.shown !== 'date');
    };
    const stray = (own?.search ?? ((all, is) => outside(all, is, context)))(cells, isWritten);
    if (stray === null) return;
    refuseStray(stray, cells, {
      ...{ file: context.file, sheet: view.table.sheet },
      line: view.lines?.[row] ?? (view.numbers[row] as number),
    });
  });
}

/** Stops at a stray booking of a text that is read row by row. */
export function refuseStray(
  { kind, column }: Stray,
  cells: readonly string[],
  { file, sheet, line }: { readonly file: string; readonly sheet: string | null; readonly line: number },
): never {
  const text = (cells[column] ?? '').trim();
  const place = { file, sheet: sheet ?? '', line, column: column + 1, text };
  throw new ProcmapError(kind === 'booking' ? 'booking-outside' : 'number-unnamed', place);
}

type Search = (cells: readonly string[], isWritten: (column: number) => boolean) => Stray | null;

function searchOf(table: FoundTable, context: StrayContext): Search {
  if (table.kind === 'rows') return rowSearch(table.columns, context);
  return (cells, isWritten) => outside(cells, isWritten, context);
}

/**
 * Looks at the cells beside the booking of a row: in columns without a header, or below a second one for codes. A column
 * that repeats the code of the row with its label is none.
 */
export function rowSearch(columns: Columns, context: StrayContext): Search {
  const { code, names } = columns;
  const amounts = amountColumnsOf(columns);
  const named = foldHeader(names[code] ?? '');
  const used = new Set([
    code,
    ...columns.person,
    ...columns.totals.map(({ column }) => column),
    ...columns.repeated,
  ]);
  for (const column of [...amounts, columns.date, columns.year, columns.kind])
    if (column !== null) used.add(column);
  const mayBeCode = (column: number) => {
    const name = foldHeader(names[column] ?? '');
    if (name === '' || name === named) return true;
    return context.choice.code === undefined && nameRank('code', name) !== null;
  };
  const isTwin = (column: number) => named !== '' && foldHeader(names[column] ?? '') === named;
  const isLabelOf = (column: number, own: string, text: string) => !isTwin(column) && sameCode(own, text);
  return (cells, isWritten) => {
    const own = cells[code] ?? '';
    const isWider =
      context.rejectsWider === true && cells.some((text, at) => at >= names.length && isFilled(text));
    const isBooking = isCodeCell(own, context) && !isWider;
    for (let column = 0; column < cells.length; column++) {
      const text = (cells[column] ?? '').trim();
      if (text === '' || column === code || !isWritten(column)) continue;
      const isBeside = isTwin(column) || (!used.has(column) && mayBeCode(column));
      const isOther = (amounts.includes(column) || isBeside) && isCodeCell(text, context);
      if (isOther && !isLabelOf(column, own, text) && hasNumber(cells, isWritten))
        return { kind: 'booking', column };
      const isUnnamed = column > code && !used.has(column) && (names[column] ?? '') === '';
      if (
        isBooking &&
        isUnnamed &&
        isNumber(text) &&
        !isSum(
          text,
          amounts.map((at) => cells[at] ?? ''),
        )
      )
        return { kind: 'number', column };
    }
    return null;
  };
}

/** Whether the header leaves room for a stray booking, so that every row of a long text has to be searched. */
export function mayStray({ code, names }: Columns): boolean {
  const named = names.map((name) => foldHeader(name));
  return named.some((name, column) => column !== code && (name === '' || name === named[code]));
}

/** A row of no table, or of one whose codes stand across: a code and a number in it are a booking that nobody takes. */
function outside(
  cells: readonly string[],
  isWritten: (column: number) => boolean,
  context: StrayContext,
): Stray | null {
  const column = cells.findIndex((text) => isCodeCell(text, context));
  if (column === -1) return null;
  const isFree = (at: number) =>
    isWritten(at) && !isContextLabel(cells.slice(0, at).findLast(isFilled) ?? '');
  return hasNumber(cells, isFree) ? { kind: 'booking', column } : null;
}

const isFilled = (text: string): boolean => text.trim() !== '';

function isCodeCell(text: string, { isCode }: StrayContext): boolean {
  return /\d/.test(text) && isCode(text);
}

/** `A1.1.1.1` and `A1.1.1.1 - Protocollo`. */
function sameCode(own: string, other: string): boolean {
  const [a, b] = [own.trim(), other.trim()];
  return a !== '' && (a.startsWith(b) || b.startsWith(a));
}

function hasNumber(cells: readonly string[], isWritten: (column: number) => boolean): boolean {
  return cells.some((text, column) => isWritten(column) && isNumber(text));
}

/** Numbers with a nought in front, such as 000417, name something. */
function isNumber(text: string): boolean {
  if (!/[1-9]/.test(text) || /^\s*0\d+\s*$/.test(text)) return false;
  return ['amount', 'ambiguous'].includes(readAmount(text, null).kind);
}

function isSum(text: string, amounts: readonly string[]): boolean {
  const point = /,/.test(text) ? ',' : null;
  const sum = amounts.reduce((all, each) => addDecimals(all, decimalIn(each, point)), ZERO);
  return compareDecimals(decimalIn(text, point), sum) === 0;
}

function decimalIn(text: string, point: ',' | null): Decimal {
  const read = readAmount(text, point);
  if (read.kind !== 'amount') return ZERO;
  const { units, notation } = read.amount;
  return { units, scale: notation.decimals };
}
