import type { TableRow } from '../../values/table.ts';
import type { KeyColumn } from './find-key-column.ts';
import type { KeyTable } from './key-table.ts';

/** Rows that one cell with a code speaks of: one, or those that a merged cell covers. */
export interface KeyBlock {
  /** What the cell holds. */
  readonly text: string;
  readonly first: TableRow;
  /** All rows that belong together, blank ones too. */
  readonly rows: readonly number[];
}

const TOTAL =
  /^\W*(?:(?:sub|gran|grand)[\s.-]*)?(?:tot\.?$|total[ei]?(?!\p{L})|totals(?!\p{L})|somma(?!\p{L})|sum(?!\p{L})|medi[ae](?!\p{L})|average(?!\p{L})|mean(?!\p{L}))/iu;

/**
 * The rows of a table that say something of a code. Headings, footnotes, totals and repeated headers stay as they are.
 */
export function keyBlocks(table: KeyTable, { header, column, rows }: KeyColumn): readonly KeyBlock[] {
  const blocks: KeyBlock[] = [];
  let done = header.number;
  for (const row of rows) {
    if (row.number <= done) continue;
    const merge = table.mergeAt(row.number, column);
    const bottom = merge !== null && merge.top === row.number ? merge.bottom : row.number;
    done = bottom;
    if (bottom === row.number && isNoEntry(row, header, column)) continue;
    const numbers = Array.from({ length: bottom - row.number + 1 }, (_, i) => row.number + i);
    blocks.push({ text: row.cells[column] ?? '', first: row, rows: numbers });
  }
  return blocks;
}

/** Rows below the header that are no entries, and are no further headers: totals, means, headings, footnotes. */
export function otherRows(found: KeyColumn, blocks: readonly KeyBlock[]): readonly TableRow[] {
  const entries = new Set(blocks.flatMap(({ rows }) => rows));
  return found.rows.filter(
    (row) => !entries.has(row.number) && !repeatsHeader(row, found.header, found.column),
  );
}

/** Whether a row repeats the header. */
export function repeatsHeader(row: TableRow, header: TableRow, column: number): boolean {
  const name = (header.cells[column] ?? '').trim();
  return row !== header && name !== '' && (row.cells[column] ?? '').trim() === name;
}

function isNoEntry(row: TableRow, header: TableRow, column: number): boolean {
  if (repeatsHeader(row, header, column)) return true;
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => TOTAL.test(cell.trim())) && !/\d/.test(row.cells[column] ?? '')) return true;
  return filled.length <= 1 && (row.cells[column] ?? '').trim() === '';
}
