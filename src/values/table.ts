import type { Place } from './place.ts';

/** A table as it stands in a file: a sheet of a workbook, or a delimited text. */
export interface Table {
  readonly file: string;
  /** The sheet's name; `null` for a text file or a document. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** 1-based: the row of a sheet, or the line of a text file on which the row begins. */
  readonly number: number;
  /** By column, untrimmed, `''` for an empty cell; shorter than other rows when the rest is empty. */
  readonly cells: readonly string[];
  /** The page it stands on, in a document that has pages; `number` then counts the rows of the page. */
  readonly page?: number;
  /** The number of its table, in a document without pages; `number` then counts the rows of the table. */
  readonly table?: number;
}

/** Where a row stands, or one of its cells (0-based column): the cell in a sheet, the line in a text. */
export function rowPlace({ file, sheet }: Table, row: TableRow, column = 0): Place {
  if (row.page !== undefined) return { file, page: row.page, line: row.number };
  if (row.table !== undefined) return { file, table: row.table, line: row.number };
  return sheet === null
    ? { file, line: row.number }
    : { file, sheet, cell: `${columnName(column)}${row.number}` };
}

/** The letters of a 0-based column: `A`, `Z`, `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
