import type { ReadNote } from '../../model/process-map.ts';
import { columnName } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table, TableRow } from '../table.ts';

/** A sheet while it is read: rows from above, cells in any order within their row. */
export interface SheetTable {
  readonly set: (row: number, column: number, text: string) => void;
  readonly note: (
    kind: 'cell-error' | 'formula-without-value',
    row: number,
    column: number,
    value: string,
  ) => void;
  readonly hide: (what: 'row' | 'column', first: number, last: number) => void;
  readonly build: () => Table;
}

/** How many cells the sheets of a file may still have, together. */
export interface CellBudget {
  left: number;
}

/**
 * Starts a sheet. Rows and columns are counted from 0; only rows with text are kept.
 *
 * @throws ProcmapError `workbook-too-large` from `set`
 */
export function sheetTable(
  file: string,
  sheet: string,
  hidden: boolean,
  budget: CellBudget,
  limits: ReadLimits,
): SheetTable {
  const cells = new Map<number, string[]>();
  const notes: ReadNote[] = [];
  const hiddenRows: number[] = [];
  const placeAt = (row: number, column: number) => ({ file, sheet, cell: `${columnName(column)}${row + 1}` });
  if (hidden) notes.push({ kind: 'hidden', what: 'sheet', name: sheet, place: placeAt(0, 0) });
  return {
    set: (row, column, text) => {
      if (text === '') return;
      const own = cells.get(row) ?? [];
      cells.set(row, own);
      budget.left -= Math.max(0, column + 1 - own.length);
      if (budget.left < 0) {
        throw new ProcmapError('workbook-too-large', { file, sheet, measure: 'cells', limit: limits.cells });
      }
      while (own.length < column) own.push('');
      own[column] = text;
    },
    note: (kind, row, column, value) => {
      const place = placeAt(row, column);
      notes.push(kind === 'cell-error' ? { kind, value, place } : { kind, formula: value, place });
    },
    hide: (what, first, last) => {
      if (what === 'row')
        for (let row = first; row <= last && hiddenRows.length < MAX_HIDDEN; row++) hiddenRows.push(row);
      else {
        const [from, to] = [columnName(first), columnName(last)];
        notes.push({
          kind: 'hidden',
          what,
          name: from === to ? from : `${from}:${to}`,
          place: placeAt(0, first),
        });
      }
    },
    build: () => {
      const rows = [...cells]
        .sort(([a], [b]) => a - b)
        .map(([row, own]): TableRow => ({ number: row + 1, cells: own }));
      const kept = rows.filter((row) => row.cells.some((text) => text.trim() !== ''));
      const numbers = new Set(kept.map(({ number }) => number));
      for (const row of hiddenRows) {
        if (numbers.has(row + 1)) {
          notes.push({ kind: 'hidden', what: 'row', name: String(row + 1), place: placeAt(row, 0) });
        }
      }
      return { file, sheet, rows: kept, notes };
    },
  };
}

const MAX_HIDDEN = 1_048_576;
