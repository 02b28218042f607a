import { ProcmapError } from '../../model/error.ts';
import type { Table } from '../../values/table.ts';
import { readAmount } from '../amount.ts';
import { plainName } from '../column-names.ts';
import { type ColumnContext, type Columns, findColumns } from '../columns.ts';
import { isCodeOf, type RecodePlan } from '../plan.ts';
import type { RecodeOptions } from '../recode-result.ts';
import type { RawCell } from './sheet-xml.ts';

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
  const { table: first, columns: found } = firstSheet(asked, context);
  const heads = asked.flatMap((table) => {
    const headerRow = table === first ? found.headerRow : sameHeader(table, found);
    return headerRow === null ? [] : [{ table, headerRow }];
  });
  const apart = asked.filter(
    (table) => heads.every((head) => head.table !== table) && holdsBookings(table, context, looking),
  );
  if (apart.length > 0)
    throw new ProcmapError('sheets-differ', {
      file: options.file,
      sheet: first.sheet ?? '',
      others: apart.map(({ sheet }) => `"${sheet}"`).join(', '),
    });
  // Cells of all months tell what a column holds: that of the first may be empty.
  const below = heads
    .filter(({ table }) => table !== first)
    .flatMap(({ table, headerRow }) => sample(table).slice(headerRow + 1));
  const columns = below.length === 0 ? found : findColumns([...sample(first), ...below], context);
  return heads.map(({ table, headerRow }) => ({ table, columns: { ...columns, headerRow } }));
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
 * formulas follow what they sum up; a date is not needed to be a booking.
 */
function holdsBookings(table: Table, context: ColumnContext, { cellsOf }: Looking): boolean {
  const columns = attempt(table, { ...context, needsDate: false });
  if (columns instanceof ProcmapError) return false;
  const booked = table.rows
    .slice(columns.headerRow + 1)
    .filter(({ cells }) => context.isCode(cells[columns.code] ?? ''))
    .filter(({ cells }) => columns.amounts.some((at) => readAmount(cells[at] ?? '', '.').kind === 'amount'));
  if (booked.length === 0) return false;
  const raw = cellsOf(table);
  return booked.some(({ number }) => columns.amounts.some((at) => raw(number).get(at)?.hasFormula === false));
}
