import type { ReadNote } from '../model/process-map.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import type { Place } from '../values/place.ts';
import {
  columnName,
  type TableRow as PlainRow,
  type Table as PlainTable,
  rowPlace,
} from '../values/table.ts';

/**
 * A table of a file as reading needs it. Only rows with text are kept. Of merged cells the first one has the text and
 * the others are empty, as in the CSV file that a spreadsheet saves.
 */
export interface Table extends PlainTable {
  readonly rows: readonly TableRow[];
  /** What reading the container noticed: hidden rows, cell errors, bytes that do not decode. */
  readonly notes: readonly ReadNote[];
  /** Text files only: the whole text and its delimiter, from which the columns of places are counted. */
  readonly source?: { readonly text: string; readonly delimiter: string };
}

export interface TableRow extends PlainRow {
  /** Text files only: where the row begins in the text. */
  readonly offset?: number;
}

/** Where a cell stands. `column` is the 0-based index of the cell in its row. */
export function placeOf(table: Table, row: TableRow, column: number): Place {
  if (table.sheet !== null) {
    return { file: table.file, sheet: table.sheet, cell: `${columnName(column)}${row.number}` };
  }
  if (row.page !== undefined || row.table !== undefined) {
    return { ...rowPlace(table, row), column: column + 1 };
  }
  const before = textBefore(table, row, column);
  const lines = before.split('\n');
  return {
    file: table.file,
    line: row.number + lines.length - 1,
    column: (lines.at(-1) as string).length + 1,
  };
}

/** The place of the first cell with text, for what concerns a row as a whole. */
export function placeOfRow(table: Table, row: TableRow): Place {
  return placeOf(
    table,
    row,
    Math.max(
      0,
      row.cells.findIndex((text) => text.trim() !== ''),
    ),
  );
}

const SAMPLE_ROWS = 200;

/** The cells of some rows below one, as a sample of what its columns hold. */
export function rowsBelow(rows: readonly TableRow[], at: number): readonly (readonly string[])[] {
  return rows.slice(at + 1, at + 1 + SAMPLE_ROWS).map(({ cells }) => cells);
}

/** The text of the row's cells on one line, for notes that quote a row. */
export function rowText(row: TableRow): string {
  return row.cells
    .map((text) => foldBlanks(text))
    .filter((text) => text !== '')
    .join(' | ');
}

/** The raw text of the row up to the cell, delimiters and quotes included. */
function textBefore(table: Table, row: TableRow, column: number): string {
  const { text = '', delimiter = ',' } = table.source ?? {};
  const start = row.offset ?? 0;
  let at = start;
  for (let cell = 0; cell < column; cell++) at = endOfCell(text, at, delimiter) + delimiter.length;
  return text.slice(start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, at);
}

/** The end of a cell that another one follows in its row. */
function endOfCell(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[at] === '"') {
    at++;
    while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
  }
  const end = text.indexOf(delimiter, at);
  return end < 0 ? text.length : end;
}
