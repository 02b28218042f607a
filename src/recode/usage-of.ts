import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { addDecimals, type Decimal, formatDecimal, parseDecimal, ZERO } from '../values/decimal.ts';
import type { Table } from '../values/table.ts';
import { exactValue, type Point, pointEvidence, readAmount } from './amount.ts';
import { spellings } from './plan.ts';
import { isTotal } from './settle.ts';
import { repeatedSheets } from './workbook/repeated-sheets.ts';
import { bookingsOf, sheetsOfOneHeader, type TimesheetSheet } from './workbook/timesheet-sheets.ts';

const SECONDS = 3600;

/**
 * Adds up what a time-sheet books on each code, in the first of its amount columns. Of a workbook the sheets that `recode`
 * would take: the first time-sheet and all others with its header, none of them twice. For putting entries in order: what
 * cannot be read is left out, and nothing is refused but a file without the columns.
 *
 * @param isCode whether a text is a booking code of the old map
 * @throws ProcmapError when no table has a code and an amount column
 */
export function usageOf(
  tables: readonly Table[],
  { file, isCode }: { readonly file: string; readonly isCode: (code: string) => boolean },
): TimesheetUsage {
  const known = (text: string) => spellings(text.trim()).some(isCode);
  const context = { file, choice: {}, isCode: known, needsDate: false };
  const { sheets, others } = sheetsOfOneHeader(tables, context);
  const repeated = repeatedSheets(sheets);
  const taken = sheets.map((sheet) => {
    const repeats = repeated.find((each) => each.sheet === sheet.table.sheet);
    return { sheet, rows: bookedRows(sheet, known), repeats: repeats?.of ?? [], counted: !repeats?.certain };
  });
  const counted = taken.filter((each) => each.counted).flatMap(({ sheet, rows }) => rows.map(booking(sheet)));
  const leftOut = others.filter((table) => bookingsOf(table, context) !== null);
  return {
    ...sumsOf(counted, isCode),
    sheets: taken.flatMap(({ sheet: { table }, rows, repeats, counted: isCounted }) =>
      table.sheet === null ? [] : [{ name: table.sheet, rows: rows.length, repeats, counted: isCounted }],
    ),
    leftOut: leftOut.map(({ sheet }) => sheet ?? ''),
  };
}

type Row = readonly string[];

/** The rows below the header that bear a code, without totals of others. */
function bookedRows({ table, columns }: TimesheetSheet, known: (text: string) => boolean): readonly Row[] {
  return table.rows
    .slice(columns.headerRow + 1)
    .map(({ cells }) => cells)
    .filter((cells) => (cells[columns.code] ?? '').trim() !== '')
    .filter((cells) => known(cells[columns.code] ?? '') || !isTotal(cells));
}

interface CodeAndAmount {
  readonly code: string;
  readonly amount: string;
}

function booking({ columns }: TimesheetSheet): (row: Row) => CodeAndAmount {
  const [amount = 0] = columns.amounts;
  return (row) => ({ code: (row[columns.code] ?? '').trim(), amount: row[amount] ?? '' });
}

function sumsOf(
  bookings: readonly CodeAndAmount[],
  isCode: (code: string) => boolean,
): Pick<TimesheetUsage, 'byCode' | 'unknown'> {
  const byCode = new Map<string, Decimal>();
  const unknown = new Map<string, Decimal>();
  const point = pointOf(bookings.map(({ amount }) => amount));
  for (const { code: written, amount: text } of bookings) {
    const amount = amountOf(text, point);
    if (written === '' || amount === null) continue;
    const code = spellings(written).find(isCode);
    const sums = code === undefined ? unknown : byCode;
    sums.set(code ?? written, addDecimals(sums.get(code ?? written) ?? ZERO, amount));
  }
  return { byCode, unknown };
}

function pointOf(cells: readonly string[]): Point | null {
  const found = new Set(cells.map(pointEvidence).filter((point) => point !== null));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** Clock times count in hours, to the hundredth. */
function amountOf(text: string, point: Point | null): Decimal | null {
  const reading = readAmount(text, point);
  if (reading.kind !== 'amount') return null;
  const value = exactValue(reading.amount);
  if (reading.amount.measure !== 'clock') return value;
  return parseDecimal((Number(formatDecimal(value)) / SECONDS).toFixed(2));
}
