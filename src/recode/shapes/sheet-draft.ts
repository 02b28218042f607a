import type { CellChange, OutputRow } from '../sheet-plan.ts';

/** What becomes of the rows of a sheet, while its tables are gone through. */
export interface SheetDraft {
  /** By number of the row: the rows it becomes; a row that is not in here stays. */
  readonly recoded: Map<number, readonly OutputRow[]>;
  /** By number of the row: what the rejects have of it; of the rows of tables only those in here. */
  readonly rejected: Map<number, readonly OutputRow[]>;
  /** Numbers of the rows that belong to the body of a table. */
  readonly body: Set<number>;
}

export type Cells = Map<number, CellChange>;

export function openDraft(): SheetDraft {
  return { recoded: new Map(), rejected: new Map(), body: new Set() };
}

/** All rows of the output, first to last. */
export function recodedRows({ recoded }: SheetDraft, lastRow: number): readonly OutputRow[] {
  return numbersTo(lastRow).flatMap((from) => recoded.get(from) ?? [{ from }]);
}

/** All rows of the rejects: titles and headers, and what was rejected. */
export function rejectedRows({ rejected, body }: SheetDraft, lastRow: number): readonly OutputRow[] {
  return numbersTo(lastRow).flatMap((from) => rejected.get(from) ?? (body.has(from) ? [] : [{ from }]));
}

/** A row of the output; without changes it is its row of the input. */
export function outputRow(from: number, cells: Cells): OutputRow {
  return cells.size === 0 ? { from } : { from, cells };
}

/** Adds texts at the end of a row. */
export function withTexts(cells: Cells, column: number, texts: readonly string[]): Cells {
  texts.forEach((text, i) => {
    cells.set(column + 1 + i, { kind: 'text', text });
  });
  return cells;
}

function numbersTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}
