import { type Area, parseArea } from './area.ts';
import { copyFormula } from './copy-formula.ts';
import type { SheetCell, SheetDocument } from './sheet-document.ts';
import { attributesOf } from './xml-tree.ts';

/** A formula of a cell, written out where cells share one. */
export interface SheetFormula {
  readonly cell: SheetCell;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: 'plain' | 'shared' | 'array' | 'data-table';
  /** The cells that an array formula or a data table fills. */
  readonly area: Area | null;
}

/** All formulas of a sheet, row by row. */
export function sheetFormulas(document: SheetDocument): readonly SheetFormula[] {
  const found: SheetFormula[] = [];
  const masters = new Map<string, SheetFormula>();
  const followers: { readonly at: number; readonly index: string }[] = [];
  for (const row of document.rows)
    for (const cell of row.cells) {
      if (cell.formula === null) continue;
      const { text } = cell.formula;
      const { t = 'normal', si = '', ref = '' } = attributesOf(cell.formula);
      const area = t === 'array' || t === 'dataTable' ? parseArea(ref) : null;
      const kind = KINDS.get(t) ?? 'plain';
      const formula = { cell, row: row.number, column: cell.column, text, kind, area };
      if (kind === 'shared' && text !== '') masters.set(si, formula);
      if (kind === 'shared' && text === '') followers.push({ at: found.length, index: si });
      found.push(formula);
    }
  for (const { at, index } of followers) {
    const own = found[at] as SheetFormula;
    const master = masters.get(index);
    if (!master) continue;
    const text = copyFormula(master.text, own.row - master.row, own.column - master.column);
    found[at] = { ...own, text };
  }
  return found;
}

const KINDS: ReadonlyMap<string, SheetFormula['kind']> = new Map([
  ['shared', 'shared'],
  ['array', 'array'],
  ['dataTable', 'data-table'],
]);
