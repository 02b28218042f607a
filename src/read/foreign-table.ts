import type { ForeignTableKind } from '../model/error-args.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { reviewWords } from '../words/review-words.ts';
import { correspondenceColumns } from './correspondence-header.ts';
import type { Table, TableRow } from './table.ts';

/** The header of such a table stands at the top, or below the few lines that head a review sheet. */
const HEADER_WITHIN_ROWS = 40;

/**
 * Whether a file holds such a table, told by its header. What comes first decides: a workbook whose map
 * stands before the crosswalk is a map.
 *
 * @param isMapHeader whether a row heads a map, as far as the layouts can tell
 */
export function findForeignTable(
  tables: readonly Table[],
  isMapHeader: (cells: readonly string[]) => boolean,
): ForeignTableKind | null {
  for (const { rows } of tables) {
    for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
      const foreign = foreignHeader(cells) ?? correspondenceHeader(cells, rows.slice(at + 1));
      if (foreign !== null) return foreign;
      if (isMapHeader(cells)) return null;
    }
  }
  return null;
}

function foreignHeader(cells: readonly string[]): ForeignTableKind | null {
  const names = new Set(cells.map((cell) => foldBlanks(cell).toLowerCase()));
  const has = (...columns: readonly string[]) => columns.every((column) => names.has(column.toLowerCase()));
  const isReview = Object.values(reviewWords).some(({ columns }) =>
    has(columns.old_code, columns.proposed_code, columns.verdict),
  );
  if (isReview) return 'decisions';
  if (isTimesheet([...names])) return 'timesheet';
  if (!has('old_code', 'new_code')) return null;
  return has('verdict') ? 'decisions' : 'crosswalk';
}

function correspondenceHeader(cells: readonly string[], below: readonly TableRow[]): ForeignTableKind | null {
  const columns = correspondenceColumns(cells);
  if (columns === null) return null;
  const own = columns.oldLabel === null ? columns.newCode : columns.oldCode;
  const codes = below.map((row) => foldBlanks(row.cells[own] ?? '')).filter((code) => code !== '');
  return columns.certain || new Set(codes).size < codes.length ? 'correspondence' : null;
}

const HOURS = /^(?:n\.? |numero |totale )?(?:ore|hours)\b/;
const WHO_OR_WHEN =
  /^(?:matricola|dipendente|nominativo|cognome|employee|person|data|date|giorno|mese|day|month)\b/;
const WHAT = /^(?:cod|attivit|activity)/;

/** Hours of somebody, or of a day: codes alone would be read as a map of as many entries as there are bookings. */
function isTimesheet(names: readonly string[]): boolean {
  return [HOURS, WHO_OR_WHEN, WHAT].every((pattern) => names.some((name) => pattern.test(name)));
}
