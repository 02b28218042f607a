import { addressOf, followRanges } from './area.ts';
import { copyFormula } from './copy-formula.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { type FormulaPlace, followFormula, type SheetMoves } from './follow-formula.ts';
import type { NoteTaker } from './notes.ts';
import { attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { attributesOf, type XmlNode } from './xml-tree.ts';

export interface SurroundingsContext {
  readonly book: SheetMoves;
  readonly notes: NoteTaker;
}

/** The elements around the rows of a sheet while they are gone through. */
export interface Following extends SurroundingsContext {
  readonly sheet: EditedSheet;
  readonly text: string;
  readonly patches: Patch[];
  /** Elements that go away, for their containers to be counted. */
  readonly gone: Set<XmlNode>;
}

/** Lets a list of ranges follow; the element goes away with the last of them. */
export function followRangeAttribute(node: XmlNode, name: string, following: Following): boolean {
  const { sheet, text, patches } = following;
  const ranges = attributesOf(node)[name];
  if (ranges === undefined || sheet.moves.isIdentity) return true;
  const followed = followRanges(ranges, sheet.moves);
  if (followed === '') drop(node, following);
  else patches.push(attributePatch(node, text, name, followed));
  return followed !== '';
}

export function drop(node: XmlNode, { patches, gone }: Pick<Following, 'patches' | 'gone'>): void {
  patches.push(removal(node));
  gone.add(node);
}

/** The cell for which the formulas of a format or a validation are written, before and after. */
export interface FormatAnchor {
  readonly place: Required<Pick<FormulaPlace, 'own' | 'spread'>>;
  /** How far the formula is moved before it follows: the first cell of its range may be gone. */
  readonly rows: number;
  readonly columns: number;
}

export function followFormulaNode(
  node: XmlNode,
  following: Following,
  anchor: FormatAnchor | null = null,
): void {
  const moved = anchor ? copyFormula(node.text, anchor.rows, anchor.columns) : node.text;
  const followed = followedText(moved, following, anchor?.place ?? {});
  if (followed !== node.text) following.patches.push(textPatch(node, followed));
}

export function followedText(
  formula: string,
  { sheet, book, notes }: Following,
  place: Partial<FormulaPlace>,
): string {
  const { text, notes: found } = followFormula(formula, { ...place, sheet: sheet.name, book });
  const { own } = place;
  const cell = own ? addressOf(own.newRow, own.newColumn) : null;
  for (const note of found) notes.tell(note, { sheet: sheet.name, cell, text });
  return text;
}

export function followFormulaAttributes(node: XmlNode, names: readonly string[], following: Following): void {
  for (const name of names) {
    const formula = attributesOf(node)[name];
    if (formula === undefined) continue;
    const followed = followedText(formula, following, {});
    if (followed !== formula) following.patches.push(attributePatch(node, following.text, name, followed));
  }
}
