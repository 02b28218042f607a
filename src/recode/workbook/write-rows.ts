import { addressOf } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { type FormulaPlace, followFormula, type SheetMoves } from './follow-formula.ts';
import type { NoteTaker } from './notes.ts';
import { type ArrayPlan, type PlacedArray, planArrays } from './plan-arrays.ts';
import type { MergePlan } from './plan-merges.ts';
import type { SheetCell, SheetRow } from './sheet-document.ts';
import type { SheetFormula } from './sheet-formulas.ts';
import { rowsBetween } from './stale-results.ts';
import {
  type CellPlace,
  changedCell,
  emptyCell,
  formulaCell,
  keptCell,
  type WrittenFormula,
} from './write-cell.ts';
import { attributesOf, prefixOfTag } from './xml-tree.ts';

export interface RowsContext {
  readonly book: SheetMoves;
  readonly merges: MergePlan;
  readonly notes: NoteTaker;
}

interface Writing extends RowsContext {
  readonly sheet: EditedSheet;
  readonly prefix: string;
  readonly arrays: ArrayPlan;
  /** By the cell of the input that they stand in. */
  readonly formulas: ReadonlyMap<SheetCell, SheetFormula>;
  readonly spilled: ReadonlySet<SheetCell>;
  /** The input rows by number. */
  readonly rows: ReadonlyMap<number, SheetRow>;
}

/** The rows of a sheet as the plan wants them, and how far they reach. */
export interface WrittenRows {
  readonly xml: string;
  /** The cells there are, for the sheet's dimension; `null` without one. */
  readonly extent: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  } | null;
}

/** Writes the rows of a planned sheet. What does not change is copied as it stands in the file, at its new address. */
export function writeRows(sheet: EditedSheet, context: RowsContext): WrittenRows {
  const { document, formulas } = sheet;
  const arrays = planArrays(sheet);
  const writing: Writing = {
    ...context,
    sheet,
    arrays,
    spilled: spilledCells(sheet, arrays),
    prefix: document.data ? prefixOfTag(document.text, document.data.start) : '',
    formulas: new Map(formulas.map((formula) => [formula.cell, formula])),
    rows: new Map(document.rows.map((row) => [row.number, row])),
  };
  tellArrays(writing);
  const pieces: string[] = [];
  const extent = { top: 0, bottom: 0, left: Number.POSITIVE_INFINITY, right: 0 };
  for (const [number, row] of outputRows(writing)) {
    const cells = rowCells(number, row, writing);
    if (row === null && cells.length === 0) continue;
    pieces.push(rowText(number, row, cells, writing));
    const [first, last] = [cells[0]?.column, cells.at(-1)?.column];
    if (first === undefined || last === undefined) continue;
    extent.top ||= number;
    extent.bottom = number;
    extent.left = Math.min(extent.left, first);
    extent.right = Math.max(extent.right, last);
  }
  return { xml: pieces.join(''), extent: extent.top === 0 ? null : extent };
}

/** Rows of the output in order, with those of the input they are made of, where there is one. */
function* outputRows({ sheet, rows }: Writing): Generator<readonly [number, SheetRow | null]> {
  const { moves } = sheet;
  const { count, until } = moves.planned;
  for (let number = 1; number <= count; number++)
    yield [number, rows.get(moves.rows.sourceOf(number)) ?? null];
  for (const row of sheet.document.rows)
    if (row.number > until) for (const number of moves.rows.images(row.number)) yield [number, row];
}

interface OutputCell {
  readonly column: number;
  readonly xml: string;
}

function rowCells(number: number, row: SheetRow | null, writing: Writing): readonly OutputCell[] {
  const { sheet, merges, prefix } = writing;
  const changes = sheet.moves.changes(number);
  const cells: OutputCell[] = [];
  const seen = new Set<number>();
  for (const cell of row?.cells ?? [])
    for (const column of sheet.moves.columns.images(cell.column)) {
      seen.add(column);
      cells.push({ column, xml: cellText(cell, { row: number, column, prefix }, writing) });
    }
  for (const [column, change] of changes) {
    if (seen.has(column)) continue;
    seen.add(column);
    if (merges.covering.has(`${number} ${column}`) || change.kind === 'empty') continue;
    if (change.text !== null)
      cells.push({ column, xml: changedCell(null, change, { row: number, column, prefix }) });
  }
  for (const [column, content] of merges.contentIn(number))
    if (!seen.has(column))
      cells.push({
        column,
        xml: keptCell(sheet.document.text, content, { row: number, column, prefix }),
      });
  for (const [column, array] of writing.arrays.placedIn(number))
    if (!seen.has(column)) {
      const place = { row: number, column, prefix };
      const formula = arrayFormula(array, place, writing);
      const { cell } = array.formula;
      cells.push({ column, xml: formulaCell(sheet.document.text, cell, place, { formula, result: null }) });
    }
  return cells.sort((a, b) => a.column - b.column);
}

