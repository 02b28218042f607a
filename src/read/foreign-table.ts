import { reviewWords } from '../model/decision-words.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import type { Table } from './table.ts';

/** Tables of ours that are no maps, and are easily given for one. */
export type ForeignTable = 'crosswalk' | 'decisions';

/** The header of a table of ours stands at the top, or below the few lines that head a review sheet. */
const HEADER_WITHIN_ROWS = 40;

/**
 * Whether a file holds a table of ours that is no map, told by its header. What comes first decides: a workbook whose map
 * stands before the crosswalk is a map.
 *
 * @param isMapHeader whether a row heads a map, as far as the layouts can tell
 */
export function findForeignTable(
  tables: readonly Table[],
  isMapHeader: (cells: readonly string[]) => boolean,
): ForeignTable | null {
  for (const { rows } of tables) {
    for (const { cells } of rows.slice(0, HEADER_WITHIN_ROWS)) {
      const foreign = foreignHeader(cells);
      if (foreign !== null) return foreign;
      if (isMapHeader(cells)) return null;
    }
  }
  return null;
}

function foreignHeader(cells: readonly string[]): ForeignTable | null {
  const names = new Set(cells.map((cell) => foldBlanks(cell).toLowerCase()));
  const has = (...columns: readonly string[]) => columns.every((column) => names.has(column.toLowerCase()));
  const isReview = Object.values(reviewWords).some(({ columns }) =>
    has(columns.old_code, columns.proposed_code, columns.verdict),
  );
  if (isReview) return 'decisions';
  if (!has('old_code', 'new_code')) return null;
  return has('verdict') ? 'decisions' : 'crosswalk';
}
