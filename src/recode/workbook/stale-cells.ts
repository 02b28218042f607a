import type { Area } from './area.ts';

/** Cells whose value is not what the file says any more. */
export interface StaleCells {
  readonly add: (row: number, column: number) => void;
  readonly has: (row: number, column: number) => boolean;
  /** Whether one of them lies in an area. */
  readonly hits: (area: Area) => boolean;
}

const BLOCK = 256;

interface StaleColumn {
  readonly rows: Set<number>;
  /** How many rows are stale in each block of rows. */
  readonly blocks: Map<number, number>;
  first: number;
  last: number;
}

/** A growing set of cells that is asked about areas: at worst one look at each block of rows, in each of its columns. */
export function openStaleCells(): StaleCells {
  const columns = new Map<number, StaleColumn>();
  return {
    add: (row, column) => {
      const found = columns.get(column) ?? { rows: new Set(), blocks: new Map(), first: row, last: row };
      columns.set(column, found);
      if (found.rows.has(row)) return;
      found.rows.add(row);
      const block = Math.floor(row / BLOCK);
      found.blocks.set(block, (found.blocks.get(block) ?? 0) + 1);
      found.first = Math.min(found.first, row);
      found.last = Math.max(found.last, row);
    },
    has: (row, column) => columns.get(column)?.rows.has(row) === true,
    hits: ({ top, left, bottom, right }) => {
      if (left === right) return columnHits(columns.get(left), top, bottom);
      for (const [column, stale] of columns)
        if (column >= left && column <= right && columnHits(stale, top, bottom)) return true;
      return false;
    },
  };
}

function columnHits(column: StaleColumn | undefined, top: number, bottom: number): boolean {
  if (!column || column.last < top || column.first > bottom) return false;
  if (column.first >= top || column.last <= bottom) return true;
  for (let row = top; row <= bottom; ) {
    const block = Math.floor(row / BLOCK);
    const end = (block + 1) * BLOCK;
    if (!column.blocks.has(block)) row = end;
    else if (row === block * BLOCK && end <= bottom + 1) return true;
    else {
      for (; row < end && row <= bottom; row++) if (column.rows.has(row)) return true;
    }
  }
  return false;
}
