import type { Place } from './place.ts';

/** A table as it stands in a file: a sheet of a workbook, or a delimited text. */
export interface Table {
  readonly file: string;
  /** The sheet's name; `null` for a text file or a document. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
  /** Sheets read with their facts: the merged ranges, and the last row that the sheet names, blank or not. */
  readonly merges?: readonly CellRange[];
  readonly lastRow?: number;
}

/** As many characters as a cell of Excel holds. */
export const MAX_CELL = 32_767;

/** A rectangle of cells: 1-based rows, 0-based columns, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What a cell of a workbook holds behind its text. */
export interface CellFact {
  /** As it stands in the file; `null` for text. */
  readonly number: string | null;
  /** `null` without one; empty for one that is shared with another cell. */
  readonly formula: string | null;
  /** Whether the result of the formula is in the file and is no error. */
  readonly hasValue: boolean;
  /** How its format shows a number. */
  readonly shown: 'number' | 'percent' | 'euro' | 'clock' | 'date';
  /** Digits after the point that the format shows; `null` where it shows as many as there are. */
  readonly decimals: number | null;
  readonly seconds: boolean;
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
  /** By column, where the table was read with its facts. */
  readonly facts?: readonly (CellFact | undefined)[];
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
