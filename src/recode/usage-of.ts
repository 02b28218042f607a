import { addDecimals, type Decimal, formatDecimal, parseDecimal, ZERO } from '../values/decimal.ts';
import type { Table } from '../values/table.ts';
import { exactValue, type Point, pointEvidence, readAmount } from './amount.ts';
import { type Columns, findColumns } from './columns.ts';
import { spellings } from './plan.ts';

/** How much was booked on each code, and on codes that nobody knows. Exact; hours where the cells are times of day. */
export interface TimesheetUsage {
  readonly byCode: ReadonlyMap<string, Decimal>;
  readonly unknown: ReadonlyMap<string, Decimal>;
}

const SECONDS = 3600;

/**
 * Adds up what a time-sheet books on each code, in the first of its amount columns. For putting entries in order: what
 * cannot be read is left out, and nothing is refused but a table without the columns.
 *
 * @param isCode whether a text is a booking code of the old map
 * @throws ProcmapError when no table has a code and an amount column
 */
export function usageOf(
  tables: readonly Table[],
  { file, isCode }: { readonly file: string; readonly isCode: (code: string) => boolean },
): TimesheetUsage {
  const byCode = new Map<string, Decimal>();
  const unknown = new Map<string, Decimal>();
  const { rows, columns } = firstTimesheet(tables, file, isCode);
  const [amountColumn = 0] = columns.amounts;
  const point = pointOf(rows.map((row) => row[amountColumn] ?? ''));
  for (const row of rows) {
    const written = (row[columns.code] ?? '').trim();
    const amount = amountOf(row[amountColumn] ?? '', point);
    if (written === '' || amount === null) continue;
    const code = spellings(written).find(isCode);
    const sums = code === undefined ? unknown : byCode;
    sums.set(code ?? written, addDecimals(sums.get(code ?? written) ?? ZERO, amount));
  }
  return { byCode, unknown };
}

interface Timesheet {
  readonly columns: Columns;
  /** Below the header. */
  readonly rows: readonly (readonly string[])[];
}

/** The first table with the columns; a workbook may hold notes on other sheets. */
function firstTimesheet(
  tables: readonly Table[],
  file: string,
  isCode: (code: string) => boolean,
): Timesheet {
  const known = (text: string) => spellings(text.trim()).some(isCode);
  const context = { file, choice: {}, isCode: known, needsDate: false };
  let failure: unknown;
  for (const table of tables) {
    const cells = table.rows.map((row) => row.cells);
    try {
      const columns = findColumns(cells, context);
      return { columns, rows: cells.slice(columns.headerRow + 1) };
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure ?? new RangeError('no table to read');
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