function cellText(cell: SheetCell, place: CellPlace, writing: Writing): string {
  const { sheet, merges, formulas, arrays } = writing;
  const { text } = sheet.document;
  const key = `${place.row} ${place.column}`;
  const covering = merges.covering.get(key);
  if (covering === 'nothing') return emptyCell(cell, place);
  if (covering !== undefined) return keptCell(text, cell, place, covering);
  const change = sheet.moves.changes(place.row).get(place.column);
  const array = arrays.placed.get(key);
  const formula = formulas.get(cell) ?? null;
  const isFormula = array !== undefined || formula !== null;
  if (change && (change.kind !== 'renew' || !isFormula)) return changedCell(cell, change, place);
  if (!isFormula && !writing.spilled.has(cell)) return keptCell(text, cell, place);
  const written = writtenFormula(cell, place, writing);
  const isStale = sheet.stale.has(sheet.moves.rows.sourceOf(place.row), cell.column);
  const isUndone = formula !== null && arrays.undone.has(formula);
  const result = change?.kind === 'renew' ? change.text : isStale && !isUndone ? null : 'keep';
  return formulaCell(text, cell, place, { formula: written, result });
}

/** The cells that stale array formulas fill from elsewhere: their values go with the result. */
function spilledCells(
  { formulas, document, stale }: EditedSheet,
  { undone }: ArrayPlan,
): ReadonlySet<SheetCell> {
  const spilled = new Set<SheetCell>();
  for (const formula of formulas) {
    const { area } = formula;
    if (area === null || undone.has(formula) || !stale.has(formula.row, formula.column)) continue;
    for (const row of rowsBetween(document, area.top, area.bottom))
      for (const cell of row.cells) {
        const isInside = cell.column >= area.left && cell.column <= area.right;
        if (isInside && cell.formula === null && cell.value !== null) spilled.add(cell);
      }
  }
  return spilled;
}

function writtenFormula(cell: SheetCell, place: CellPlace, writing: Writing): WrittenFormula | null {
  const array = writing.arrays.placed.get(`${place.row} ${place.column}`);
  if (array) return arrayFormula(array, place, writing);
  const formula = writing.formulas.get(cell) ?? null;
  if (formula === null || formula.kind === 'array' || formula.kind === 'data-table') return null;
  const attributes =
    formula.kind === 'shared'
      ? ''
      : (cell.formula?.attributes ?? '').replace(/\s(?:ref|si)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return { text: followed(formula, place, { writing, own: cell }), attributes };
}

function arrayFormula(
  { formula, attributes }: PlacedArray,
  place: CellPlace,
  writing: Writing,
): WrittenFormula {
  const { area, cell } = formula;
  const own = area === null || area.top === area.bottom ? cell : null;
  return { text: followed(formula, place, { writing, own }), attributes, cm: attributesOf(cell).cm };
}

function followed(
  formula: SheetFormula,
  { row, column }: CellPlace,
  { writing, own }: { readonly writing: Writing; readonly own: SheetCell | null },
): string {
  const { sheet, book, notes } = writing;
  const place: FormulaPlace = own
    ? {
        sheet: sheet.name,
        book,
        own: { row: formula.row, column: own.column, newRow: row, newColumn: column },
      }
    : { sheet: sheet.name, book };
  const { text, notes: found } = followFormula(formula.text, place);
  for (const note of found) notes.tell(note, { sheet: sheet.name, cell: addressOf(row, column), text });
  return text;
}

function rowText(
  number: number,
  row: SheetRow | null,
  cells: readonly OutputCell[],
  writing: Writing,
): string {
  const { prefix, sheet } = writing;
  const { text } = sheet.document;
  // `spans` says how far a row reaches; it need not be there, but must not lie.
  const others = (row?.attributes ?? '').replace(/\s(?:r|spans)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const rest = row === null ? '' : afterCells(text, row);
  const content = cells.map(({ xml }) => xml).join('') + rest;
  const head = `<${prefix}row r="${number}"${others}`;
  return content === '' ? `${head}/>` : `${head}>${content}</${prefix}row>`;
}

/** What stands in a row behind its cells: extensions. */
function afterCells(text: string, row: SheetRow): string {
  const end = row.cells.reduce((last, cell) => Math.max(last, cell.end), row.openEnd);
  return text.slice(end, row.closeStart).trim();
}

function tellArrays({ sheet, arrays, notes }: Writing): void {
  for (const { row, column, text } of arrays.undone) {
    const now = [sheet.moves.rows.images(row)[0], sheet.moves.columns.images(column)[0]] as const;
    const cell = now[0] && now[1] ? addressOf(now[0], now[1]) : null;
    notes.tell('array-undone', { sheet: sheet.name, cell, text });
  }
  for (const { top, left } of arrays.parted)
    notes.tell('wider-range', { sheet: sheet.name, cell: addressOf(top, left), text: '' });
}
