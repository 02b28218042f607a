import { freeCode } from '../model/code.ts';
import type { Correspondence, Link } from '../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { TableFile } from './containers/container.ts';
import { type CorrespondenceColumns, correspondenceColumns } from './correspondence-header.ts';
import { unmarked } from './layouts/flat/flat-table.ts';
import { spoiltCodes } from './layouts/flat/spoilt-codes.ts';
import { headerWord } from './layouts/header-words.ts';
import { placeOf, type Table, type TableRow } from './table.ts';

/** Columns that the user names, for headers that say too little. */
export interface CorrespondenceHints {
  readonly oldCode?: string;
  readonly newCode?: string;
}

/** A published correspondence as two lists of entries and the links between them. */
export interface PublishedCorrespondence {
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
  /** Headers of the columns that the codes were read from. */
  readonly columns: { readonly old: string; readonly new: string };
}

/**
 * Reads the correspondence that an office has published between two classifications, or two revisions of one: a row for
 * each link, with both codes and often both labels. A row without a new code says that the old one ends; one without
 * an old code, that the new one begins.
 *
 * A crosswalk moves hours, so what is doubtful is refused, with its place: codes that a spreadsheet has changed, rows that
 * are longer than their header, and in workbooks blank cells below codes, which may be parts of merged ones.
 *
 * @throws ProcmapError `no-correspondence`, `correspondence-doubtful`
 */
export function readCorrespondence(
  name: string,
  file: TableFile,
  hints: CorrespondenceHints = {},
): PublishedCorrespondence {
  const { table, header, columns, rows } = findRows(name, file.tables, hints);
  refuseDoubtful(table, { header, columns, rows });
  const sides = { old: sideOf(name, file), new: sideOf(name, file) };
  const links = new Map<string, Link>();
  for (const row of rows) {
    const old = sides.old.add(table, row, { code: columns.oldCode, label: columns.oldLabel });
    const fresh = sides.new.add(table, row, { code: columns.newCode, label: columns.newLabel });
    if (old !== null && fresh !== null) links.set(`${old}>${fresh}`, linkOf(old, fresh));
  }
  const headerOf = (column: number) => foldBlanks(header.cells[column] ?? '');
  return {
    oldMap: sides.old.map(),
    newMap: sides.new.map(),
    correspondence: correspondenceOf([...links.values()], sides.old.map().nodes.length),
    columns: { old: headerOf(columns.oldCode), new: headerOf(columns.newCode) },
  };
}

interface FoundRows {
  readonly table: Table;
  readonly header: TableRow;
  readonly columns: CorrespondenceColumns;
  readonly rows: readonly TableRow[];
}

const HEADER_WITHIN_ROWS = 40;

function findRows(file: string, tables: readonly Table[], hints: CorrespondenceHints): FoundRows {
  for (const table of tables) {
    for (const [at, header] of table.rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
      const columns = columnsOf(header.cells, hints);
      if (columns === null) continue;
      const rows = table.rows
        .slice(at + 1)
        .filter(({ cells }) => !header.cells.every((text, i) => text === (cells[i] ?? '')));
      return { table, header, columns, rows };
    }
  }
  const found = tables[0]?.rows[0]?.cells.map(foldBlanks).filter((text) => text !== '') ?? [];
  throw new ProcmapError('no-correspondence', { file, found: found.join(' | ').slice(0, 160) });
}

function columnsOf(
  cells: readonly string[],
  { oldCode, newCode }: CorrespondenceHints,
): CorrespondenceColumns | null {
  const found = correspondenceColumns(cells);
  if (oldCode === undefined && newCode === undefined) return found;
  const words = cells.map(headerWord);
  const named = (text: string | undefined, otherwise: number | undefined) =>
    text === undefined ? (otherwise ?? -1) : words.indexOf(headerWord(text));
  const [old, fresh] = [named(oldCode, found?.oldCode), named(newCode, found?.newCode)];
  if (old < 0 || fresh < 0 || old === fresh) return null;
  const labels = found?.oldCode === old && found.newCode === fresh ? found : null;
  return {
    oldCode: old,
    newCode: fresh,
    oldLabel: labels?.oldLabel ?? null,
    newLabel: labels?.newLabel ?? null,
    certain: true,
  };
}

