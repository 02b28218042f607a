import type { ColumnHints } from '../model/column-hints.ts';
import type { LayoutName, MapSource, ProcessMap, ReadNote } from '../model/process-map.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { groupBy } from '../values/group-by.ts';
import type { Place } from '../values/place.ts';
import { sha256Hex } from '../values/sha256.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { detectContainer } from './detect-container.ts';
import { findForeignTable } from './foreign-table.ts';
import { headerWord } from './layouts/header-words.ts';
import type { Layout, RecogniseOptions } from './layouts/layout.ts';
import { isRegisterText, readRegisterText } from './layouts/register-text.ts';
import { layouts } from './layouts/registry.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { type MapBuilder, mapBuilder } from './map-builder.ts';
import { type FileInput, readTables, type TableFile } from './read-tables.ts';
import { rowsBelow, rowText, type Table } from './table.ts';
import { walkTables } from './walk-tables.ts';

export interface ParseMapOptions {
  /** Reads the file in this layout; without it the layout is recognised by its header. */
  readonly layout?: LayoutName;
  /** Header texts by what the columns hold, for a header that is none of the known ones. */
  readonly columns?: ColumnHints;
  readonly limits?: ReadLimits;
  /** Reads this sheet of a workbook only; its name is compared without regard to case and blanks. */
  readonly sheet?: string;
}

/**
 * Reads a process map from the bytes of a file, whatever its container and layout.
 *
 * Nothing is dropped silently: every row that held text is an entry of the map, or has a note.
 *
 * @throws ProcmapError when the file cannot be read, or holds no process map
 */
export async function parseMap(input: FileInput, options: ParseMapOptions = {}): Promise<ProcessMap> {
  const limits = options.limits ?? defaultLimits;
  if (detectContainer(input.bytes).kind === 'json') {
    const { parseJsonMap } = await import('./parse-json-map.ts');
    return parseJsonMap(input, limits);
  }
  const file = sheetOf(input.name, await readTables(input, limits), options.sheet);
  const builder = mapBuilder();
  const { layout, title, isTable } = readLayout(input.name, file.tables, options, builder);
  const { nodes, macroFunctions, notes } = builder.build();
  if (nodes.length === 0) {
    throw (
      withoutValues(input.name, file.tables) ?? noEntries(input.name, notes) ?? noMap(input.name, file.tables)
    );
  }
  // What quotes did to the cells of a table does not matter to text that is read by lines.
  const ofContainer = file.tables
    .flatMap((table) => table.notes)
    .filter(({ kind }) => isTable || kind !== 'unbalanced-quote');
  return {
    version: 1,
    source: { ...sourceOf(input, file, layout), sha256: input.sha256 ?? sha256Hex(input.bytes) },
    title,
    macroFunctions,
    nodes,
    notes: sortNotes([...ofContainer, ...notes], file.tables),
  };
}

/**
 * The file with one of its sheets.
 *
 * @throws ProcmapError `sheet-not-found`
 */
function sheetOf(file: string, read: TableFile, sheet: string | undefined): TableFile {
  if (sheet === undefined) return read;
  const name = (text: string | null) => foldBlanks(text ?? '').toLowerCase();
  const tables = read.tables.filter((table) => name(table.sheet) === name(sheet));
  if (tables.length > 0) return { ...read, tables };
  const found = read.tables.flatMap((table) => table.sheet ?? []).join(', ');
  throw new ProcmapError('sheet-not-found', { file, sheet, found: found === '' ? '-' : found });
}

/** Finds the layout of the tables, and reads their entries into the builder. */
function readLayout(
  file: string,
  tables: readonly Table[],
  options: ParseMapOptions,
  builder: MapBuilder,
): { readonly layout: LayoutName; readonly title: string | null; readonly isTable: boolean } {
  const recognise = recogniseOptions(options);
  const layout = findLayout(tables, options.layout, recognise);
  if (layout === undefined || (layout.isGeneral && !isAsked(options))) {
    const what = findForeignTable(tables, (cells) => layout?.recognise(cells, recognise) != null);
    if (what !== null) throw new ProcmapError('not-a-map', { file, what });
  }
  const text = tables[0]?.source?.text;
  const mayBeRegister = options.layout === undefined || options.layout === 'register';
  if (!layout && mayBeRegister && text !== undefined && isRegisterText(text)) {
    readRegisterText(file, text, builder);
    return { layout: 'register', title: null, isTable: false };
  }
  if (!layout) throw unrecognised(file, tables, options.layout);
  return { layout: layout.name, title: walkTables(tables, layout, builder, recognise), isTable: true };
}

/** Who names the layout or the columns knows what the table is. */
function isAsked({ layout, columns = {} }: ParseMapOptions): boolean {
  return layout !== undefined || Object.keys(columns).length > 0;
}

