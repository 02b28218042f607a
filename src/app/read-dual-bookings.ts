import type { LeftRow, SharesReport } from '../model/dual-shares.ts';
import type { SeriesProblem, SeriesUnit } from '../model/series.ts';
import { correspondenceColumns } from '../read/correspondence-header.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';
import { exactValue, type Point, pointEvidence, readAmount } from '../recode/amount.ts';
import { chooseColumns } from '../recode/column-choice.ts';
import { isAmountName } from '../recode/column-names.ts';
import { spellings } from '../recode/plan.ts';
import { isTotal } from '../recode/total-rows.ts';
import type { DualBooking } from '../series/estimate-shares.ts';
import { type Decimal, multiplyDecimals } from '../values/decimal.ts';
import { rowPlace, type Table, type TableRow } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';

/** The columns of bookings that were coded twice, as a user names them; found by their headers where left out. */
export interface DualChoice {
  readonly old?: string;
  readonly new?: string;
  readonly amount?: string;
  readonly point?: Point;
}

/** Bookings that were coded in both revisions. */
export interface DualReading extends Pick<SharesReport, 'columns' | 'unit' | 'left'> {
  readonly bookings: readonly DualBooking[];
}

interface DualColumns {
  readonly header: number;
  readonly names: readonly string[];
  readonly old: number;
  readonly new: number;
  readonly amount: number;
}

/** A header stands among so many rows. */
const HEAD_ROWS = 30;
const SECONDS: Decimal = { units: 3600n, scale: 0 };

/**
 * Reads bookings that were coded in both revisions: an old code, a new code and an amount in each row. What cannot be counted
 * is listed with its place.
 *
 * @throws ProcmapError when the file cannot be read, lacks a column, or has no such booking
 */
export async function readDualBookings(input: FileInput, choice: DualChoice): Promise<DualReading> {
  const { tables } = await readTables(input);
  const found = tables.flatMap((table) => {
    const columns = dualColumns(table, choice);
    return columns === null ? [] : [{ table, columns }];
  });
  const [first] = found;
  if (first === undefined) throw refused({ kind: 'dual-columns', file: input.name, found: headOf(tables) });
  const { table, columns } = first;
  const rows = table.rows
    .slice(columns.header + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const point = choice.point ?? pointOf(rows, columns.amount);
  const read = rows.flatMap((row) => readRow(row, table, { columns, point }));
  const bookings = read.flatMap((each) => ('booking' in each ? [each.booking] : []));
  if (bookings.length === 0) throw refused({ kind: 'no-dual-bookings', file: input.name });
  const unit: SeriesUnit = bookings.some(({ isClock }) => isClock) ? 'clock' : 'number';
  const name = (column: number): string => columns.names[column] ?? '';
  return {
    columns: { old: name(columns.old), new: name(columns.new), amount: name(columns.amount) },
    unit,
    bookings: bookings.map(({ oldCode, newCode, amount, isClock }) => ({
      oldCode,
      newCode,
      amount: unit === 'clock' && !isClock ? multiplyDecimals(amount, SECONDS) : amount,
    })),
    left: read.flatMap((each) => ('left' in each ? [each.left] : [])),
  };
}

function refused(problem: SeriesProblem): ProcmapError {
  return new ProcmapError('series', { problem });
}

function headOf(tables: readonly Table[]): readonly string[] {
  const row = tables
    .flatMap(({ rows }) => rows)
    .find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return (row?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function dualColumns(table: Table, choice: DualChoice): DualColumns | null {
  for (const [header, { cells }] of table.rows.slice(0, HEAD_ROWS).entries()) {
    const names = cells.map((cell) => cell.trim());
    const codes = correspondenceColumns(names);
    const old = chosen(choice.old, names) ?? codes?.oldCode;
    const fresh = chosen(choice.new, names) ?? codes?.newCode;
    if (old === undefined || fresh === undefined) continue;
    const asked = chosen(choice.amount, names);
    const amounts = names.flatMap((name, i) => (i !== old && i !== fresh && isAmountName(name) ? [i] : []));
    if (choice.amount !== undefined && asked === undefined)
      throw refused({ kind: 'column-missing', file: table.file, column: choice.amount, found: names });
    if (asked === undefined && amounts.length > 1)
      throw refused({
        kind: 'several-columns',
        file: table.file,
        columns: amounts.map((i) => names[i] ?? ''),
      });
    const amount = asked ?? amounts[0];
    if (amount !== undefined) return { header, names, old, new: fresh, amount };
  }
  return null;
}

function chosen(wanted: string | undefined, names: readonly string[]): number | undefined {
  return wanted === undefined ? undefined : chooseColumns(names, [wanted]).columns[0];
}

/** What the amounts of the column say of their decimal sign; where they do not agree, nothing. */
function pointOf(rows: readonly TableRow[], column: number): Point | null {
  const points = new Set(
    rows.map(({ cells }) => pointEvidence(cells[column] ?? '')).filter((point) => point !== null),
  );
  const [only = null] = points;
  return points.size === 1 ? only : null;
}

interface ReadBooking extends DualBooking {
  readonly isClock: boolean;
}

function readRow(
  row: TableRow,
  table: Table,
  { columns, point }: { readonly columns: DualColumns; readonly point: Point | null },
): readonly ({ readonly booking: ReadBooking } | { readonly left: LeftRow })[] {
  const [oldText, newText, text] = [columns.old, columns.new, columns.amount].map((column) =>
    (row.cells[column] ?? '').trim(),
  ) as [string, string, string];
  const left = (why: LeftRow['why'], shown: string, column: number) => [
    { left: { why, text: shown, place: rowPlace(table, row, column) } },
  ];
  if (oldText === '' || newText === '') {
    if (isTotal(row.cells)) return [];
    return left('no-code', `${oldText} ${newText}`.trim(), oldText === '' ? columns.old : columns.new);
  }
  const reading = readAmount(text, point);
  if (reading.kind === 'blank') return left('amount-missing', text, columns.amount);
  if (reading.kind !== 'amount') return left(`amount-${reading.kind}`, text, columns.amount);
  const booking = {
    oldCode: codeOf(oldText),
    newCode: codeOf(newText),
    amount: exactValue(reading.amount),
    isClock: reading.amount.measure === 'clock',
  };
  return [{ booking }];
}

/** The booking code that a cell names, brought to its form. */
function codeOf(text: string): string {
  return spellings(text).at(-1) ?? text;
}