/** What stands for no code: a dash, or words that say so. */
const NONE = /^(?:[-–—/.*]*|n\.?[ad]\.?|none|null|nessuno|soppress[oai]|eliminat[oai]|deleted|cessat[oai])$/i;

function codeAt(row: TableRow, column: number): string {
  const text = unmarked(foldBlanks(row.cells[column] ?? ''));
  return NONE.test(text) ? '' : text;
}

function refuseDoubtful(table: Table, { header, columns, rows }: Omit<FoundRows, 'table'>): void {
  const refuse = (row: TableRow, column: number, why: 'spoilt' | 'long' | 'blank') => {
    const { cell, line, sheet } = placeOf(table, row, column);
    const at = cell === undefined ? `${line}` : `${sheet}!${cell}`;
    const value = foldBlanks(row.cells[column] ?? '');
    throw new ProcmapError('correspondence-doubtful', { file: table.file, at, why, value });
  };
  for (const column of [columns.oldCode, columns.newCode]) {
    const spoiltAt = spoiltCodes(rows.map((row) => codeAt(row, column)));
    rows.forEach((row, at) => {
      const spoilt = spoiltAt(at);
      if (spoilt !== null && spoilt.damage !== 'number') refuse(row, column, 'spoilt');
      if (table.sheet === null || (row.cells[column] ?? '').trim() !== '' || at === 0) return;
      const other = column === columns.oldCode ? columns.newCode : columns.oldCode;
      if (codeAt(row, other) !== '') refuse(row, column, 'blank');
    });
  }
  const long = rows.find(
    (row) => table.source && row.cells.slice(header.cells.length).some((text) => text.trim() !== ''),
  );
  if (long) refuse(long, header.cells.length, 'long');
}

/** Collects the entries of one side, each code once, with the first label that it has. */
function sideOf(name: string, file: TableFile) {
  const nodes: MapNode[] = [];
  const ids = new Map<string, number>();
  return {
    add: (
      table: Table,
      row: TableRow,
      { code: column, label }: { readonly code: number; readonly label: number | null },
    ): number | null => {
      const code = codeAt(row, column);
      if (code === '') return null;
      const text = label === null ? '' : foldBlanks(row.cells[label] ?? '');
      const known = ids.get(code);
      if (known !== undefined) return known;
      ids.set(code, nodes.length);
      nodes.push(entryOf(nodes.length, code, { label: text, place: placeOf(table, row, column) }));
      return nodes.length - 1;
    },
    map: (): ProcessMap => ({
      version: 1,
      source: { name, container: file.container, layout: 'flat' },
      title: null,
      macroFunctions: [],
      nodes,
      notes: [],
    }),
  };
}

function entryOf(id: number, text: string, { label, place }: Pick<MapNode, 'label' | 'place'>): MapNode {
  const code = freeCode(text);
  return { id, kind: 'entry', level: 1, code, bookingCode: text, type: null, label, parent: null, place };
}

function linkOf(old: number, fresh: number): Link {
  return {
    old,
    new: fresh,
    confidence: 1,
    tier: 'certain',
    evidence: [{ kind: 'published', score: 1, weight: 1 }],
    matcher: 'published',
  };
}

function correspondenceOf(links: readonly Link[], oldEntries: number): Correspondence {
  const linked = new Set(links.map(({ old }) => old));
  const ids = [...Array(oldEntries).keys()];
  return {
    links: links.toSorted((a, b) => a.old - b.old || a.new - b.new),
    unlinked: ids
      .filter((old) => !linked.has(old))
      .map((old) => ({ old, tier: 'certain' as const, confidence: 1, reason: 'published' as const })),
    structure: [],
    structureUnlinked: [],
    candidates: ids.map(() => []),
    // Who publishes a correspondence says all that there is.
    complete: ids,
    splitRate: 0,
  };
}
