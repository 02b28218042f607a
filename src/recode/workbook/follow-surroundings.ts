import { type Area, areaText, followArea, followHull, followRanges, parseArea } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { anchorPatches, followPoint } from './follow-anchor.ts';
import { followFormats } from './follow-formats.ts';
import {
  drop,
  type Following,
  followedText,
  followFormulaAttributes,
  followFormulaNode,
  followRangeAttribute,
  type SurroundingsContext,
} from './following.ts';
import { applyPatches, attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { attributeOf, attributesOf, childOf, nodesOf, type XmlNode } from './xml-tree.ts';

/**
 * Lets everything that stands around the rows of a sheet follow them: filters, formats, validations, links, breaks, panes,
 * protected ranges, and what newer programs keep in extensions. Merged ranges and the dimension are written by whoever
 * writes the rows.
 */
export function followSurroundings(sheet: EditedSheet, context: SurroundingsContext): readonly Patch[] {
  const following: Following = {
    ...context,
    sheet,
    text: sheet.document.text,
    patches: [],
    gone: new Set(),
  };
  for (const node of nodesOf(sheet.document.root)) HANDLERS.get(node.name)?.(node, following);
  dropEmptied(sheet.document.root, following);
  return following.patches;
}

type Handler = (node: XmlNode, following: Following) => void;

const followSqref: Handler = (node, following) => followRangeAttribute(node, 'sqref', following);

/** What is done with an element, by its name. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    autoFilter: (node, following) => {
      followHullAttribute(node, following);
      followFilterColumns(node, following);
    },
    sortState: followHullAttribute,
    sortCondition: followHullAttribute,
    conditionalFormatting: followFormats,
    dataValidation: followFormats,
    protectedRange: followSqref,
    ignoredError: followSqref,
    scenarios: (node, following) => followPointAttribute(node, 'sqref', following),
    inputCells: (node, following) => followPointAttribute(node, 'r', following),
    cellWatch: (node, following) => followPointAttribute(node, 'r', following),
    cellSmartTags: (node, following) => followPointAttribute(node, 'r', following),
    sheetView: (node, following) => followPointAttribute(node, 'topLeftCell', following),
    customSheetView: (node, following) => followPointAttribute(node, 'topLeftCell', following),
    pane: followPane,
    selection: followSelection,
    hyperlink: followLink,
    rowBreaks: (node, following) => followBreaks(node, 'rows', following),
    colBreaks: (node, following) => followBreaks(node, 'columns', following),
    cols: followColumns,
    anchor: (node, { patches, sheet }) => patches.push(...anchorPatches(node, sheet.moves)),
    control: (node, following) => followFormulaAttributes(node, ['linkedCell', 'listFillRange'], following),
    controlPr: (node, following) => followFormulaAttributes(node, ['linkedCell', 'listFillRange'], following),
    sparkline: followSparkline,
    sparklineGroup: (node, following) => {
      const dates = childOf(node, 'f');
      if (dates) followFormulaNode(dates, following);
    },
  } satisfies Record<string, Handler>),
);

function followHullAttribute(node: XmlNode, following: Following): void {
  const { sheet, text, patches } = following;
  const area = parseArea(attributesOf(node).ref ?? '');
  if (area === null || sheet.moves.isIdentity) return;
  const followed = followHull(area, sheet.moves);
  if (followed === null) drop(node, following);
  else patches.push(attributePatch(node, text, 'ref', areaText(followed)));
}

function followPointAttribute(node: XmlNode, name: string, { sheet, text, patches }: Following): void {
  const point = attributesOf(node)[name];
  if (point === undefined || sheet.moves.isIdentity) return;
  patches.push(attributePatch(node, text, name, followPoint(point, sheet.moves)));
}

/** Filters name their column by its distance from the first one. */
export function followFilterColumns(
  filter: XmlNode,
  following: Pick<Following, 'sheet' | 'text' | 'patches' | 'gone'>,
): void {
  const { sheet, text, patches } = following;
  const { columns } = sheet.moves;
  const area = parseArea(attributesOf(filter).ref ?? '');
  const start = area && columns.hull(area.left, area.right)?.first;
  if (!area || !start || columns.isIdentity) return;
  for (const column of filter.children.filter(({ name }) => name === 'filterColumn')) {
    const [now] = columns.images(area.left + Number(attributesOf(column).colId));
    if (now === undefined) drop(column, following);
    else patches.push(attributePatch(column, text, 'colId', String(now - start)));
  }
}

/** Frozen rows and columns are counted; what is frozen stays frozen, however many rows it has become. */
function followPane(node: XmlNode, following: Following): void {
  const { sheet, text, patches } = following;
  const { xSplit, ySplit, state = 'split' } = attributesOf(node);
  if (sheet.moves.isIdentity) return;
  followPointAttribute(node, 'topLeftCell', following);
  if (!state.startsWith('frozen')) return;
  const corner = parseArea(attributesOf(node.parent ?? node).topLeftCell ?? 'A1');
  const sides = [
    ['ySplit', ySplit, sheet.moves.rows, corner?.top ?? 1],
    ['xSplit', xSplit, sheet.moves.columns, corner?.left ?? 1],
  ] as const;
  for (const [name, size, axis, start] of sides) {
    const count = Number(size ?? 0);
    if (count < 1) continue;
    const hull = axis.hull(start, start + count - 1);
    const now = hull ? hull.last - hull.first + 1 : 1;
    patches.push(attributePatch(node, text, name, String(now)));
  }
}

function followSelection(node: XmlNode, following: Following): void {
  const { sheet, text, patches } = following;
  const { activeCell, sqref } = attributesOf(node);
  if (sheet.moves.isIdentity) return;
  const point = activeCell === undefined ? null : followPoint(activeCell, sheet.moves);
  if (point !== null) patches.push(attributePatch(node, text, 'activeCell', point));
  if (sqref === undefined) return;
  // What is selected has to take in the active cell; a selection of many ranges shrinks to it.
  const followed = sqref === activeCell ? '' : followRanges(sqref, sheet.moves);
  const isOne = followed !== '' && !followed.includes(' ');
  patches.push(attributePatch(node, text, 'sqref', isOne ? followed : (point ?? 'A1')));
}

/** A link on one cell stands on each cell that it became. */
function followLink(node: XmlNode, following: Following): void {
  const { sheet, text, patches } = following;
  const { ref = '', location } = attributesOf(node);
  const area = parseArea(ref);
  const own: Patch[] = [];
  if (location !== undefined) {
    const followed = followedText(location, following, {});
    if (followed !== location && !followed.includes('#REF!'))
      own.push(attributePatch(node, text, 'location', followed));
  }
  if (area === null || sheet.moves.isIdentity) {
    patches.push(...own);
    return;
  }
  const isCell = area.top === area.bottom && area.left === area.right;
  const cells = isCell ? cellImages(area, sheet) : followArea(area, sheet.moves);
  if (cells.length === 0) drop(node, following);
  else {
    const copies = cells.map((each, i) => {
      const unnamed = i === 0 ? [] : uidPatches(node, text);
      const ranged = attributePatch(node, text, 'ref', areaText(each));
      return applyPatches(text, [...own, ...unnamed, ranged], node.start, node.end);
    });
    patches.push({ start: node.start, end: node.end, text: copies.join('') });
  }
}

/** Copies must not carry an identity that belongs to one. */
function uidPatches(node: XmlNode, text: string): readonly Patch[] {
  const name = Object.keys(attributesOf(node)).find((key) => /(?:^|:)uid$/.test(key));
  return name === undefined ? [] : [attributePatch(node, text, name, null)];
}

function cellImages({ top, left }: Area, { moves }: EditedSheet): readonly Area[] {
  return moves.rows
    .images(top)
    .flatMap((row) =>
      moves.columns.images(left).map((column) => ({ top: row, bottom: row, left: column, right: column })),
    );
}

/** A page ends behind the last of the rows that its last row became. */
function followBreaks(node: XmlNode, axis: 'rows' | 'columns', following: Following): void {
  const { sheet, text, patches } = following;
  if (sheet.moves[axis].isIdentity) return;
  const seen = new Set<number>();
  const left = node.children.filter((each) => {
    const at = Number(attributesOf(each).id);
    const now = sheet.moves[axis].hull(at, at)?.last ?? sheet.moves[axis].hull(1, at)?.last ?? 0;
    if (now < 1 || seen.has(now)) {
      drop(each, following);
      return false;
    }
    seen.add(now);
    patches.push(attributePatch(each, text, 'id', String(now)));
    return true;
  });
  const manual = left.filter((each) => /^(?:1|true)$/.test(attributesOf(each).man ?? ''));
  if (attributesOf(node).count !== undefined)
    patches.push(attributePatch(node, text, 'count', String(left.length)));
  if (attributesOf(node).manualBreakCount !== undefined)
    patches.push(attributePatch(node, text, 'manualBreakCount', String(manual.length)));
}

/** Widths and looks of columns, where columns moved. */
function followColumns(node: XmlNode, { sheet, text, patches }: Following): void {
  const { columns } = sheet.moves;
  if (columns.isIdentity) return;
  const written = node.children.flatMap((each) => {
    const { min, max } = attributesOf(each);
    return columns.runs(Number(min), Number(max)).map(({ first, last }) => ({
      first,
      xml: applyPatches(
        text,
        [attributePatch(each, text, 'min', String(first)), attributePatch(each, text, 'max', String(last))],
        each.start,
        each.end,
      ),
    }));
  });
  written.sort((a, b) => a.first - b.first);
  if (written.length === 0) patches.push(removal(node));
  else
    patches.push({
      start: node.openEnd,
      end: node.closeStart,
      text: written.map(({ xml }) => xml).join(''),
    });
}

/** A small chart in a cell goes into each cell that it became, with the row it draws. */
function followSparkline(node: XmlNode, following: Following): void {
  const { sheet, text, patches } = following;
  const [formula, place] = [childOf(node, 'f'), childOf(node, 'sqref')];
  const area = parseArea(place?.text ?? '');
  if (!place || area === null) return;
  const cells = sheet.moves.isIdentity ? [area] : cellImages(area, sheet);
  if (cells.length === 0) {
    drop(node, following);
    return;
  }
  const copies = cells.map((cell) => {
    const own = { row: area.top, column: area.left, newRow: cell.top, newColumn: cell.left };
    const moved = [textPatch(place, areaText(cell))];
    if (formula) moved.push(textPatch(formula, followedText(formula.text, following, { own })));
    return applyPatches(text, moved, node.start, node.end);
  });
  patches.push({ start: node.start, end: node.end, text: copies.join('') });
}

const CONTAINERS =
  /^(?:dataValidations|hyperlinks|protectedRanges|ignoredErrors|cellWatches|conditionalFormattings|sparklines|sparklineGroups|rowBreaks|colBreaks|ext|extLst)$/;

/** Containers are counted anew; one that has nothing left goes too, and what it stands in. */
function dropEmptied(node: XmlNode, following: Following): void {
  const { gone, patches, text } = following;
  if (gone.size === 0 || node.name === 'sheetData') return;
  for (const child of node.children) dropEmptied(child, following);
  if (!node.children.some((child) => gone.has(child))) return;
  const left = node.children.filter((child) => !gone.has(child));
  const isGroup = node.name === 'sparklineGroup' && !left.some(({ name }) => name === 'sparklines');
  if (isGroup || (CONTAINERS.test(node.name) && left.length === 0)) drop(node, following);
  else if (attributeOf(node, 'count') !== undefined && !/Breaks$/.test(node.name))
    patches.push(attributePatch(node, text, 'count', String(left.length)));
}
