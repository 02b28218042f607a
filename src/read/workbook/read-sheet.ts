import type { ReadNote } from '../../model/process-map.ts';
import type { Place } from '../../values/place.ts';
import { type CellFact, type CellRange, columnName } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { Table, TableRow } from '../table.ts';
import { unescapeText } from './escaped-text.ts';
import { formatNumber } from './number-format.ts';
import { type NumberLook, numberLook } from './number-look.ts';
import { damaged } from './open-zip.ts';
import { type Attributes, parseAttributes, parseXml } from './parse-xml.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** The cell that is being read. */
interface OpenCell {
  /** Its attributes, read when it turns out to hold something: most cells of a sheet only have looks. */
  readonly attributes: string;
  value: string | null;
  formula: string | null;
}

interface OpenRow {
  readonly number: number;
  readonly cells: string[];
  readonly facts: (CellFact | undefined)[];
  readonly hidden: boolean;
  /** The column of the last cell; `null` when that has not been read, for `last` has it. */
  column: number | null;
  last: string;
}

/** What has been read of a sheet so far. */
interface SheetState {
  readonly parts: WorkbookParts;
  readonly name: string;
  readonly rows: TableRow[];
  readonly notes: ReadNote[];
  readonly merges: CellRange[];
  row: OpenRow | null;
  lastRow: number;
  furthest: number;
  cell: OpenCell | null;
  capture: 'value' | 'formula' | 'text' | null;
  phonetic: boolean;
  cells: number;
}

/**
 * Reads one sheet as a table of text. The size it claims is checked, then forgotten: only cells that are there count.
 *
 * @throws ProcmapError `workbook-damaged` or `workbook-too-large`
 */
export function readSheet(
  parts: WorkbookParts,
  name: string,
  hidden: boolean,
  pieces: Iterable<Uint8Array>,
): Table {
  const state: SheetState = {
    parts,
    name,
    rows: [],
    notes: [],
    merges: [],
    row: null,
    lastRow: 0,
    furthest: 0,
    cell: null,
    capture: null,
    phonetic: false,
    cells: 0,
  };
  if (hidden) state.notes.push({ kind: 'hidden', what: 'sheet', name, place: placeIn(state, 'A1') });
  parseXml(parts.file, pieces, {
    open: (tag, attributes) => openTag(state, tag, attributes),
    text: (text) => captureText(state, text),
    close: (tag) => closeTag(state, tag),
  });
  const table = { file: parts.file, sheet: name, rows: state.rows, notes: state.notes };
  return parts.looks === null ? table : { ...table, merges: state.merges, lastRow: state.furthest };
}

function openTag(state: SheetState, tag: string, attributes: string): void {
  if (tag === 'c') openCell(state, attributes);
  else if (tag === 'v') state.capture = 'value';
  else if (tag === 't') state.capture = state.phonetic ? null : 'text';
  else if (tag === 'row') openRow(state, attributes);
  else if (tag === 'f') openFormula(state);
  else if (tag === 'rPh') state.phonetic = true;
  else if (tag === 'dimension') checkClaim(state, parseAttributes(state.parts.file, attributes).ref ?? '');
  else if (tag === 'mergeCell') noteMerge(state, parseAttributes(state.parts.file, attributes).ref ?? '');
  else if (tag === 'col') noteHiddenColumns(state, parseAttributes(state.parts.file, attributes));
}

function openFormula(state: SheetState): void {
  state.capture = 'formula';
  if (state.cell) state.cell.formula = '';
}

/** Excel stops at 32,767 characters. */
const MAX_CELL_TEXT = 2 ** 20;

function captureText({ parts, cell, capture }: SheetState, text: string): void {
  if (!cell || capture === null) return;
  if ((cell.value?.length ?? 0) + (cell.formula?.length ?? 0) > MAX_CELL_TEXT)
    throw damaged(parts.file, 'text');
  if (capture === 'formula') cell.formula = (cell.formula ?? '') + text;
  else cell.value = (cell.value ?? '') + text;
}

function closeTag(state: SheetState, tag: string): void {
  if (tag === 'row') closeRow(state);
  else if (tag === 'c') closeCell(state);
  else if (tag === 'rPh') state.phonetic = false;
  else if (tag === 'v' || tag === 'f' || tag === 't') state.capture = null;
}

function checkClaim({ parts, name }: SheetState, ref: string): void {
  const last = parseAddress(ref.split(':').at(-1) ?? '');
  if (!last || (last.column + 1) * last.row <= parts.limits.claimedCells) return;
  const limit = parts.limits.claimedCells;
  throw new ProcmapError('workbook-too-large', {
    file: parts.file,
    sheet: name,
    measure: 'claimed-cells',
    limit,
  });
}

