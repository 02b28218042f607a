import type { Table } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { readAmount } from '../amount.ts';
import { plainName } from '../column-names.ts';
import { type ColumnContext, type Columns, findColumns } from '../columns.ts';
import { isCodeOf, type RecodePlan } from '../plan.ts';
import type { RecodeOptions } from '../recode-result.ts';
import type { RawCell } from './read-cells.ts';

/** A sheet that is a time-sheet, and where its columns stand. */
export interface TimesheetSheet {
  readonly table: Table;
  readonly columns: Columns;
}

interface Looking {
  readonly options: RecodeOptions;
  /** The cells of a sheet's rows as they stand in its file. */
  readonly cellsOf: (table: Table) => (row: number) => ReadonlyMap<number, RawCell>;
}

const SAMPLE_ROWS = 5000;

/**
 * Finds the time-sheets of a workbook: the first sheet whose header names a code and an amount column, and all others
 * with the same header, such as one for each month. With `options.sheets`, these and no others.
 *
 * @returns at least one; amounts and code stand in the same columns of all
 * @throws ProcmapError when there is none, or when another sheet holds bookings below another header
 */
export function findSheets(
  tables: readonly Table[],
  plan: RecodePlan,
  looking: Looking,
): readonly TimesheetSheet[] {
  const { options } = looking;
  const asked = askedFor(tables, options);
  const needsDate = plan.validFrom !== null;
  const context = { file: options.file, choice: options.columns, isCode: isCodeOf(plan), needsDate };
  const { sheets, others } = sheetsOfOneHeader(asked, context);
  const apart = others.filter((table) => holdsBookings(table, context, looking));
  if (apart.length > 0)
    throw new ProcmapError('sheets-differ', {
      file: options.file,
      sheet: sheets[0]?.table.sheet ?? '',
      others: apart.map(({ sheet }) => `"${sheet}"`).join(', '),
    });
  return sheets;
}

/**
 * The first table whose header names the columns of a time-sheet, with all that have the same header, and the tables that
 * have not.
 *
 * @throws ProcmapError when no table is a time-sheet
 */
export function sheetsOfOneHeader(
  tables: readonly Table[],
  context: ColumnContext,
): { readonly sheets: readonly TimesheetSheet[]; readonly others: readonly Table[] } {
  const { table: first, columns: found } = firstSheet(tables, context);
  const heads = tables.flatMap((table) => {
    const headerRow = table === first ? found.headerRow : sameHeader(table, found);
    return headerRow === null ? [] : [{ table, headerRow }];
  });
  // Cells of all months tell what a column holds: that of the first may be empty.
  const below = heads
    .filter(({ table }) => table !== first)
    .flatMap(({ table, headerRow }) => sample(table).slice(headerRow + 1));
  const columns = below.length === 0 ? found : findColumns([...sample(first), ...below], context);
  return {
    sheets: heads.map(({ table, headerRow }) => ({ table, columns: { ...columns, headerRow } })),
    others: tables.filter((table) => heads.every((head) => head.table !== table)),
  };
}

function askedFor(tables: readonly Table[], { sheets, file }: RecodeOptions): readonly Table[] {
  if (sheets === undefined || sheets.length === 0) return tables;
  const known = tables.map(({ sheet }) => sheet ?? '');
  const missing = sheets.find((sheet) => !known.includes(sheet));
  if (missing !== undefined) {
    const found = known.map((sheet) => `"${sheet}"`).join(', ');
    throw new ProcmapError('sheet-not-found', { file, sheet: missing, found });
  }
  return tables.filter(({ sheet }) => sheets.includes(sheet ?? ''));
}

function firstSheet(tables: readonly Table[], context: ColumnContext): TimesheetSheet {
  let failure: ProcmapError | null = null;
  for (const table of tables) {
    const columns = attempt(table, context);
    if (!(columns instanceof ProcmapError)) return { table, columns };
    failure ??= columns;
  }
  throw failure ?? new ProcmapError('timesheet-empty', { file: context.file });
}

function attempt(table: Table, context: ColumnContext): Columns | ProcmapError {
  try {
    return findColumns(sample(table), context);
  } catch (error) {
    if (error instanceof ProcmapError) return error;
    throw error;
  }
}

function sample(table: Table): readonly (readonly string[])[] {
  return table.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
}

const HEADER_SEARCH = 30;

/** Where the same header stands in another sheet. What has no name in either is the same. */
function sameHeader(table: Table, { names }: Columns): number | null {
  const wanted = headerText(names);
  const at = sample(table)
    .slice(0, HEADER_SEARCH)
    .findIndex((row) => headerText(row) === wanted);
  return at === -1 ? null : at;
}

function headerText(names: readonly string[]): string {
  return names.map(plainName).join('\t').trimEnd();
}

/**
 * Whether a sheet books amounts on codes of the crosswalk. Amounts that are all calculated are those of a summary, whose
 * formulas follow what they sum up.
 */
function holdsBookings(table: Table, context: ColumnContext, { cellsOf }: Looking): boolean {
  const booked = bookingsOf(table, context);
  if (booked === null) return false;
  const raw = cellsOf(table);
  return booked.rows.some((row) => booked.amounts.some((at) => raw(row).get(at)?.hasFormula === false));
}

/**
 * The rows of a table that book an amount on a known code, by number, and its amount columns; `null` when there are none.
 * A date is not needed to be a booking.
 */
export function bookingsOf(
  table: Table,
  context: ColumnContext,
): { readonly rows: readonly number[]; readonly amounts: readonly number[] } | null {
  const columns = attempt(table, { ...context, needsDate: false });
  if (columns instanceof ProcmapError) return null;
  const rows = table.rows
    .slice(columns.headerRow + 1)
    .filter(({ cells }) => context.isCode(cells[columns.code] ?? ''))
    .filter(({ cells }) => columns.amounts.some((at) => readAmount(cells[at] ?? '', '.').kind === 'amount'))
    .map(({ number }) => number);
  return rows.length === 0 ? null : { rows, amounts: columns.amounts };
}
