import type { Place } from './place.ts';

/** A table as it stands in a file: a sheet of a workbook, or a delimited text. */
export interface Table {
  readonly file: string;
  /** The sheet's name; `null` for a text file. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** 1-based: the row of a sheet, or the line of a text file on which the row begins. */
  readonly number: number;
  /** By column, untrimmed, `''` for an empty cell; shorter than other rows when the rest is empty. */
  readonly cells: readonly string[];
}

/** Where a row stands, or one of its cells (0-based column): the cell in a sheet, the line in a text. */
export function rowPlace({ file, sheet }: Table, row: TableRow, column = 0): Place {
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
