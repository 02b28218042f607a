import type { EditedSheet } from './edited-sheet.ts';
import { anchorPatches } from './follow-anchor.ts';
import { followFormula, type SheetMoves } from './follow-formula.ts';
import type { NoteTaker } from './notes.ts';
import type { Package } from './package.ts';
import { applyPatches, attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { attributesOf, nodesOf, type XmlNode } from './xml-tree.ts';

export interface DrawingContext {
  readonly book: SheetMoves;
  readonly notes: NoteTaker;
  /** Whether the cells that a formula reads are not what they were. */
  readonly isStale: (formula: string) => boolean;
}

/** Drawings go along with the cells they hang on; texts and controls that show a cell follow it. */
export function followDrawing(parts: Package, sheet: EditedSheet, context: DrawingContext): void {
  for (const { type, part } of parts.relations(sheet.part)) {
    const tree = part === null ? null : parts.tree(part);
    if (part === null || tree === null || (type !== 'drawing' && type !== 'ctrlProp')) continue;
    const text = parts.text(part);
    const patches: Patch[] = [];
    for (const node of nodesOf(tree)) {
      if (node.name === 'twoCellAnchor' || node.name === 'oneCellAnchor')
        patches.push(...anchorPatches(node, sheet.moves));
      patches.push(...linkPatches(node, text, { ...context, sheet: sheet.name }));
    }
    parts.write(part, applyPatches(text, patches));
  }
}

const LINKS = ['textlink', 'fmlaLink', 'fmlaRange', 'fmlaGroup', 'fmlaTxbx', 'fmlaPict'] as const;

function linkPatches(
  node: XmlNode,
  text: string,
  { book, notes, sheet }: DrawingContext & { readonly sheet: string },
): readonly Patch[] {
  if (!/(?:textlink|fmla)/.test(node.attributes)) return [];
  const attributes = attributesOf(node);
  return LINKS.flatMap((name) => {
    const formula = attributes[name];
    if (formula === undefined || formula === '') return [];
    const followed = followFormula(formula, { sheet, book });
    for (const note of followed.notes) notes.tell(note, { sheet, text: followed.text });
    return followed.text === formula ? [] : [attributePatch(node, text, name, followed.text)];
  });
}

/**
 * Charts follow the cells they draw. They carry a copy of what they drew last; where that does not hold any more it is taken
 * away, and whoever opens the workbook draws it anew.
 */
export function followCharts(parts: Package, { book, notes, isStale }: DrawingContext): void {
  for (const part of parts.names()) {
    if (!/drawingml\.chart\+xml|ms-office\.chartex\+xml/.test(parts.contentType(part))) continue;
    const text = parts.text(part);
    const patches: Patch[] = [];
    for (const node of nodesOf(parts.tree(part))) {
      if (node.name !== 'f' || node.text.trim() === '') continue;
      const followed = followFormula(node.text, { sheet: '', book });
      for (const note of followed.notes) notes.tell(note, { text: followed.text });
      if (followed.text !== node.text) patches.push(textPatch(node, followed.text));
      if (followed.text === node.text && !isStale(node.text)) continue;
      const copies = (node.parent?.children ?? []).filter(({ name }) => /Cache$|^lvl$/.test(name));
      patches.push(...copies.map(removal));
    }
    parts.write(part, applyPatches(text, patches));
  }
}
