import { ProcmapError } from '../../words/procmap-error.ts';
import type { CellChange, SheetPlan } from '../sheet-plan.ts';
import { type Axis, buildAxis, MAX_COLUMNS, MAX_ROWS, STILL } from './axis.ts';

/** Where the cells of a sheet went, and what became of them. */
export interface Moves {
  readonly rows: Axis;
  readonly columns: Axis;
  /** The changes of an output row, by output column. */
  readonly changes: (row: number) => ReadonlyMap<number, CellChange>;
  /** All changes, row by row. */
  readonly eachChange: (visit: (row: number, column: number, change: CellChange) => void) => void;
  readonly isIdentity: boolean;
  /** How many rows the plan writes, and how far it speaks of the input. */
  readonly planned: { readonly count: number; readonly until: number };
}

/** How far a sheet reaches: its last row and column that hold a value or a formula. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const NO_CHANGES: ReadonlyMap<number, CellChange> = new Map();

/** Moves of a sheet that has no plan. */
export const UNMOVED: Moves = {
  rows: STILL,
  columns: STILL,
  changes: () => NO_CHANGES,
  eachChange: () => {},
  isIdentity: true,
  planned: { count: 0, until: 0 },
};

/**
 * Reads a plan as moves.
 *
 * @throws ProcmapError `workbook-too-large` when the sheet has not so many rows
 */
export function movesOf(plan: SheetPlan, extent: Extent, file: string): Moves {
  if (plan.rows.length > MAX_ROWS)
    throw new ProcmapError('workbook-too-large', {
      file,
      sheet: plan.sheet,
      measure: 'cells',
      limit: MAX_ROWS,
    });
  const from = plan.rows.map((row) => row.from);
  const until = greatest(from, plan.until ?? extent.rows);
  const rows = buildAxis(from, until, MAX_ROWS);
  const columns = plan.columns
    ? buildAxis(plan.columns, greatest(plan.columns, extent.columns), MAX_COLUMNS)
    : STILL;
  return {
    rows,
    columns,
    changes: (row) => plan.rows[row - 1]?.cells ?? NO_CHANGES,
    eachChange: (visit) => {
      plan.rows.forEach(({ cells }, i) => {
        for (const [column, change] of cells ?? NO_CHANGES) visit(i + 1, column, change);
      });
    },
    isIdentity: rows.isIdentity && columns.isIdentity,
    planned: { count: from.length, until },
  };
}

function greatest(numbers: readonly number[], least: number): number {
  return numbers.reduce((most, each) => Math.max(most, each), least);
}
