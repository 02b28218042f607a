import type { ColumnHints } from '../model/column-hints.ts';
import { ProcmapError } from '../model/error.ts';
import { foldBlanks } from '../model/fold-blanks.ts';
import type { LayoutName, MapSource, ProcessMap } from '../model/process-map.ts';
import { detectContainer } from './detect-container.ts';
import { headerWord } from './layouts/header-words.ts';
import type { Layout, RecogniseOptions } from './layouts/layout.ts';
import { layouts } from './layouts/registry.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { mapBuilder } from './map-builder.ts';
import { type FileInput, readTables, type TableFile } from './read-tables.ts';
import { rowText, type Table } from './table.ts';
import { walkTables } from './walk-tables.ts';

export interface ParseMapOptions {
  /** Reads the file in this layout; without it the layout is recognised by its header. */
  readonly layout?: LayoutName;
  /** Header texts by what the columns hold, for a header that is none of the known ones. */
  readonly columns?: ColumnHints;
  readonly limits?: ReadLimits;
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
  const file = await readTables(input, limits);
  const recognise = recogniseOptions(options);
  const layout = chooseLayout(input.name, file.tables, options.layout, recognise);
  const builder = mapBuilder();
  const title = walkTables(file.tables, layout, builder, recognise);
  const { nodes, macroFunctions, notes } = builder.build();
  if (nodes.length === 0) throw noMap(input.name, file.tables, layouts);
  const ofContainer = file.tables.flatMap((table) => table.notes);
  return {
    version: 1,
    source: sourceOf(input, file, layout),
    title,
    macroFunctions,
    nodes,
    notes: [...ofContainer, ...notes],
  };
}

function recogniseOptions({ layout, columns = {} }: ParseMapOptions): RecogniseOptions {
  const hints = Object.entries(columns).map(([role, text]) => [headerWord(text), role] as const);
  return { hints: new Map(hints), forced: layout !== undefined };
}

function chooseLayout(
  file: string,
  tables: readonly Table[],
  forced: LayoutName | undefined,
  options: RecogniseOptions,
): Layout {
  const candidates = forced === undefined ? layouts : layouts.filter(({ name }) => name === forced);
  const found = candidates.find((layout) =>
    tables.some(({ rows }) => rows.some(({ cells }) => layout.recognise(cells, options) !== null)),
  );
  if (found) return found;
  const known = candidates.map(({ header }) => header);
  if (forced === undefined) throw noMap(file, tables, layouts);
  throw new ProcmapError('layout-mismatch', {
    file,
    layout: forced,
    found: likelyHeader(tables),
    known: known.join('; '),
  });
}

function noMap(file: string, tables: readonly Table[], known: readonly Layout[]): ProcmapError {
  return new ProcmapError('no-map', {
    file,
    found: likelyHeader(tables),
    known: known.map(({ header }) => header),
  });
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
  return best.length > HEADER_SHOWN ? `${best.slice(0, HEADER_SHOWN)}…` : best;
}

function sourceOf(input: FileInput, file: TableFile, layout: Layout): MapSource {
  const source = { name: input.name, layout: layout.name };
  if (file.container === 'text') {
    return { ...source, container: 'text', encoding: file.encoding, delimiter: file.delimiter };
  }
  const sheets = file.tables.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  return { ...source, container: 'xlsx', sheets };
}
