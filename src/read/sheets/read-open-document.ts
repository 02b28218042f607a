import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import { damaged } from '../workbook/damaged.ts';
import { type Attributes, parseAttributes, parseXml } from '../workbook/parse-xml.ts';
import { type OpenCell, openCellText } from './open-document-cell.ts';
import { type CellBudget, type SheetTable, sheetTable } from './sheet-table.ts';

/** A table that is being read; a cell of a text document may hold another. */
interface OpenTable {
  readonly sheet: SheetTable;
  row: number;
  rowRepeat: number;
  rowHidden: boolean;
  column: number;
  headColumn: number;
  cell: OpenCell | null;
  /** Cells of the row, set when it is known how often it stands. */
  pending: { column: number; text: string; error: string | null; formula: string | null }[];
}

interface Reading {
  readonly file: string;
  readonly limits: ReadLimits;
  readonly budget: CellBudget;
  readonly hiddenStyles: Set<string>;
  readonly tables: Table[];
  readonly open: OpenTable[];
  style: string;
  /** Depth within what is no text of a cell: comments, drawings. */
  aside: number;
  paragraphs: number;
}

/** Excel's and LibreOffice's last row and column. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** A cell of more text than any program writes. */
const MAX_TEXT = 2 ** 20;

/**
 * Reads the tables of an OpenDocument file, workbook or text, from the XML of its content. Rows and cells that are said to
 * repeat are repeated when they hold text; LibreOffice fills each sheet to its end with empty ones.
 *
 * @throws ProcmapError `workbook-damaged` or `workbook-too-large`
 */
export function readOpenDocument(
  file: string,
  pieces: Iterable<Uint8Array>,
  limits: ReadLimits,
): readonly Table[] {
  const reading: Reading = {
    file,
    limits,
    budget: { left: limits.cells },
    hiddenStyles: new Set(),
    tables: [],
    open: [],
    style: '',
    aside: 0,
    paragraphs: 0,
  };
  parseXml(file, pieces, {
    open: (tag, raw) => openTag(reading, tag, raw),
    text: (text) => addText(reading, text),
    close: (tag) => closeTag(reading, tag),
  });
  if (reading.tables.length === 0) throw damaged(file, 'no-sheets');
  return reading.tables;
}

const ASIDE = new Set(['annotation', 'shapes', 'forms', 'tracked-changes', 'dde-links', 'scenario']);

function openTag(reading: Reading, tag: string, raw: string): void {
  const { file } = reading;
  if (ASIDE.has(tag)) reading.aside++;
  if (reading.aside > 0) return;
  if (tag === 'style') reading.style = parseAttributes(file, raw)['style:name'] ?? '';
  else if (tag === 'table-properties') {
    if (parseAttributes(file, raw)['table:display'] === 'false') reading.hiddenStyles.add(reading.style);
  } else if (tag === 'table') openTable(reading, parseAttributes(file, raw));
  const table = reading.open.at(-1);
  if (!table) return;
  if (tag === 'table-row') openRow(table, parseAttributes(file, raw));
  else if (tag === 'table-cell' || tag === 'covered-table-cell')
    openCell(table, tag, parseAttributes(file, raw));
  else if (tag === 'table-column') noteColumn(table, parseAttributes(file, raw));
  else if (table.cell) inCell(reading, table.cell, tag, raw);
}

function openTable(reading: Reading, attributes: Attributes): void {
  const hidden = reading.hiddenStyles.has(attributes['table:style-name'] ?? '');
  const name = attributes['table:name'] ?? `Table${reading.tables.length + 1}`;
  const sheet = sheetTable(reading.file, name, hidden, reading.budget, reading.limits);
  reading.open.push({
    sheet,
    row: 0,
    rowRepeat: 1,
    rowHidden: false,
    column: 0,
    headColumn: 0,
    cell: null,
    pending: [],
  });
}

function repeated(attributes: Attributes, name: string, limit: number): number {
  const count = Number(attributes[name] ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, limit) : 1;
}

function openRow(table: OpenTable, attributes: Attributes): void {
  table.rowRepeat = repeated(attributes, 'table:number-rows-repeated', MAX_ROWS);
  table.rowHidden = /collapse|filter/.test(attributes['table:visibility'] ?? '');
  table.column = 0;
  table.pending = [];
}

function noteColumn(table: OpenTable, attributes: Attributes): void {
  const count = repeated(attributes, 'table:number-columns-repeated', MAX_COLUMNS);
  const first = table.headColumn;
  table.headColumn += count;
  if (/collapse|filter/.test(attributes['table:visibility'] ?? ''))
    table.sheet.hide('column', first, first + count - 1);
}

function openCell(table: OpenTable, tag: string, attributes: Attributes): void {
  const repeat = repeated(attributes, 'table:number-columns-repeated', MAX_COLUMNS);
  table.cell = { attributes, repeat, covered: tag !== 'table-cell', text: '', paragraphs: 0 };
}

function inCell({ file }: Reading, cell: OpenCell, tag: string, raw: string): void {
  if (tag === 'p' || tag === 'h') {
    if (cell.paragraphs++ > 0) cell.text += '\n';
  } else if (tag === 's')
    cell.text += ' '.repeat(Math.min(1000, Number(parseAttributes(file, raw)['text:c'] ?? 1) || 1));
  else if (tag === 'tab') cell.text += '\t';
  else if (tag === 'line-break') cell.text += '\n';
}

function addText({ open, aside, file }: Reading, text: string): void {
  const cell = open.at(-1)?.cell;
  // Between paragraphs there are only line ends of the file.
  if (!cell || aside > 0 || cell.paragraphs === 0) return;
  cell.text += text;
  if (cell.text.length > MAX_TEXT) throw damaged(file, 'text');
}

function closeTag(reading: Reading, tag: string): void {
  if (ASIDE.has(tag)) reading.aside--;
  if (reading.aside > 0) return;
  const table = reading.open.at(-1);
  if (!table) return;
  if (tag === 'table-cell' || tag === 'covered-table-cell') closeCell(table);
  else if (tag === 'table-row') closeRow(table);
  else if (tag === 'table') {
    reading.open.pop();
    reading.tables.push(table.sheet.build());
  }
}

function closeCell(table: OpenTable): void {
  const { cell } = table;
  table.cell = null;
  if (!cell) return;
  const { text, error, formula } = openCellText(cell);
  for (let i = 0; i < cell.repeat && (text !== '' || error !== null || formula !== null); i++) {
    table.pending.push({ column: table.column + i, text, error, formula });
  }
  table.column += cell.repeat;
}

function closeRow(table: OpenTable): void {
  const { sheet, pending, row, rowRepeat } = table;
  const times = pending.length === 0 ? 0 : rowRepeat;
  for (let i = 0; i < times; i++) {
    for (const { column, text, error, formula } of pending) {
      if (error !== null) sheet.note('cell-error', row + i, column, error);
      else if (formula !== null) sheet.note('formula-without-value', row + i, column, formula);
      else sheet.set(row + i, column, text);
    }
  }
  if (table.rowHidden && times > 0) sheet.hide('row', row, row + times - 1);
  table.row = Math.min(MAX_ROWS, row + rowRepeat);
}