function recogniseOptions({ layout, columns = {} }: ParseMapOptions): RecogniseOptions {
  const hints = Object.entries(columns).map(([role, text]) => [headerWord(text), role] as const);
  return { hints: new Map(hints), forced: layout !== undefined };
}

/** The first header of a map stands below a title and a legend, not below thousands of rows. */
const HEADER_WITHIN_ROWS = 5000;

/**
 * The layout of the first header in the file. Code and label, which is all that a flat table needs, also head the legends
 * and lists that stand beside maps, so any other header goes before.
 */
function findLayout(
  tables: readonly Table[],
  forced: LayoutName | undefined,
  options: RecogniseOptions,
): Layout | undefined {
  const candidates = forced === undefined ? layouts : layouts.filter(({ name }) => name === forced);
  const particular = candidates.filter(({ name }) => name !== 'flat');
  return firstHeader(tables, particular, options) ?? firstHeader(tables, candidates, options);
}

function firstHeader(
  tables: readonly Table[],
  candidates: readonly Layout[],
  options: RecogniseOptions,
): Layout | undefined {
  for (const { rows } of tables) {
    for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
      const own = { ...options, below: () => rowsBelow(rows, at) };
      const layout = candidates.find(({ recognise }) => recognise(cells, own) !== null);
      if (layout) return layout;
    }
  }
  return undefined;
}

function unrecognised(file: string, tables: readonly Table[], forced: LayoutName | undefined): ProcmapError {
  const known = layouts.find(({ name }) => name === forced)?.header;
  if (forced === undefined || known === undefined) return noMap(file, tables);
  return new ProcmapError('layout-mismatch', { file, layout: forced, found: likelyHeader(tables), known });
}

function noMap(file: string, tables: readonly Table[]): ProcmapError {
  const known = layouts.map(({ header }) => header);
  return new ProcmapError('no-map', { file, found: likelyHeader(tables), known });
}

/** Formulas whose results the file lacks, in the column that has most of them: the codes would have stood there. */
function withoutValues(file: string, tables: readonly Table[]): ProcmapError | null {
  const places = tables
    .flatMap(({ notes }) => notes)
    .flatMap(({ kind, place }) => (kind === 'formula-without-value' ? [place] : []));
  const byColumn = groupBy(places, ({ sheet = '', cell = '' }) => `${sheet}!${cell.replace(/\d+$/, '')}`);
  const [most] = [...byColumn].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return null;
  const [column, { length }] = most;
  return new ProcmapError('codes-without-value', { file, column, count: length });
}

/** A header that was recognised, and nothing below it that is an entry. */
function noEntries(file: string, notes: readonly ReadNote[]): ProcmapError | null {
  const [header] = notes.flatMap((note) => (note.kind === 'header' ? [note.text] : []));
  return header !== undefined ? new ProcmapError('map-empty', { file, header: shortened(header) }) : null;
}

const HEADER_SEARCH_ROWS = 40;
const HEADER_SHOWN = 160;

/** The row most like a header, for the message: the one with most short cells among the first. */
function likelyHeader(tables: readonly Table[]): string {
  let best = '';
  let bestCells = 0;
  for (const { rows } of tables) {
    for (const row of rows.slice(0, HEADER_SEARCH_ROWS)) {
      const cells = row.cells.filter((text) => foldBlanks(text) !== '' && text.length <= 60).length;
      if (cells > bestCells) [best, bestCells] = [rowText(row), cells];
    }
  }
  return shortened(best);
}

function shortened(header: string): string {
  return header.length > HEADER_SHOWN ? `${header.slice(0, HEADER_SHOWN)}…` : header;
}

function sourceOf(input: FileInput, file: TableFile, layout: LayoutName): MapSource {
  const source = { name: input.name, layout };
  if (file.container === 'text') {
    return { ...source, container: 'text', encoding: file.encoding, delimiter: file.delimiter };
  }
  const sheets = file.tables.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  return { ...source, container: file.container, sheets };
}

/** Notes in the order of the file: by sheet, row and column. What stands in one place keeps its order. */
function sortNotes(notes: readonly ReadNote[], tables: readonly Table[]): readonly ReadNote[] {
  const sheets = new Map(tables.map(({ sheet }, index) => [sheet ?? '', index]));
  const sheet = (place: Place) => place.table ?? sheets.get(place.sheet ?? '') ?? 0;
  const key = ({ place }: ReadNote): readonly [number, number, number, number] => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place.cell ?? '') ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [sheet(place), place.page ?? 0, place.line ?? Number(row), place.column ?? column];
  };
  const keyed = notes.map((note) => ({ note, key: key(note) }));
  keyed.sort(({ key: x }, { key: y }) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3]);
  return keyed.map(({ note }) => note);
}
