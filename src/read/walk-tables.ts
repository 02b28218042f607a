import type { LayoutName } from '../model/process-map.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { type AboutColumns, aboutColumns, aboutOf, describing } from './about-columns.ts';
import { headerWord } from './layouts/header-words.ts';
import type { Columns, Layout, RecogniseOptions } from './layouts/layout.ts';
import type { MapBuilder } from './map-builder.ts';
import { placeOfRow, rowsBelow, rowText, type Table, type TableRow } from './table.ts';

/** A row without an entry, kept until it is known what follows it. */
interface TextRow {
  readonly table: Table;
  readonly row: TableRow;
}

/** What is known while the tables are walked through. */
interface Walk {
  readonly layout: Layout;
  readonly options: RecogniseOptions;
  readonly builder: MapBuilder;
  /** Rows above the first header of all. */
  readonly preface: TextRow[];
  /** Rows since the last entry of this table. */
  pending: TextRow[];
  seenHeader: boolean;
  title: string | null;
}

/**
 * Walks through the tables of a file, row by row: finds the headers, gives the rows below them to the layout, and notes
 * what every other row with text is: title, heading, legend, header, footer, or unread.
 *
 * @returns the title of the map, or `null`
 */
export function walkTables(
  tables: readonly Table[],
  layout: Layout,
  builder: MapBuilder,
  options: RecogniseOptions = {},
): string | null {
  const walk: Walk = { layout, options, builder, preface: [], pending: [], seenHeader: false, title: null };
  for (const table of tables) walkTable(walk, table);
  return walk.title;
}

function walkTable(walk: Walk, table: Table): void {
  const { layout, builder } = walk;
  const reader = layout.start();
  let columns: Columns | null = null;
  let header: readonly string[] = [];
  let foreign: ReadonlySet<number> = new Set();
  let about: AboutColumns = new Map();
  let hasHeader = false;
  walk.pending = [];
  for (const [at, row] of table.rows.entries()) {
    const options = { ...walk.options, below: () => rowsBelow(table.rows, at) };
    const found = layout.recognise(row.cells, options);
    if (found && (columns === null || repeatsHeader(layout, header, row.cells))) {
      columns = found;
      header = row.cells;
      about = aboutColumns(header, found);
      foreign = foreignColumns(header, found);
      hasHeader = true;
      if (walk.seenHeader) noteAbovePage(walk);
      else notePreface(walk);
      walk.seenHeader = true;
      builder.addNote({ kind: 'header', text: rowText(row), place: placeOfRow(table, row) });
    } else if (!openHeading(walk, table, row)) {
      if (columns) noteLongRow(walk, table, { header, row });
      const said = aboutOf(table, row, about);
      const own = said === undefined ? builder : describing(builder, said);
      const result = columns ? reader.read({ table, row, columns, header, foreign, builder: own }) : 'text';
      if (result === 'text') (walk.seenHeader ? walk.pending : walk.preface).push({ table, row });
      else noteSkipped(walk);
    }
  }
  reader.end?.();
  if (!hasHeader && table.sheet !== null) noteSheet(walk, table);
  else if (!noteOutside(walk, table, hasHeader))
    for (const text of walk.pending) noteText(walk, text, 'footer');
  walk.pending = [];
}

const NAMED_AS_ROWS: ReadonlySet<LayoutName> = new Set(['flat', 'side-by-side']);

/** Names of columns are words that rows of a flat table may hold too, so there a header repeats only word for word. */
function repeatsHeader({ name }: Layout, header: readonly string[], cells: readonly string[]): boolean {
  return (
    !NAMED_AS_ROWS.has(name) ||
    header.every((text, column) => headerWord(text) === headerWord(cells[column] ?? ''))
  );
}

/**
 * A row of a text with more cells than its header, where something stands beyond the last name: a separator stands unquoted
 * in one of them. The cells cannot be put together again: which of them it was, nobody can tell.
 */
