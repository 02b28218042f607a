import { type Area, areaText, followHull, parseArea } from './area.ts';
import { copyFormula } from './copy-formula.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { followFormula, type SheetMoves } from './follow-formula.ts';
import { followFilterColumns } from './follow-surroundings.ts';
import type { NoteTaker } from './notes.ts';
import { CONTENT_TYPES, type Package, relationsPart } from './package.ts';
import { applyPatches, attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { rowsBetween } from './stale-results.ts';
import { attributeOf, attributesOf, nodesOf, type XmlNode } from './xml-tree.ts';

/** A table of a sheet. */
export interface SheetTable {
  readonly part: string;
  readonly sheet: EditedSheet;
  readonly node: XmlNode;
  /** The name that formulas use. */
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly columns: readonly XmlNode[];
}

/** What becomes of a table; without an area it is undone. */
export interface TablePlan extends SheetTable {
  readonly newArea: Area | null;
  /** The names of its columns in the output; `null` when they stay. */
  readonly newColumns: readonly { readonly node: XmlNode; readonly name: string }[] | null;
}

/** All tables of the sheets. */
export function sheetTables(parts: Package, sheets: readonly EditedSheet[]): readonly SheetTable[] {
  return sheets.flatMap((sheet) =>
    parts.relations(sheet.part).flatMap(({ type, part }) => {
      const node = type === 'table' && part !== null ? parts.tree(part) : null;
      const area = parseArea(node ? (attributesOf(node).ref ?? '') : '');
      if (node === null || part === null || area === null) return [];
      const { displayName, name = '', headerRowCount = '1', totalsRowCount = '0' } = attributesOf(node);
      const columns = [...nodesOf(node)].filter((each) => each.name === 'tableColumn');
      const [hasHeader, hasTotals] = [headerRowCount !== '0', totalsRowCount !== '0'];
      return [{ part, sheet, node, name: displayName ?? name, area, hasHeader, hasTotals, columns }];
    }),
  );
}

/** Says where a table lies and what its columns are called, which must be what its header cells say. */
export function planTable(table: SheetTable): TablePlan {
  const { sheet, area } = table;
  if (!sheet.isPlanned) return { ...table, newArea: area, newColumns: null };
  const hull = followHull(area, sheet.moves);
  const newArea = hull === null ? null : withRow(table, hull);
  const newColumns = newArea === null ? null : columnsOf(table, newArea);
  return newColumns === 'unknown'
    ? { ...table, newArea: null, newColumns: null }
    : { ...table, newArea, newColumns };
}

/** A table needs a row besides its header and its totals: an empty one below, if there is one. */
function withRow({ sheet, area, hasHeader, hasTotals }: SheetTable, hull: Area): Area | null {
  const isKept = (row: number) => sheet.moves.rows.images(row).length === 1;
  if (hasHeader && !isKept(area.top)) return null;
  if (hasTotals && !isKept(area.bottom)) return null;
  const least = 1 + Number(hasHeader) + Number(hasTotals);
  if (hull.bottom - hull.top + 1 >= least) return hull;
  const below = hull.bottom + 1;
  const from = sheet.moves.rows.sourceOf(below);
  const isFree =
    sheet.moves.changes(below).size === 0 &&
    rowsBetween(sheet.document, from, from).every(({ cells }) =>
      cells.every(({ value, formula }) => value === null && formula === null),
    );
  return !hasTotals && isFree ? { ...hull, bottom: below } : null;
}

function columnsOf(table: SheetTable, newArea: Area): TablePlan['newColumns'] | 'unknown' {
  const { sheet, area, columns, hasHeader } = table;
  const { moves } = sheet;
  const changes = hasHeader ? moves.changes(newArea.top) : null;
  const named = [];
  for (let column = newArea.left; column <= newArea.right; column++) {
    const node = columns[moves.columns.sourceOf(column) - area.left];
    const change = changes?.get(column);
    if (node === undefined || (change && change.kind !== 'text')) return 'unknown';
    named.push({ node, name: change?.kind === 'text' ? change.text : (attributesOf(node).name ?? '') });
  }
  const isSame =
    named.length === columns.length &&
    named.every(({ node, name }, i) => node === columns[i] && name === attributesOf(node).name);
  if (isSame) return null;
  const names = new Set(named.map(({ name }) => name.toLowerCase()));
  return names.size < named.length || names.has('') ? 'unknown' : named;
}

/** What columns of tables are called now, for formulas that name them. */
export function renamedColumns(plans: readonly TablePlan[]): SheetMoves['tableColumns'] {
  const renamed = new Map<string, Map<string, string>>();
  for (const { name, newColumns } of plans)
    for (const column of newColumns ?? []) {
      const old = attributesOf(column.node).name ?? '';
      const own = renamed.get(name.toLowerCase()) ?? new Map<string, string>();
      if (old === column.name || own.has(old.toLowerCase())) continue;
      renamed.set(name.toLowerCase(), own.set(old.toLowerCase(), column.name));
    }
  return renamed;
}

export interface TablesContext {
  readonly book: SheetMoves;
  readonly notes: NoteTaker;
}

/** Writes a table's part, or takes it away with all that names it but its sheet. */
export function writeTable(parts: Package, plan: TablePlan, context: TablesContext): void {
  const { part, newArea, sheet, name } = plan;
  if (newArea === null) {
    context.notes.tell('table-undone', { sheet: sheet.name, text: name });
    undoTable(parts, plan);
    return;
  }
  const text = parts.text(part);
  const patches: Patch[] = sheet.moves.isIdentity ? [] : rangePatches(plan, newArea, text);
  for (const node of nodesOf(plan.node))
    if (node.name === 'calculatedColumnFormula' || node.name === 'totalsRowFormula')
      patches.push(formulaPatch(node, plan, { ...context, newArea }));
  if (plan.newColumns === null) parts.write(part, applyPatches(text, patches));
  else parts.write(part, withColumns(plan, text, patches));
}

function rangePatches(plan: TablePlan, newArea: Area, text: string): Patch[] {
  const patches: Patch[] = [];
  for (const node of nodesOf(plan.node)) {
    if (node === plan.node) patches.push(attributePatch(node, text, 'ref', areaText(newArea)));
    if (node.name === 'autoFilter') {
      const bottom = newArea.bottom - Number(plan.hasTotals);
      patches.push(attributePatch(node, text, 'ref', areaText({ ...newArea, bottom })));
      followFilterColumns(node, { sheet: plan.sheet, text, patches, gone: new Set() });
    }
    if (node.name !== 'sortState' && node.name !== 'sortCondition') continue;
    const area = parseArea(attributesOf(node).ref ?? '');
    const now = area && followHull(area, plan.sheet.moves);
    if (area && !now) patches.push(removal(node));
    if (now) patches.push(attributePatch(node, text, 'ref', areaText(now)));
  }
  return patches;
}

/** The formula of a whole column is written for its first row. */
function formulaPatch(
  node: XmlNode,
  { sheet, area, hasHeader, hasTotals }: TablePlan,
  { book, newArea }: TablesContext & { readonly newArea: Area },
): Patch {
  const isTotal = node.name === 'totalsRowFormula';
  const newRow = isTotal ? newArea.bottom : newArea.top + Number(hasHeader);
  const first = isTotal && hasTotals ? area.bottom : area.top + Number(hasHeader);
  const row = sheet.moves.rows.sourceOf(newRow);
  const own = { row, newRow, column: 0, newColumn: 0 };
  const spread = { rows: !isTotal, columns: false };
  const moved = copyFormula(node.text, row - first, 0);
  return textPatch(node, followFormula(moved, { sheet: sheet.name, book, own, spread }).text);
}

function withColumns({ node, newColumns }: TablePlan, text: string, patches: readonly Patch[]): string {
  const list = [...nodesOf(node)].find(({ name }) => name === 'tableColumns');
  if (!list || !newColumns) return applyPatches(text, patches);
  const seen = new Set<XmlNode>();
  const columns = newColumns.map((column, i) => {
    const inner = patches.filter(({ start, end }) => start >= column.node.start && end <= column.node.end);
    const uid = Object.keys(attributesOf(column.node)).find((key) => /(?:^|:)uid$/.test(key));
    const copy = seen.has(column.node) && uid ? [attributePatch(column.node, text, uid, null)] : [];
    seen.add(column.node);
    const own = [
      attributePatch(column.node, text, 'id', String(i + 1)),
      attributePatch(column.node, text, 'name', column.name),
    ];
    return applyPatches(text, [...inner, ...copy, ...own], column.node.start, column.node.end);
  });
  const outside = patches.filter(({ start, end }) => end <= list.start || start >= list.end);
  return applyPatches(text, [
    ...outside,
    attributePatch(list, text, 'count', String(columns.length)),
    { start: list.openEnd, end: list.closeStart, text: columns.join('') },
  ]);
}

function undoTable(parts: Package, { part, sheet }: TablePlan): void {
  const relation = parts.relations(sheet.part).find((each) => each.part === part);
  const file = relationsPart(sheet.part);
  removeNodes(parts, file, (node) => attributesOf(node).Id === relation?.id);
  removeNodes(parts, CONTENT_TYPES, (node) => attributesOf(node).PartName === `/${part}`);
  parts.remove(part);
}

/** The element of a sheet that names an undone table goes too. */
export function tablePartPatches(sheet: EditedSheet, undone: ReadonlySet<string>): readonly Patch[] {
  const list = sheet.document.root.children.find(({ name }) => name === 'tableParts');
  if (!list || undone.size === 0) return [];
  const left = list.children.filter((node) => !undone.has(attributeOf(node, 'id') ?? ''));
  if (left.length === 0) return [removal(list)];
  return [
    attributePatch(list, sheet.document.text, 'count', String(left.length)),
    ...list.children.filter((node) => !left.includes(node)).map(removal),
  ];
}

/** Takes elements out of a part. */
export function removeNodes(parts: Package, part: string, isMeant: (node: XmlNode) => boolean): void {
  const patches = [...nodesOf(parts.tree(part))].filter(isMeant).map(removal);
  if (patches.length > 0) parts.write(part, applyPatches(parts.text(part), patches));
}
