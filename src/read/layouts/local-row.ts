import type { Code } from '../../model/code.ts';
import type { CodeMend } from '../../model/process-map.ts';
import { readCode, readCodeAndLabel } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { kindOf } from '../map-builder.ts';
import type { RowContext } from './layout.ts';

/** A cell with text but no code. */
export interface TextCell {
  readonly code: null;
  readonly mends: readonly CodeMend[];
  readonly label: string;
  readonly column: number;
}

/** A cell with a code, and a label unless the cell holds nothing else. The label may be completed from other rows. */
export interface CodeCell {
  readonly code: Code;
  readonly mends: readonly CodeMend[];
  label: string;
  readonly column: number;
}

/** A row of the local map, taken apart by what its cells hold, not by where they stand. */
export interface LocalRow {
  readonly context: RowContext;
  /** Cells to the left of the booking code, in order: structure, service labels, labels. */
  readonly cells: readonly (CodeCell | TextCell)[];
  /** The code hours are booked on. */
  readonly booking: CodeCell | null;
  /** The same code once more. */
  readonly again: CodeCell | null;
  /** The cell with the type, A, M or G. */
  readonly type: TextCell | null;
  /** Cells in the columns of codes that hold no code. */
  readonly unreadable: readonly TextCell[];
}

/**
 * Takes a row apart. Where a type follows a code, that code is the one that is booked, in whatever column; without a type
 * the columns of the header tell, and where those hold nothing, the last code of a bookable entry.
 */
export function parseLocalRow(context: RowContext): LocalRow {
  const cells = parseCells(context.row.cells, context.foreign);
  const again = context.columns.get('code-again');
  const typeAt = cells.findIndex((cell, at) => {
    // The general entry has one letter for its code and its type: in the column of the code again it is the code.
    return isType(cell) && isPureCode(cells[at - 1]) && (cell.column !== again || cell.code === null);
  });
  if (typeAt > 0) return splitAtType(context, cells, typeAt);
  return splitAtColumns(context, cells);
}

type Cell = CodeCell | TextCell;

/** A longer cell holds more than a code. */
const MAX_CODE = 32;

function parseCells(texts: readonly string[], foreign: ReadonlySet<number>): readonly Cell[] {
  const cells: Cell[] = [];
  let last: { readonly text: string; readonly cell: CodeCell } | null = null;
  texts.forEach((text, column) => {
    if (text === '' || foreign.has(column) || foldBlanks(text) === '') return;
    // The code stands on most rows twice.
    const cell: Cell = text === last?.text ? { ...last.cell, column } : parseCell(text, column);
    if (cell.code !== null) last = { text, cell };
    cells.push(cell);
  });
  return cells;
}

function parseCell(text: string, column: number): Cell {
  const alone = text.length <= MAX_CODE ? readCode(text) : null;
  const reading = alone?.code ? alone : readCodeAndLabel(text);
  if (reading.code === null) return textCell(foldBlanks(text), column);
  return { code: reading.code, mends: reading.mends, label: reading.label, column };
}

/** A cell of text. */
export function textCell(label: string, column: number): TextCell {
  return { code: null, mends: [], label, column };
}

function isType(cell: Cell): boolean {
  const text = cell.code === null ? cell.label : cell.code.text;
  return text === 'A' || text === 'M' || text === 'G';
}

function isPureCode(cell: Cell | undefined): cell is CodeCell {
  return cell !== undefined && cell.code !== null && cell.label === '';
}

function splitAtType(context: RowContext, cells: readonly Cell[], typeAt: number): LocalRow {
  const [booking, type, next] = [cells[typeAt - 1], cells[typeAt], cells[typeAt + 1]];
  return {
    context,
    cells: cells.slice(0, typeAt - 1),
    booking: isPureCode(booking) ? booking : null,
    again: isPureCode(next) ? next : null,
    type: type ? textCell(type.code?.text ?? type.label, type.column) : null,
    unreadable: [],
  };
}

function splitAtColumns(context: RowContext, all: readonly Cell[]): LocalRow {
  const { columns } = context;
  const at = (role: string): Cell | undefined => all.find(({ column }) => column === columns.get(role));
  const [first, second, type] = [at('code'), at('code-again'), at('type')];
  const outside = all.filter((cell) => cell !== first && cell !== second && cell !== type);
  const inColumns = [first, second].filter((cell) => cell !== undefined);
  const codes = inColumns.filter(isPureCode);
  const last = outside.at(-1);
  const stray = codes.length === 0 && isPureCode(last) && !isStructure(last.code) ? last : null;
  return {
    context,
    cells: stray ? outside.slice(0, -1) : outside,
    booking: codes[0] ?? stray,
    again: codes[0] === first ? (codes[1] ?? null) : null,
    type: type ? textCell(type.code?.text ?? type.label, type.column) : null,
    unreadable: inColumns.filter((cell) => !isPureCode(cell)).map(asText(context)),
  };
}

function asText({ row }: RowContext): (cell: Cell) => TextCell {
  return ({ column }) => textCell(foldBlanks(row.cells[column] ?? ''), column);
}

/** Whether a code is one of levels 1 to 3, on which no hours are booked. */
export function isStructure(code: Code): boolean {
  const kind = kindOf(code);
  return kind === 'macro-process' || kind === 'process' || kind === 'sub-process';
}

/** Whether a code names a coordination or training entry. */
export function isService(code: Code): boolean {
  const kind = kindOf(code);
  return kind === 'coordination' || kind === 'training';
}

/** Whether hours on this code are those of a coordination or training entry. */
export function isServiceBooking(code: Code): boolean {
  return kindOf(code) === 'macro-process' || isService(code);
}
