import { foldBlanks } from '../../values/fold-blanks.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table, TableRow } from '../table.ts';

/** Collects the tables of a document as they open and close, one within another too. */
export interface DocumentTables {
  readonly openTable: () => void;
  readonly closeTable: () => void;
  readonly openRow: () => void;
  /** Leaves columns out at the start of a row. */
  readonly skip: (columns: number) => void;
  /** Adds a cell where the next one is free; it takes the columns and, from here on, the rows that it spans. */
  readonly addCell: (text: string, columns: number, rows: number) => void;
  /** A paragraph between tables. */
  readonly addParagraph: (text: string) => void;
  readonly build: () => readonly Table[];
}

interface OpenTable {
  readonly number: number;
  readonly rows: TableRow[];
  /** How many rows below the present one each column is taken for. */
  readonly taken: number[];
  row: string[] | null;
  rowNumber: number;
  column: number;
}

/** No document has wider tables; programs write spans of thousands to mean "all". */
const MAX_COLUMNS = 1000;
const MAX_ROWS = 65_536;
/** What heads a table stands close above it, and is short. */
const HEADING_LINES = 3;
const HEADING_LENGTH = 200;

/**
 * Starts on a document. Tables that follow each other with as many columns are one, as a map is often set in several; the
 * last lines above a table are its heading.
 *
 * @throws ProcmapError `workbook-too-large` from `addCell`
 */
export function documentTables(file: string, limits: ReadLimits): DocumentTables {
  const open: OpenTable[] = [];
  const done: { readonly number: number; readonly width: number; readonly rows: readonly TableRow[] }[] = [];
  let heading: string[] = [];
  let [count, left] = [0, limits.cells];
  const current = () => open.at(-1);
  const spend = (cells: number) => {
    left -= cells;
    if (left < 0)
      throw new ProcmapError('workbook-too-large', {
        file,
        sheet: null,
        measure: 'cells',
        limit: limits.cells,
      });
  };
  return {
    openTable: () => {
      count++;
      const rows = heading.map((text): TableRow => ({ number: 1, table: count, cells: [text] }));
      heading = [];
      open.push({ number: count, rows, taken: [], row: null, rowNumber: 0, column: 0 });
    },
    closeTable: () => {
      const table = open.pop();
      if (!table) return;
      endRow(table);
      done.push({ number: table.number, width: widthOf(table.rows), rows: table.rows });
    },
    openRow: () => {
      const table = current();
      if (!table) return;
      endRow(table);
      table.row = [];
      table.rowNumber++;
      table.column = 0;
    },
    skip: (columns) => {
      const table = current();
      if (table) table.column += Math.min(Math.max(0, columns), MAX_COLUMNS);
    },
    addCell: (text, columns, rows) => {
      const table = current();
      if (!table?.row) return;
      while ((table.taken[table.column] ?? 0) > 0) table.column++;
      const width = Math.min(Math.max(1, columns), MAX_COLUMNS);
      spend(table.column + width > MAX_COLUMNS ? Number.POSITIVE_INFINITY : width);
      while (table.row.length < table.column) table.row.push('');
      table.row[table.column] = text;
      const height = Math.min(Math.max(1, rows), MAX_ROWS);
      for (let i = 0; i < width; i++) table.taken[table.column + i] = height;
      table.column += width;
    },
    addParagraph: (text) => {
      const folded = foldBlanks(text);
      if (open.length > 0 || folded === '') return;
      heading = folded.length > HEADING_LENGTH ? [] : [...heading, folded].slice(-HEADING_LINES);
    },
    build: () => joinTables(file, done),
  };
}

function endRow(table: OpenTable): void {
  const { row, taken } = table;
  if (row?.some((text) => text.trim() !== '')) {
    table.rows.push({ number: table.rowNumber, table: table.number, cells: row });
  }
  if (row) {
    taken.forEach((rows, column) => {
      taken[column] = Math.max(0, rows - 1);
    });
  }
  table.row = null;
}

function widthOf(rows: readonly TableRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function joinTables(
  file: string,
  tables: readonly { readonly number: number; readonly width: number; readonly rows: readonly TableRow[] }[],
): readonly Table[] {
  const joined: { width: number; rows: TableRow[] }[] = [];
  for (const { width, rows } of [...tables].sort((a, b) => a.number - b.number)) {
    const last = joined.at(-1);
    if (rows.length === 0) continue;
    if (last && last.width === width) last.rows.push(...rows);
    else joined.push({ width, rows: [...rows] });
  }
  return joined.map(({ rows }) => ({ file, sheet: null, rows, notes: [] }));
}