function noteLongRow(
  { builder }: Walk,
  table: Table,
  { header, row }: { readonly header: readonly string[]; readonly row: TableRow },
): void {
  if (table.source === undefined || row.cells.slice(header.length).every((text) => text.trim() === ''))
    return;
  const [cells, columns] = [row.cells.length, header.length];
  builder.addNote({
    kind: 'row-too-long',
    cells,
    columns,
    text: rowText(row),
    place: placeOfRow(table, row),
  });
}

function foreignColumns(header: readonly string[], columns: Columns): ReadonlySet<number> {
  const own = new Set(columns.values());
  return new Set(
    [...header.keys()].filter((column) => !own.has(column) && foldBlanks(header[column] ?? '') !== ''),
  );
}

const HEADING = /^[^a-zà-ÿ]*macro[\s-]*funzione\s*[:–—-]\s*(.+)$/i;

/** A row that names the macro-function of what follows. */
function openHeading({ builder }: Walk, table: Table, row: TableRow): boolean {
  if (!row.cells.some((text) => /funzione/i.test(text))) return false;
  const heading = HEADING.exec(rowText(row));
  if (!heading) return false;
  const name = foldBlanks((heading[1] ?? '').replaceAll('*', ''));
  const place = placeOfRow(table, row);
  builder.openMacroFunction(name, place);
  builder.addNote({ kind: 'heading', text: rowText(row), place });
  return true;
}

/** The last line above the header of a new page is its heading. */
function noteAbovePage(walk: Walk): void {
  const last = walk.pending.at(-1);
  if (last === undefined || last.row.cells.filter((text) => text.trim() !== '').length !== 1) return;
  noteText(walk, last, PAGE_NUMBER.test(rowText(last.row)) ? 'footer' : 'heading');
  walk.pending.pop();
}

/** A page number, or the sums of a page. */
const PAGE_NUMBER = /^((pag(ina|\.)?\s*)?\d{1,4}(\s*(di|\/)\s*\d{1,4})?|\d{1,4}( \| \d{1,4})+)$/i;

/** Rows between entries: page numbers, lines that stood above the table too, and what nothing is known of. */
function noteSkipped(walk: Walk): void {
  for (const text of walk.pending) {
    const content = rowText(text.row);
    const repeated = walk.preface.some(({ row }) => rowText(row) === content);
    noteText(walk, text, PAGE_NUMBER.test(content) ? 'footer' : repeated ? 'heading' : 'row-unread');
  }
  walk.pending = [];
}

function noteText(
  { builder }: Walk,
  { table, row }: TextRow,
  kind: 'title' | 'heading' | 'legend' | 'footer' | 'row-unread',
): void {
  builder.addNote({ kind, text: rowText(row), place: placeOfRow(table, row) });
}

/** A sheet without a header holds no map; a cover's lines are noted one by one, of others only the sheet. */
function noteSheet(walk: Walk, table: Table): void {
  const first = table.rows[0];
  const place = first ? placeOfRow(table, first) : { file: table.file, sheet: table.sheet ?? '', cell: 'A1' };
  walk.builder.addNote({ kind: 'sheet-without-map', name: table.sheet ?? '', place });
}

/** Of a document, a table that is none of the map and text below the map are told: entries may stand there. */
function noteOutside(walk: Walk, { rows }: Table, hasHeader: boolean): boolean {
  const isDocument = rows[0]?.table !== undefined;
  if (!isDocument || !walk.seenHeader) return false;
  const told = hasHeader ? walk.pending : walk.pending.slice(0, 1);
  for (const { table, row } of told) {
    const what = hasHeader ? ('text' as const) : ('table' as const);
    walk.builder.addNote({ kind: 'text-outside', what, text: rowText(row), place: placeOfRow(table, row) });
  }
  return true;
}

/** The title is the line above the table that speaks of a map of processes, or else the first line. */
function notePreface(walk: Walk): void {
  const titles = walk.preface.map(({ row }) => rowText(row));
  const named = titles.findIndex((text) => /mappa/i.test(text) && /process/i.test(text));
  const title = named < 0 ? 0 : named;
  walk.preface.forEach((text, index) => {
    const legend = /legenda|presidiat/i.test(titles[index] as string);
    noteText(walk, text, index === title ? 'title' : legend ? 'legend' : 'heading');
  });
  walk.title = titles[title] ?? null;
}
