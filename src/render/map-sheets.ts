import { type AboutField, aboutFieldsIn } from '../model/entry-about.ts';
import type { LayoutName, MapNode, ProcessMap } from '../model/process-map.ts';
import { readCodeAndLabel } from '../model/read-code.ts';
import { isBookable, isServiceEntry } from '../model/tree.ts';
import { adoptionTexts } from '../words/adoption.ts';
import { type WrittenCodes, writtenCodes } from './written-code.ts';

/** Layouts that a workbook can be written in. */
export const WORKBOOK_LAYOUTS = ['local', 'national'] as const satisfies readonly LayoutName[];
export type WorkbookLayout = (typeof WORKBOOK_LAYOUTS)[number];

/** What a row is, and so how it looks. */
export type RowKind = 'title' | 'heading' | 'header' | 'entry';

/** A row of a sheet; cells in column order, empty where nothing stands or where the cell above reaches down. */
export interface SheetRow {
  readonly kind: RowKind;
  readonly cells: readonly string[];
  /** Branches that stand in this column or to the right of it end above this row. */
  readonly endsFrom: number;
  /** Columns in which a branch begins. */
  readonly branches: readonly number[];
}

/** A sheet to write, before it is known what writes it. */
export interface MapSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
}

const LOCAL_HEADER = [
  'Macro Funzione',
  'Tema (MacroProcess)',
  'Funzione (Processo)',
  'Servizio/Ambito (SottoProcesso)',
  'Attività (Azione)',
  'Codice',
  'Tipo',
  'Cod',
];
const NATIONAL_HEADER = ['Macro-processo', 'Processo', 'Sotto-processo', 'Attività'];

/** Lays a map out as the sheets of a local or a national map. */
export function mapSheets(map: ProcessMap, layout: WorkbookLayout): readonly MapSheet[] {
  return layout === 'local' ? [localSheet(map)] : nationalSheets(map);
}

/** One more column where entries of an adopted map wait for a decision; the maps are Italian, and so is what it says. */
const MARK_HEADER = 'Da decidere';
const MARK_WIDTH = 40;

/** Columns behind those of the layout: what the map says of entries beside code and label, and marks. */
interface EndColumns {
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly cells: (node: MapNode) => readonly string[];
}

const ABOUT_HEADERS = {
  id: ['Id', 40],
  definition: ['Definizione', 60],
  includes: ['Comprende', 40],
  excludes: ['Esclude', 40],
  validFrom: ['Valido dal', 12],
  validTo: ['Valido al', 12],
  status: ['Stato', 12],
} as const satisfies Record<AboutField, readonly [string, number]>;

function endColumns(map: ProcessMap): EndColumns {
  const fields = aboutFieldsIn(map);
  const isMarked = map.nodes.some(({ mark }) => mark !== undefined);
  return {
    header: [...fields.map((field) => ABOUT_HEADERS[field][0]), ...(isMarked ? [MARK_HEADER] : [])],
    widths: [...fields.map((field) => ABOUT_HEADERS[field][1]), ...(isMarked ? [MARK_WIDTH] : [])],
    cells: (node) => [
      ...fields.map((field) => node.about?.[field] ?? ''),
      ...(isMarked ? [markText(node)] : []),
    ],
  };
}

/** Writes them; of several entries in a row the last one has any. */
function placeEnd(row: string[], node: MapNode, from: number, { cells }: EndColumns): void {
  for (const [i, text] of cells(node).entries()) if (text !== '') row[from + i] = text;
}

function markText({ mark }: MapNode): string {
  const texts: Readonly<Record<string, string>> = adoptionTexts.it.conflict;
  return mark === undefined ? '' : (texts[mark] ?? mark);
}

function localSheet(map: ProcessMap): MapSheet {
  const codes = writtenCodes(map);
  const end = endColumns(map);
  const header = [...LOCAL_HEADER, ...end.header];
  const rows = rowsOf(map, map.nodes, { width: header.length, first: 1 }, (row, node) => {
    placeLocal(row, node, codes);
    placeEnd(row, node, LOCAL_HEADER.length, end);
  });
  return {
    name: 'Mappa processi',
    rows: [...titleRows(map, header.length), plainRow('header', header), ...withFunctions(map, rows)],
    widths: [18, 24, 24, 30, 60, 12, 6, 12, ...end.widths],
  };
}

/** The macro-function stands beside the first entry below it. */
function withFunctions(map: ProcessMap, rows: readonly EntryRow[]): readonly SheetRow[] {
  const names = functionNames(map);
  let open = '';
  return rows.map(({ first, ...row }) => {
    const name = names.get(letterOf(first)) ?? '';
    if (name === open) return row;
    open = name;
    const branches = name === '' ? row.branches : [0, ...row.branches];
    return { ...row, cells: [name, ...row.cells.slice(1)], endsFrom: 0, branches };
  });
}

