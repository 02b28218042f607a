import type { ContainerName } from '../model/process-map.ts';
import type { Place } from '../values/place.ts';
import { MAX_CELL, rowPlace, type Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { ReadLimits } from './limits.ts';

/** Sizes that no entry of a map has, nor a cell of a table: what goes beyond is a wrong file or a hostile one. */
export const MOST = {
  code: 200,
  label: 4_000,
  levels: 64,
} as const;

/** In the text of a document a stray quotation mark makes one cell of pages, which reading by lines undoes. */
const MOST_IN_TEXT = 131_072;

/** Containers whose cells are those of a spreadsheet; a page may hold all its text in one cell. */
const SHEETS: ReadonlySet<ContainerName> = new Set(['text', 'xlsx', 'xls', 'xlsb', 'ods', 'fods']);

/**
 * Refuses tables with a cell that no spreadsheet could hold, or with more text than a file may have unpacked: a text that is
 * shared by many cells is small in its file.
 *
 * @throws ProcmapError `outsized`, `workbook-too-large`
 */
export function refuseOutsized(
  container: ContainerName,
  tables: readonly Table[],
  { unpackedBytes }: ReadLimits,
): void {
  if (!SHEETS.has(container)) return;
  let left = unpackedBytes;
  const most = container === 'text' ? MOST_IN_TEXT : MAX_CELL;
  for (const table of tables)
    for (const row of table.rows)
      for (let column = 0; column < row.cells.length; column++) {
        const { length } = row.cells[column] as string;
        if (length > most) refuseCell(length, most, rowPlace(table, row, column));
        left -= length;
        if (left < 0) refuseText(table, unpackedBytes);
      }
}

/**
 * Refuses a code, a label or a level that is too large.
 *
 * @throws ProcmapError `outsized` with its place
 */
export function refuseSize(measure: keyof typeof MOST, found: number, place: Place): void {
  if (found > MOST[measure])
    throw new ProcmapError('outsized', { place, measure, found, limit: MOST[measure] });
}

function refuseCell(found: number, limit: number, place: Place): never {
  throw new ProcmapError('outsized', { place, measure: 'cell', found, limit });
}

function refuseText({ file, sheet }: Table, limit: number): never {
  throw new ProcmapError('workbook-too-large', {
    file,
    sheet,
    measure: 'megabytes',
    limit: Math.round(limit / 2 ** 20),
  });
}
