import { type Area, addressOf, areaText, parseArea } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { followFormula, type SheetMoves } from './follow-formula.ts';
import { followSurroundings } from './follow-surroundings.ts';
import { type TablePlan, tablePartPatches } from './follow-tables.ts';
import { formulaTokens } from './formula-tokens.ts';
import type { NoteTaker } from './notes.ts';
import type { Package } from './package.ts';
import { applyPatches, attributePatch, escapeXml, type Patch } from './patches.ts';
import { type MergePlan, planMerges } from './plan-merges.ts';
import type { SheetCell } from './sheet-document.ts';
import type { SheetFormula } from './sheet-formulas.ts';
import { type WrittenRows, writeRows } from './write-rows.ts';
import { attributesOf, childOf, prefixOfTag } from './xml-tree.ts';

export interface SheetContext {
  readonly book: SheetMoves;
  readonly notes: NoteTaker;
  readonly file: string;
  readonly tables: readonly TablePlan[];
  readonly isBlank: (cell: SheetCell) => boolean;
}

/**
 * Writes a sheet: its rows as the plan wants them, and what stands around them where it follows. Of a sheet without a plan
 * only formulas change.
 *
 * @returns whether a stored result was taken away
 */
export function writeSheet(parts: Package, sheet: EditedSheet, context: SheetContext): boolean {
  const { text } = sheet.document;
  const patches = [...followSurroundings(sheet, context)];
  const stale = sheet.formulas.some(({ row, column }) => sheet.stale.has(row, column));
  if (sheet.isPlanned) patches.push(...plannedPatches(parts, sheet, context));
  else patches.push(...formulaPatches(sheet, context));
  parts.write(sheet.part, applyPatches(text, patches));
  return stale;
}

function plannedPatches(parts: Package, sheet: EditedSheet, context: SheetContext): readonly Patch[] {
  const { notes, file, tables, isBlank } = context;
  const merges = planMerges(sheet.document, mergedAreas(sheet), {
    moves: sheet.moves,
    file,
    sheet: sheet.name,
    isBlank,
  });
  for (const { top, left } of merges.undone)
    notes.tell('merge-undone', { sheet: sheet.name, cell: addressOf(top, left), text: '' });
  const rows = writeRows(sheet, { ...context, merges });
  const undone = new Set(tables.filter((table) => table.newArea === null).map(({ part }) => part));
  const relations = parts.relations(sheet.part).filter(({ part }) => part !== null && undone.has(part));
  return [
    ...dataPatches(sheet, rows),
    ...mergePatches(sheet, merges),
    ...tablePartPatches(sheet, new Set(relations.map(({ id }) => id))),
  ];
}

function mergedAreas({ document }: EditedSheet): readonly Area[] {
  const list = childOf(document.root, 'mergeCells');
  return (list?.children ?? []).flatMap((node) => parseArea(attributesOf(node).ref ?? '') ?? []);
}

function mergePatches({ document }: EditedSheet, { areas }: MergePlan): readonly Patch[] {
  const list = childOf(document.root, 'mergeCells');
  if (!list) return [];
  const prefix = prefixOfTag(document.text, list.start);
  const merges = areas.map((area) => `<${prefix}mergeCell ref="${areaText(area)}"/>`);
  const text = `<${prefix}mergeCells count="${areas.length}">${merges.join('')}</${prefix}mergeCells>`;
  return [{ start: list.start, end: list.end, text: areas.length === 0 ? '' : text }];
}

function dataPatches({ document }: EditedSheet, { xml, extent }: WrittenRows): readonly Patch[] {
  const { data, root, text } = document;
  if (!data) return [];
  const prefix = prefixOfTag(text, data.start);
  const rows = `<${prefix}sheetData>${xml}</${prefix}sheetData>`;
  const dimension = childOf(root, 'dimension');
  const ref = extent ? areaText(extent) : 'A1';
  return [
    { start: data.start, end: data.end, text: rows },
    ...(dimension ? [attributePatch(dimension, text, 'ref', ref)] : []),
  ];
}

/** Formulas of a sheet that keeps its rows: what they mean elsewhere may have moved, and their results with it. */
function formulaPatches(sheet: EditedSheet, { book, notes }: SheetContext): readonly Patch[] {
  const { text } = sheet.document;
  const patches: Patch[] = [];
  const apart = sharedApart(sheet, book);
  for (const formula of sheet.formulas) {
    const { cell, row, column } = formula;
    const own = { row, column, newRow: row, newColumn: column };
    const followed = followFormula(formula.text, { sheet: sheet.name, book, own });
    for (const note of followed.notes)
      notes.tell(note, { sheet: sheet.name, cell: addressOf(row, column), text: followed.text });
    const isShared = formula.kind === 'shared';
    const isApart = isShared && apart.has(attributesOf(cell.formula ?? cell).si ?? '');
    if (cell.formula && (isApart || (!isShared && followed.text !== formula.text))) {
      const prefix = prefixOfTag(text, cell.formula.start);
      const attributes = isApart ? '' : cell.formula.attributes;
      patches.push({
        start: cell.formula.start,
        end: cell.formula.end,
        text: `<${prefix}f${attributes}>${escapeXml(followed.text)}</${prefix}f>`,
      });
    }
    if (sheet.stale.has(row, column)) patches.push(...withoutResult(formula, text));
  }
  for (const cell of staleFills(sheet)) patches.push(...withoutResult({ cell }, text));
  return patches;
}

/** Which shared formulas mean cells that moved: each of their cells gets its own, for they do not move alike. */
function sharedApart({ formulas, name }: EditedSheet, book: SheetMoves): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const { kind, text, cell } of formulas) {
    if (kind !== 'shared' || !cell.formula?.text) continue;
    const isMoved = formulaTokens(text).some((token) => {
      if (token.kind === 'table') return book.tableColumns.has(token.table.toLowerCase());
      if (token.kind !== 'reference' || token.scope?.kind === 'foreign') return false;
      const { first, last } = token.scope ?? { first: name, last: name };
      return first !== last || book.of(first)?.isIdentity === false;
    });
    if (isMoved) apart.add(attributesOf(cell.formula).si ?? '');
  }
  return apart;
}

function withoutResult({ cell }: Pick<SheetFormula, 'cell'>, text: string): readonly Patch[] {
  if (cell.value === null) return [];
  return [{ start: cell.valueStart, end: cell.valueEnd, text: '' }, attributePatch(cell, text, 't', null)];
}

/** Cells that a stale array formula fills. */
function staleFills({ document, formulas, stale }: EditedSheet): readonly SheetFormula['cell'][] {
  const areas = formulas.flatMap(({ area, row, column }) =>
    area !== null && stale.has(row, column) ? [area] : [],
  );
  if (areas.length === 0) return [];
  const bottom = areas.reduce((last, area) => Math.max(last, area.bottom), 0);
  const top = areas.reduce((first, area) => Math.min(first, area.top), bottom);
  return document.rows
    .filter(({ number }) => number >= top && number <= bottom)
    .flatMap((row) =>
      row.cells.filter((cell) => cell.formula === null && stale.has(row.number, cell.column)),
    );
}