/** Structure in its column; what hours are booked on with its code, type and code again at the end of the row. */
function placeLocal(row: string[], node: MapNode, codes: WrittenCodes): void {
  const column = Math.min(node.level, 4);
  if (!isBookable(node)) row[column] = codes.codeAndLabel(node);
  else {
    row[column] = isServiceEntry(node) ? labelCell(node, codes) : activityCell(node, codes);
    row[5] = node.kind === 'coordination' ? (node.bookingCode ?? '') : codes.code(node);
    row[6] = node.type ?? '';
    row[7] = node.bookingCode ?? '';
  }
}

/** A bare label; one that begins like a code has the entry's own before it, lest it be taken for that. */
function activityCell(node: MapNode, codes: WrittenCodes): string {
  return readCodeAndLabel(node.label).code === null ? node.label : codes.codeAndLabel(node);
}

/** Service entries stand under their label code: `A1.C`, and `A1.1.F` for what is booked on `A1.1.F.F`. */
function labelCell(node: MapNode, codes: WrittenCodes): string {
  return codes.codeAndLabel(node).replace(/^(\S+\.F)\.F(?= |$)/, '$1');
}

function nationalSheets(map: ProcessMap): readonly MapSheet[] {
  const codes = writtenCodes(map);
  const end = endColumns(map);
  const header = [...NATIONAL_HEADER, ...end.header];
  const width = header.length;
  const groups = byMacroFunction(map);
  const names = sheetNames(groups.map(({ name }) => name));
  return groups.map(({ name, nodes }, i) => {
    const heading =
      name === ''
        ? []
        : [plainRow('heading', [`MACRO-FUNZIONE: ${name}`, ...Array<string>(width - 1).fill('')])];
    const rows = rowsOf(map, nodes, { width, first: 0 }, (row, node) => {
      row[nationalColumn(node)] = codes.codeAndLabel(node);
      placeEnd(row, node, NATIONAL_HEADER.length, end);
    });
    const title = i === 0 ? titleRows(map, width) : [];
    return {
      name: names[i] as string,
      rows: [...title, ...heading, plainRow('header', header), ...rows],
      widths: [32, 36, 44, 80, ...end.widths],
    };
  });
}

function nationalColumn(node: MapNode): number {
  return node.kind === 'general' ? 3 : Math.min(node.level, 4) - 1;
}

function titleRows(map: ProcessMap, width: number): readonly SheetRow[] {
  if (map.title === null) return [];
  return [plainRow('title', [map.title, ...Array<string>(width - 1).fill('')])];
}

function plainRow(kind: RowKind, cells: readonly string[]): SheetRow {
  return { kind, cells, endsFrom: 0, branches: [] };
}

interface Group {
  readonly name: string;
  readonly nodes: MapNode[];
}

/** Runs of entries under one macro-function, in the order of the map. */
function byMacroFunction(map: ProcessMap): readonly Group[] {
  const names = functionNames(map);
  const groups: Group[] = [];
  for (const node of map.nodes) {
    const name = names.get(letterOf(node)) ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.nodes.push(node);
    else groups.push({ name, nodes: [node] });
  }
  return groups;
}

function functionNames({ macroFunctions }: ProcessMap): ReadonlyMap<string, string> {
  return new Map(macroFunctions.flatMap(({ name, letters }) => letters.map((letter) => [letter, name])));
}

function letterOf(node: MapNode): string {
  const root = node.code.segments[0];
  return root?.type === 'root' ? root.letter : '';
}

interface EntryRow extends SheetRow {
  readonly first: MapNode;
}

/**
 * A row for each entry that hours are booked on; the branches that open above it stand in the same row. A branch that
 * has nothing below it gets a row of its own.
 *
 * @param columns how many there are, and in which one macro-processes stand
 */
function rowsOf(
  map: ProcessMap,
  nodes: readonly MapNode[],
  columns: { readonly width: number; readonly first: number },
  place: (row: string[], node: MapNode) => void,
): readonly EntryRow[] {
  return runsOf(nodes).map((run) => {
    const [first] = run as [MapNode, ...MapNode[]];
    const cells = Array<string>(columns.width).fill('');
    for (const node of run) place(cells, node);
    const above = first.parent === null ? 0 : (map.nodes[first.parent]?.level ?? 0);
    const branches = run.filter((node) => !isBookable(node)).map((node) => columns.first + node.level - 1);
    return { kind: 'entry', cells, endsFrom: columns.first + above, branches, first };
  });
}

/**
 * Entries that stand in one row: a line of branches, each below the one before, and what is booked at its end. What is said
 * of an entry is said of the last one in its row, so a branch that has something said of it ends a row.
 */
function runsOf(nodes: readonly MapNode[]): readonly (readonly MapNode[])[] {
  const runs: MapNode[][] = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const continues =
      previous &&
      !isBookable(previous) &&
      !previous.about &&
      node.parent === previous.id &&
      node.level > previous.level;
    if (run && continues) run.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** Names as workbooks want them: at most 31 characters, none of `[]:*?/\`, none twice. */
function sheetNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Mappa';
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const candidate = plain.slice(0, 31 - suffix.length).trim() + suffix;
      if (used.has(candidate.toLowerCase())) continue;
      used.add(candidate.toLowerCase());
      return candidate;
    }
  });
}
