import type { WorkbookNote } from '../../model/workbook-note.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { SheetPlan } from '../sheet-plan.ts';
import { blankCells } from './blank-cells.ts';
import { type DocumentProperty, writeProperty } from './document-property.ts';
import { type EditedSheet, sheetNamed } from './edited-sheet.ts';
import { followComments } from './follow-comments.ts';
import { followCharts, followDrawing } from './follow-drawings.ts';
import type { SheetMoves } from './follow-formula.ts';
import { followPivots } from './follow-pivots.ts';
import { planTable, renamedColumns, sheetTables, type TablePlan, writeTable } from './follow-tables.ts';
import { followWorkbook, namesOf } from './follow-workbook.ts';
import { movesOf, UNMOVED } from './moves.ts';
import { openNotes } from './notes.ts';
import { openPackage, type Package, type Parts } from './package.ts';
import type { Meanings } from './precedents.ts';
import { extentOf, readSheetDocument } from './sheet-document.ts';
import { sheetFormulas } from './sheet-formulas.ts';
import { allSheetNames, type SheetEntry, sheetList } from './sheet-list.ts';
import { openStaleCells } from './stale-cells.ts';
import { findStaleResults, readsStale } from './stale-results.ts';
import { tellUnfollowed } from './tell-unfollowed.ts';
import { verifyWritten } from './verify-written.ts';
import { writeSheet } from './write-sheet.ts';

export interface EditOptions {
  /** The name of the file, for errors. */
  readonly file: string;
  /** Whether a text is a code of the old map that is not one of the new map with the same meaning. */
  readonly isOldCode?: (text: string) => boolean;
  /** A property that the workbook is to carry. */
  readonly property?: DocumentProperty;
}

export interface EditedWorkbook {
  readonly parts: Map<string, Uint8Array>;
  /** What could not be carried, or not as it was. */
  readonly told: readonly WorkbookNote[];
}

/**
 * Writes a workbook with other rows: each sheet that has a plan becomes what its plan says, and everything in the workbook
 * that means cells of it follows them; what changes nowhere is copied byte by byte. Stored results that do not hold any
 * more are taken away, in all sheets. What was written is read again before it is returned.
 *
 * Linear in the size of the workbook, whatever the number of plans.
 *
 * @param input the parts of the workbook by name, unpacked
 * @throws ProcmapError `workbook-damaged` when a sheet cannot be read, has a row or a cell twice, or a part is missing;
 *   `sheet-not-found` when a plan is for a sheet that is not there; `workbook-too-large`
 */
export function editWorkbook(
  input: Parts,
  plans: readonly SheetPlan[],
  options: EditOptions,
): EditedWorkbook {
  const { file, isOldCode = () => false, property } = options;
  const parts = openPackage(file, input);
  const notes = openNotes();
  const sheets = openSheets(parts, plans, file);
  const names = allSheetNames(parts);
  const sheetAt = (index: number) => names[index] ?? null;
  const tables = sheetTables(parts, sheets).map(planTable);
  const meanings: Meanings = {
    sheets: sheets.map(({ name }) => name),
    names: namesOf(parts, sheetAt),
    tables: new Map(tables.map(({ name, sheet, area }) => [name.toLowerCase(), { sheet: sheet.name, area }])),
  };
  findStaleResults(sheets, meanings);
  const book = bookOf(sheets, tables);
  const context = { book, notes };
  tellUnfollowed(parts, sheets, { notes, isOldCode, isMoved: book.isMoved });
  followPivots(parts, sheets, { notes, meanings });
  const isBlank = blankCells(parts);
  let isCalculated = false;
  for (const sheet of sheets) {
    followComments(parts, sheet, context);
    const isStale = writeSheet(parts, sheet, { ...context, file, tables, isBlank });
    isCalculated ||= isStale || sheet.isPlanned;
  }
  const isStale = (formula: string) => readsStale(formula, sheets, meanings);
  for (const sheet of sheets) followDrawing(parts, sheet, { ...context, isStale });
  followCharts(parts, { ...context, isStale });
  for (const table of tables) writeTable(parts, table, context);
  followWorkbook(parts, { ...context, sheetAt, isCalculated });
  if (property) writeProperty(parts, property);
  verifyWritten(parts);
  return { parts: parts.parts(), told: notes.notes() };
}

function openSheets(parts: Package, plans: readonly SheetPlan[], file: string): readonly EditedSheet[] {
  const entries = sheetList(parts);
  const find = sheetNamed(entries);
  const missing = plans.find(({ sheet }) => find(sheet) === null);
  if (missing) {
    const found = entries.map(({ name }) => `"${name}"`).join(', ');
    throw new ProcmapError('sheet-not-found', { file, sheet: missing.sheet, found });
  }
  const planOf = new Map(plans.map((plan) => [plan.sheet.toLowerCase(), plan]));
  return entries.map((entry) => openSheet(parts, entry, planOf.get(entry.name.toLowerCase())));
}

function openSheet(parts: Package, entry: SheetEntry, plan: SheetPlan | undefined): EditedSheet {
  const document = readSheetDocument(parts.text(entry.part));
  if (typeof document === 'string')
    throw new ProcmapError('workbook-damaged', { file: parts.file, reason: document });
  const moves = plan ? movesOf(plan, extentOf(document), parts.file) : UNMOVED;
  const formulas = sheetFormulas(document);
  return { ...entry, document, formulas, moves, isPlanned: plan !== undefined, stale: openStaleCells() };
}

function bookOf(sheets: readonly EditedSheet[], tables: readonly TablePlan[]): SheetMoves {
  const find = sheetNamed(sheets);
  return {
    names: sheets.map(({ name }) => name),
    of: (name) => find(name)?.moves ?? null,
    tableColumns: renamedColumns(tables),
    isMoved: sheets.some(({ moves }) => !moves.isIdentity),
  };
}
