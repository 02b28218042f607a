import { areaText, followHull, parseArea } from './area.ts';
import { type EditedSheet, sheetNamed } from './edited-sheet.ts';
import type { NoteTaker } from './notes.ts';
import type { Package } from './package.ts';
import { applyPatches, attributePatch, type Patch } from './patches.ts';
import type { Meanings } from './precedents.ts';
import { precedentsOf } from './precedents.ts';
import { attributesOf, nodesOf, type XmlNode } from './xml-tree.ts';

interface PivotContext {
  readonly notes: NoteTaker;
  readonly meanings: Meanings;
}

/**
 * Pivot tables keep a copy of all rows they were made from, and their cells hold old sums. The range follows and the copy
 * is marked to be made anew when the workbook is opened; until then it shows what was, which is told.
 */
export function followPivots(parts: Package, sheets: readonly EditedSheet[], context: PivotContext): void {
  const find = sheetNamed(sheets);
  for (const part of parts.names()) {
    if (!/pivotCacheDefinition\+xml/.test(parts.contentType(part))) continue;
    const text = parts.text(part);
    const tree = parts.tree(part);
    const patches: Patch[] = [];
    const stale: string[] = [];
    for (const node of nodesOf(tree)) {
      if (node.name !== 'worksheetSource' && node.name !== 'rangeSet') continue;
      const source = sourceOf(node, context.meanings);
      const sheet = source && find(source.sheet);
      if (!source || !sheet?.isPlanned) continue;
      stale.push(source.text);
      const area = parseArea(attributesOf(node).ref ?? '');
      const now = area && followHull(area, sheet.moves);
      if (now) patches.push(attributePatch(node, text, 'ref', areaText(now)));
    }
    if (tree === null || stale.length === 0) continue;
    patches.push(attributePatch(tree, text, 'refreshOnLoad', '1'));
    parts.write(part, applyPatches(text, patches));
    for (const source of stale) context.notes.tell('pivot-cache', { text: source });
  }
  for (const sheet of sheets) if (!sheet.moves.isIdentity) followPlaces(parts, sheet);
}

interface PivotSource {
  readonly sheet: string;
  readonly text: string;
}

/** A range of this workbook: by its address, or by the name of a table or a range. */
function sourceOf(node: XmlNode, meanings: Meanings): PivotSource | null {
  const { sheet, ref = '', name, id } = attributesOf(node);
  if (id !== undefined || attributesOf(node)['r:id'] !== undefined) return null;
  if (sheet !== undefined && ref !== '') return { sheet, text: `${sheet}!${ref}` };
  if (name === undefined) return null;
  const [read] = precedentsOf(name, { sheet: sheet ?? '', row: null }, meanings).reads;
  return read ? { sheet: read.sheet, text: name } : null;
}

/** Where pivot tables lie on a sheet that moved. */
function followPlaces(parts: Package, sheet: EditedSheet): void {
  for (const { type, part } of parts.relations(sheet.part)) {
    const tree = type === 'pivotTable' && part !== null ? parts.tree(part) : null;
    if (tree === null || part === null) continue;
    const text = parts.text(part);
    const patches: Patch[] = [];
    for (const node of tree.children) {
      const area = node.name === 'location' ? parseArea(attributesOf(node).ref ?? '') : null;
      const now = area && followHull(area, sheet.moves);
      if (now) patches.push(attributePatch(node, text, 'ref', areaText(now)));
    }
    parts.write(part, applyPatches(text, patches));
  }
}
