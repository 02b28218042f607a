import { type Area, followArea, followRanges, parseArea } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import {
  drop,
  type Following,
  type FormatAnchor,
  followFormulaAttributes,
  followFormulaNode,
  followRangeAttribute,
} from './following.ts';
import { textPatch } from './patches.ts';
import { attributesOf, childOf, nodesOf, type XmlNode } from './xml-tree.ts';

/** Formats and validations, with their formulas; in extensions the range is an element of its own. */
export function followFormats(node: XmlNode, following: Following): void {
  const { sheet, patches } = following;
  const element = childOf(node, 'sqref');
  const ranges = element?.text ?? attributesOf(node).sqref ?? '';
  if (element && !sheet.moves.isIdentity) {
    const followed = followRanges(ranges, sheet.moves);
    if (followed === '') drop(node, following);
    else patches.push(textPatch(element, followed));
  }
  if (!element && !followRangeAttribute(node, 'sqref', following)) return;
  const anchor = anchorOf(ranges, sheet);
  if (anchor === null) return;
  for (const each of nodesOf(node)) {
    if (/^(?:formula|formula1|formula2|f)$/.test(each.name) && each.children.length === 0)
      followFormulaNode(each, following, anchor);
    if (each.name === 'cfvo' && attributesOf(each).type === 'formula')
      followFormulaAttributes(each, ['val'], following);
  }
}

/** The cell for which the formulas of a range are written, before and after. */
function anchorOf(ranges: string, { moves }: EditedSheet): FormatAnchor | null {
  const areas = ranges.split(/\s+/).flatMap((range) => parseArea(range) ?? []);
  const before = boundsOf(areas);
  const after = boundsOf(areas.flatMap((area) => followArea(area, moves)));
  if (before === null || after === null) return null;
  const [row, column] = [moves.rows.sourceOf(after.top), moves.columns.sourceOf(after.left)];
  return {
    rows: row - before.top,
    columns: column - before.left,
    place: {
      own: { row, column, newRow: after.top, newColumn: after.left },
      spread: { rows: before.top < before.bottom, columns: before.left < before.right },
    },
  };
}

function boundsOf(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  return areas.reduce((all, each) => ({
    top: Math.min(all.top, each.top),
    left: Math.min(all.left, each.left),
    bottom: Math.max(all.bottom, each.bottom),
    right: Math.max(all.right, each.right),
  }));
}
