import type { CellChange } from '../sheet-plan.ts';
import { type EditedSheet, sheetNamed } from './edited-sheet.ts';
import { type Meanings, type Precedent, type Precedents, precedentsOf } from './precedents.ts';
import { cellType, type SheetCell, type SheetDocument } from './sheet-document.ts';
import type { SheetFormula } from './sheet-formulas.ts';

interface Waiting extends Precedents {
  readonly sheet: EditedSheet;
  readonly formula: SheetFormula;
}

/** Passes over the formulas; what still waits for others after these is taken for stale. */
const MAX_PASSES = 16;

/**
 * Finds all cells whose stored value does not hold any more: those that the plans change, formulas that read rows which
 * split or went away, and all formulas that read such cells, across sheets. It errs on the side of calculating anew: a
 * program that trusts stored results must never show an old number.
 *
 * Chains that run down or up the sheets are done in two passes; each pass is linear.
 */
export function findStaleResults(sheets: readonly EditedSheet[], meanings: Meanings): void {
  const find = sheetNamed(sheets);
  const isMoved = sheets.some(({ moves }) => !moves.isIdentity);
  let waiting = sheets.flatMap((sheet) => {
    const renewed = sheet.isPlanned ? addChanges(sheet) : new Set<string>();
    return sheet.formulas
      .filter(({ row, column }) => !renewed.has(`${row} ${column}`))
      .map((formula): Waiting => {
        const { text, row, kind } = formula;
        const found = precedentsOf(text, { sheet: sheet.name, row }, meanings);
        return { sheet, formula, ...found, isPositional: found.isPositional || kind === 'data-table' };
      });
  });
  for (const each of waiting)
    if ((each.isPositional && isMoved) || each.reads.some((read) => isBroken(read, each, find))) mark(each);
  for (let pass = 0; ; pass++) {
    const left = waiting.filter((each) => !isSettled(each));
    if (pass === MAX_PASSES) {
      for (const each of left) mark(each);
      return;
    }
    // Down the sheets and up again: whatever way totals lie, the next pass meets them in order.
    if (pass % 2 === 1) left.reverse();
    let found = false;
    for (const each of left) {
      if (!each.reads.some(({ sheet, area }) => find(sheet)?.stale.hits(area))) continue;
      mark(each);
      found = true;
    }
    if (pass % 2 === 1) left.reverse();
    if (!found && pass > 0) return;
    waiting = left;
  }
}

function isSettled({ sheet, formula }: Waiting): boolean {
  return sheet.stale.has(formula.row, formula.column);
}

function mark({ sheet, formula }: Waiting): void {
  sheet.stale.add(formula.row, formula.column);
  if (formula.area === null) return;
  const { top, bottom, left, right } = formula.area;
  for (const row of rowsBetween(sheet.document, top, bottom))
    for (const cell of row.cells)
      if (cell.column >= left && cell.column <= right) sheet.stale.add(row.number, cell.column);
}

/** Whether a formula that stands in no cell, such as that of a chart, reads cells that are not what they were. */
export function readsStale(formula: string, sheets: readonly EditedSheet[], meanings: Meanings): boolean {
  const find = sheetNamed(sheets);
  const { reads } = precedentsOf(formula, { sheet: '', row: null }, meanings);
  return reads.some((read) => find(read.sheet)?.stale.hits(read.area) || isBroken(read, NO_CELL, find));
}

/** The rows of a sheet from one number to another, found by halving. */
export function rowsBetween({ rows }: SheetDocument, top: number, bottom: number): SheetDocument['rows'] {
  return rows.slice(firstAt(rows, top), firstAt(rows, bottom + 1));
}

function firstAt(rows: SheetDocument['rows'], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NO_CELL = { formula: { column: 0 } };

/** Whether a formula reads rows or columns that split, went away or changed their order. */
function isBroken(
  { sheet, area, isCell, isOwnRow }: Precedent,
  { formula }: { readonly formula: Pick<SheetFormula, 'column'> },
  find: (name: string) => EditedSheet | null,
): boolean {
  const moves = find(sheet)?.moves;
  if (!moves || moves.isIdentity) return false;
  const { top, bottom, left, right } = area;
  if (isCell) return moves.rows.images(top).length === 0 || moves.columns.images(left).length === 0;
  const isOwnColumn = left === right && left === formula.column;
  return (
    (!isOwnRow && !moves.rows.isWhole(top, bottom)) || (!isOwnColumn && !moves.columns.isWhole(left, right))
  );
}

/**
 * Adds what the plan of a sheet changes, at the places of the input.
 *
 * @returns the cells whose new result the plan knows, `row column`: whatever they read, they hold
 */
function addChanges({ document, moves, stale }: EditedSheet): ReadonlySet<string> {
  const cells = cellsOf(document);
  const renewed = new Set<string>();
  moves.eachChange((row, column, change) => {
    const [from, at] = [moves.rows.sourceOf(row), moves.columns.sourceOf(column)];
    if (change.kind === 'renew' && change.text !== null) renewed.add(`${from} ${at}`);
    if (!holds(cells(from).get(at), change)) stale.add(from, at);
  });
  return renewed;
}

/** Whether a cell says already what it is to say. */
function holds(cell: SheetCell | undefined, change: CellChange): boolean {
  if (change.kind === 'empty') return cell === undefined || (cell.value === null && cell.formula === null);
  const value = cell?.value ?? null;
  if (change.kind === 'renew') return change.text !== null && value === change.text;
  if (change.kind === 'number') return cell !== undefined && cellType(cell) === 'n' && value === change.text;
  return false;
}

/** The cells of a row by column; rows are asked for one after another. */
function cellsOf({ rows }: SheetDocument): (row: number) => ReadonlyMap<number, SheetCell> {
  const byRow = new Map(rows.map((row) => [row.number, row]));
  let last: { row: number; cells: ReadonlyMap<number, SheetCell> } | null = null;
  return (row) => {
    if (last?.row === row) return last.cells;
    const cells = new Map((byRow.get(row)?.cells ?? []).map((cell) => [cell.column, cell]));
    last = { row, cells };
    return cells;
  };
}
