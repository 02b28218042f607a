import { type Code, codeLevel } from '../../model/code.ts';
import type { BookingType, CodeMend, NodeKind } from '../../model/process-map.ts';
import type { CodeReading } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import type { RowContext } from './layout.ts';

/** A code with its label, and the column it was found in. */
export interface FoundCode {
  readonly code: Code;
  readonly mends: readonly CodeMend[];
  readonly label: string;
  readonly column: number;
}

/** Turns a reading into what was found in a column; `null` when there is no code. */
export function found(reading: CodeReading, column: number): FoundCode | null {
  return reading.code === null ? null : { ...reading, column };
}

/** What a structure cell did. */
export type StructureResult = 'added' | 'continued' | 'level-mismatch';

/**
 * Adds a macro-process, process or sub-process; a cell that repeats what is open (the page goes on below it, or every
 * row is filled) adds nothing.
 *
 * @param ownColumn the column where codes of this level belong; an open code with another label to the right of it is
 *   no structure at all but an activity that bears the code of its sub-process
 */
export function addStructure(
  context: RowContext,
  item: FoundCode,
  ownColumn: number | undefined,
): StructureResult {
  const { builder } = context;
  const open = builder.isOpen(item.code) ? lastStructure(context, item.code) : null;
  if (open !== null) {
    const before = builder.entry(open);
    if (item.label === '' || before.label === '' || sameText(before.label, item.label)) {
      if (before.label === '') before.label = item.label;
      return 'continued';
    }
    if (ownColumn !== undefined && item.column > ownColumn) return 'level-mismatch';
  }
  addFound(context, item);
  return 'added';
}

function lastStructure({ builder }: RowContext, code: Code): number | null {
  const level = codeLevel(code);
  return builder.withCode(code.text).findLast((id) => builder.entry(id).level === level) ?? null;
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Adds an entry from a cell, with notes on what its code needed and on stray blanks. */
export function addFound(
  context: RowContext,
  item: FoundCode,
  more: {
    readonly kind?: NodeKind;
    readonly level?: number;
    readonly type?: BookingType | null;
    readonly bookingCode?: string | null;
  } = {},
): number {
  const { builder, table, row } = context;
  const place = placeOf(table, row, item.column);
  const id = builder.addEntry({ code: item.code, label: item.label, place, ...more });
  noteMends(context, item, id);
  return id;
}

/** Notes that a code was not written in its canonical form. */
export function noteMends({ builder, table, row }: RowContext, item: FoundCode, nodeId?: number): void {
  if (item.mends.length === 0) return;
  builder.addNote({
    kind: 'code-mended',
    raw: foldBlanks(row.cells[item.column] ?? ''),
    code: item.code.text,
    mends: item.mends,
    place: placeOf(table, row, item.column),
    ...(nodeId === undefined ? {} : { nodeId }),
  });
}

/** Notes blanks that nobody sees: at the ends of a cell, or several in a row. */
export function noteWhitespace({ builder, table, row }: RowContext, column: number, nodeId: number): void {
  const raw = row.cells[column] ?? '';
  if (raw === foldBlanks(raw)) return;
  builder.addNote({ kind: 'whitespace', raw, place: placeOf(table, row, column), nodeId });
}

/**
 * Adds an activity that bears the code of a level above. It keeps the code the file gives it; the first code that is
 * free below its sub-process is proposed.
 */
export function addMismatched(context: RowContext, item: FoundCode, type: BookingType | null): number {
  const { builder, table, row } = context;
  const id = addFound(context, item, { kind: 'activity', level: 4, bookingCode: item.code.text, type });
  builder.addNote({
    kind: 'level-mismatch',
    code: item.code.text,
    proposed: kindOf(item.code) === 'sub-process' ? `${item.code.text}.1` : null,
    place: placeOf(table, row, item.column),
    nodeId: id,
  });
  return id;
}

/** The columns of the levels, from the top. */
export const LEVEL_COLUMNS = ['macro-process', 'process', 'sub-process', 'activity'] as const;

/**
 * Notes that an entry just added stands in the column of another level. Coordination and training entries have no column
 * of their own: they stand where their chamber put them.
 */
export function noteColumn({ builder, table, row, columns, header }: RowContext, item: FoundCode): void {
  const kind = kindOf(item.code);
  if (kind === 'coordination' || kind === 'training' || kind === 'general') return;
  const own = columns.get(LEVEL_COLUMNS[Math.min(codeLevel(item.code), 4) - 1] ?? 'activity');
  if (own === undefined || own === item.column) return;
  builder.addNote({
    kind: 'column-shifted',
    code: item.code.text,
    found: foldBlanks(header[item.column] ?? ''),
    expected: foldBlanks(header[own] ?? ''),
    place: placeOf(table, row, item.column),
    nodeId: builder.count() - 1,
  });
}
