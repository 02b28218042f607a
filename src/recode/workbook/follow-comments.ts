import { addressOf, areaText, parseArea } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { followZero } from './follow-anchor.ts';
import { followFormula } from './follow-formula.ts';
import type { SurroundingsContext } from './following.ts';
import { type Package, treeOf } from './package.ts';
import { applyPatches, attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { attributesOf, childOf, nodesOf, type XmlNode } from './xml-tree.ts';

interface Following extends SurroundingsContext {
  readonly parts: Package;
  readonly sheet: EditedSheet;
}

/**
 * Comments, their threads and the shapes that show them stay on one cell: the first that theirs became. Those of rows that
 * went away go too.
 */
export function followComments(parts: Package, sheet: EditedSheet, context: SurroundingsContext): void {
  if (sheet.moves.isIdentity) return;
  const following: Following = { ...context, parts, sheet };
  for (const { type, part } of parts.relations(sheet.part)) {
    if (part === null || !parts.has(part)) continue;
    if (type === 'comments') followCells(part, 'comment', following);
    if (type === 'threadedComment') followCells(part, 'threadedComment', following);
    if (type === 'tableSingleCells') followCells(part, 'singleXmlCell', following);
    if (type === 'vmlDrawing') followShapes(part, following);
  }
}

/** Where the contents of a cell that stand once are now. */
function cellNow(
  row: number,
  column: number,
  { moves }: EditedSheet,
): { row: number; column: number } | null {
  const [nowRow, nowColumn] = [moves.rows.images(row)[0], moves.columns.images(column)[0]];
  return nowRow === undefined || nowColumn === undefined ? null : { row: nowRow, column: nowColumn };
}

function followCells(part: string, name: string, { parts, sheet }: Following): void {
  const text = parts.text(part);
  const patches: Patch[] = [];
  for (const node of nodesOf(parts.tree(part))) {
    if (node.name !== name) continue;
    const key = name === 'singleXmlCell' ? 'r' : 'ref';
    const area = parseArea(attributesOf(node)[key] ?? '');
    if (area === null) continue;
    const now = cellNow(area.top, area.left, sheet);
    const address = now && areaText({ top: now.row, bottom: now.row, left: now.column, right: now.column });
    patches.push(address === null ? removal(node) : attributePatch(node, text, key, address));
  }
  parts.write(part, applyPatches(text, patches));
}

/**
 * The drawing of comments and controls is older than its own grammar: programs write line breaks into it that do not close.
 * One that cannot be read even so stays as it is, and is told.
 */
function followShapes(part: string, following: Following): void {
  const { parts, notes, sheet } = following;
  const text = parts.text(part).replace(/<br\s*>(?!\s*<\/br>)/gi, '<br/>');
  const tree = treeOf(text);
  if (tree === null) {
    notes.tell('drawing-unread', { sheet: sheet.name, text: part });
    return;
  }
  const patches: Patch[] = [];
  for (const node of nodesOf(tree))
    if (node.name === 'ClientData') patches.push(...shapePatches(node, following));
  parts.write(part, applyPatches(text, patches));
}

function shapePatches(data: XmlNode, following: Following): readonly Patch[] {
  const { sheet } = following;
  const [rowNode, columnNode] = [childOf(data, 'Row'), childOf(data, 'Column')];
  const [row, column] = [Number(rowNode?.text) + 1, Number(columnNode?.text) + 1];
  if (!rowNode || !columnNode || !(row >= 1) || !(column >= 1)) return controlPatches(data, following);
  const now = cellNow(row, column, sheet);
  if (now === null) return data.parent ? [removal(data.parent)] : [];
  const shift = (at: number, i: number) => at + (i < 2 ? now.column - column : now.row - row);
  return [
    textPatch(rowNode, String(now.row - 1)),
    textPatch(columnNode, String(now.column - 1)),
    ...anchorText(data, ([left, right, top, bottom]) => [
      shift(left, 0),
      shift(right, 1),
      shift(top, 2),
      shift(bottom, 3),
    ]),
  ];
}

/** Buttons and boxes hang on cells, and read and write some. */
function controlPatches(data: XmlNode, { sheet, book, notes }: Following): readonly Patch[] {
  const { rows, columns } = sheet.moves;
  const anchor = anchorText(data, ([left, right, top, bottom]) => [
    followZero(left, false, columns),
    followZero(right, true, columns),
    followZero(top, false, rows),
    followZero(bottom, true, rows),
  ]);
  const formulas = data.children.flatMap((node) => {
    if (!/^Fmla(?:Link|Range|Group|Pict|Txbx)$/.test(node.name)) return [];
    const followed = followFormula(node.text.trim(), { sheet: sheet.name, book });
    for (const note of followed.notes) notes.tell(note, { sheet: sheet.name, text: followed.text });
    return [textPatch(node, followed.text)];
  });
  return [...anchor, ...formulas];
}

type Sides = readonly [left: number, right: number, top: number, bottom: number];

/** The anchor of a shape: column and offset of its left side, row and offset of its top, the same of right and bottom. */
function anchorText(data: XmlNode, move: (sides: Sides) => Sides): readonly Patch[] {
  const node = childOf(data, 'Anchor');
  const numbers = node?.text.split(',').map(Number) ?? [];
  const [left, leftOff, top, topOff, right, rightOff, bottom, bottomOff] = numbers;
  if (!node || numbers.length !== 8 || numbers.some((each) => !Number.isFinite(each))) return [];
  const [nowLeft, nowRight, nowTop, nowBottom] = move([left, right, top, bottom] as unknown as Sides);
  const written = [nowLeft, leftOff, nowTop, topOff, nowRight, rightOff, nowBottom, bottomOff];
  return [textPatch(node, written.map((each) => Math.max(0, each ?? 0)).join(', '))];
}

/** The place of a note about a cell of the input. */
export function placeNow(row: number, column: number, sheet: EditedSheet): string | null {
  const now = cellNow(row, column, sheet);
  return now && addressOf(now.row, now.column);
}