function noteHiddenColumns(state: SheetState, { hidden, min, max }: Attributes): void {
  if (hidden !== '1' && hidden !== 'true') return;
  const [first, last] = [columnName(Number(min) - 1), columnName(Number(max) - 1)];
  const name = first === last ? first : `${first}:${last}`;
  state.notes.push({ kind: 'hidden', what: 'column', name, place: placeIn(state, `${first}1`) });
}

function noteMerge({ parts, merges }: SheetState, ref: string): void {
  if (parts.looks === null) return;
  const [first, last] = ref.split(':').map(parseAddress);
  if (first && last)
    merges.push({
      firstRow: first.row,
      lastRow: last.row,
      firstColumn: first.column,
      lastColumn: last.column,
    });
}

function openRow(state: SheetState, raw: string): void {
  const attributes = parseAttributes(state.parts.file, raw);
  const number = attributes.r === undefined ? state.lastRow + 1 : Number(attributes.r);
  if (!Number.isInteger(number) || number < 1) throw damaged(state.parts.file, 'address');
  const hidden = attributes.hidden === '1' || attributes.hidden === 'true';
  state.row = { number, cells: [], facts: [], hidden, column: -1, last: '' };
  state.lastRow = number;
  state.furthest = Math.max(state.furthest, number);
}

function closeRow(state: SheetState): void {
  const row = state.row;
  state.row = null;
  if (!row?.cells.some((text) => text.trim() !== '')) return;
  const facts = state.parts.looks === null ? {} : { facts: row.facts };
  state.rows.push({ number: row.number, cells: row.cells, ...facts });
  if (row.hidden) {
    const place = placeIn(state, `A${row.number}`);
    state.notes.push({ kind: 'hidden', what: 'row', name: String(row.number), place });
  }
}

function openCell(state: SheetState, attributes: string): void {
  const { row } = state;
  if (!row) return;
  // A cell without an address stands next to the one before it, whose address is needed only then.
  if (!/\sr\s*=/.test(attributes)) row.column = columnOf(state, row) + 1;
  else {
    row.column = null;
    row.last = attributes;
  }
  state.cell = { attributes, value: null, formula: null };
}

/** The column of the cell that was opened last. */
function columnOf({ parts }: SheetState, row: OpenRow): number {
  if (row.column !== null) return row.column;
  const address = parseAddress(parseAttributes(parts.file, row.last).r ?? '');
  if (!address) throw damaged(parts.file, 'address');
  row.column = address.column;
  return address.column;
}

function closeCell(state: SheetState): void {
  const { cell, row } = state;
  state.cell = null;
  state.capture = null;
  if (!cell || !row || (cell.value === null && cell.formula === null)) return;
  const column = columnOf(state, row);
  const { t: type = 'n', s: style = '0' } = parseAttributes(state.parts.file, cell.attributes);
  const place = (): Place => placeIn(state, `${columnName(column)}${row.number}`);
  if (cell.formula !== null && cell.value === null && type !== 'str') {
    state.notes.push({ kind: 'formula-without-value', formula: cell.formula, place: place() });
  }
  if (state.parts.looks !== null) row.facts[column] = factOf(state.parts.looks[Number(style)], cell, type);
  if (type === 'e') {
    state.notes.push({ kind: 'cell-error', value: cell.value ?? '', place: place() });
    return;
  }
  const text = cell.value === null ? '' : cellText(state, type, Number(style), cell.value);
  if (text !== '') setCell(state, row.cells, column, text);
}

const PLAIN_LOOK = numberLook(0, undefined);

function factOf(look: NumberLook = PLAIN_LOOK, { value, formula }: OpenCell, type: string): CellFact {
  const isNumber = type === 'n' && value !== null && value.trim() !== '';
  return { ...look, number: isNumber ? value : null, formula, hasValue: value !== null && type !== 'e' };
}

function cellText({ parts }: SheetState, type: string, style: number, value: string): string {
  if (type === 's') {
    const text = parts.strings[Number(value)];
    if (text === undefined) throw damaged(parts.file, 'part-missing');
    return text;
  }
  if (type === 'inlineStr' || type === 'str') return unescapeText(value);
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value;
  return formatNumber(value, parts.formats[style] ?? { kind: 'plain' }, parts);
}

function setCell(state: SheetState, cells: string[], column: number, text: string): void {
  const { parts, name } = state;
  state.cells += Math.max(0, column + 1 - cells.length);
  if (state.cells > parts.limits.cells) {
    const limit = parts.limits.cells;
    throw new ProcmapError('workbook-too-large', { file: parts.file, sheet: name, measure: 'cells', limit });
  }
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function placeIn({ parts, name }: SheetState, cell: string): Place {
  return { file: parts.file, sheet: name, cell };
}

/** `C12` as 0-based column and 1-based row; `null` when it is no address of a sheet. */
function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address.toUpperCase());
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 16_384 ? null : { column: column - 1, row: Number(match[2]) };
}
