import { columnName } from '../../values/table.ts';
import { columnNumber, followRows, moveRelative, takesInRows } from './references.ts';
import { type RowMap, rowMap } from './row-map.ts';

/** What a cell holds in the file: its type, its raw value, whether a formula computes it. */
export interface RawCell {
  /** `n` for a number, which is what a cell without type holds. */
  readonly type: string;
  readonly value: string;
  readonly hasFormula: boolean;
}

/** A cell to be written: as text, or as a number given in machine notation. */
export interface CellEdit {
  readonly kind: 'text' | 'number';
  readonly value: string;
}

/** One of the rows that a row becomes: the cells that change, by 0-based column. */
export type RowEdit = ReadonlyMap<number, CellEdit>;

/** The rows of a sheet, as text of the file between two stretches that are no rows. */
export interface SheetRows {
  readonly before: string;
  readonly after: string;
  readonly rows: readonly { readonly number: number; readonly xml: string }[];
}

const ROW = /<(?:\w+:)?row\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?row>)/g;
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const FORMULA = /<((?:\w+:)?)f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;

/** Cuts a sheet into its rows. */
export function splitRows(xml: string): SheetRows {
  const matches = [...xml.matchAll(ROW)];
  const start = matches[0]?.index ?? xml.length;
  const last = matches.at(-1);
  const end = last ? last.index + last[0].length : xml.length;
  let previous = 0;
  const rows = matches.map(([row]) => {
    previous = Number(attribute(row, 'r') ?? previous + 1);
    return { number: previous, xml: row };
  });
  return { before: xml.slice(0, start), after: xml.slice(end), rows };
}

/** The cells of a row by 0-based column. */
export function rawCells(row: string): ReadonlyMap<number, RawCell> {
  const cells = new Map<number, RawCell>();
  for (const [, , attributes = '', content = ''] of row.matchAll(CELL)) {
    const column = columnNumber(/^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0] ?? '');
    const value = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? '';
    if (column >= 0)
      cells.set(column, {
        type: attribute(attributes, 't') ?? 'n',
        value,
        hasFormula: FORMULA.test(content),
      });
  }
  return cells;
}

/**
 * Writes the rows anew: each becomes none, one or several, numbered through; formulas follow the rows they mean.
 *
 * @param edit the rows that a row becomes; a row with an empty edit stays as it is
 * @returns the text of the rows, and where each went
 */
export function editRows(
  { rows }: SheetRows,
  sheet: string,
  edit: (row: number) => readonly RowEdit[],
): { readonly xml: string; readonly map: RowMap } {
  const edits = new Map(rows.map(({ number }) => [number, edit(number)]));
  const map = rowMap(new Map([...edits].map(([number, list]) => [number, list.length])));
  const shared = map.isIdentity ? null : sharedFormulas(rows);
  const xml = rows.flatMap((row) =>
    (edits.get(row.number) ?? []).map((cells, i) => {
      const after = map.first(row.number) + i;
      const context = { sheet, map, inside: true, own: { before: row.number, after } } as const;
      const follow = map.isIdentity ? null : (formula: string) => followRows(formula, context);
      return writeRow(row.xml, {
        after,
        cells,
        follow,
        shared,
        isPart: (edits.get(row.number)?.length ?? 1) > 1,
      });
    }),
  );
  return { xml: xml.join(''), map };
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Formulas that other cells share are written out for each cell: the cell they stand in may go away. */
function sharedFormulas(rows: SheetRows['rows']): ReadonlyMap<string, SharedFormula> {
  const found = new Map<string, SharedFormula>();
  for (const { xml, number } of rows) {
    if (!xml.includes('t="shared"')) continue;
    for (const [, , attributes = '', content = ''] of xml.matchAll(CELL)) {
      const [, , own = '', text = ''] = FORMULA.exec(content) ?? [];
      const index = attribute(own, 'si');
      if (attribute(own, 't') !== 'shared' || index === undefined || text === '') continue;
      const column = columnNumber(/^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0] ?? '');
      found.set(index, { text: unescapeXml(text), row: number, column });
    }
  }
  return found;
}

interface RowWriting {
  readonly after: number;
  readonly cells: RowEdit;
  readonly follow: ((formula: string) => string) | null;
  readonly shared: ReadonlyMap<string, SharedFormula> | null;
  /** Whether it is one of several rows that a row became. */
  readonly isPart: boolean;
}

function writeRow(xml: string, writing: RowWriting): string {
  const before = Number(attribute(xml, 'r') ?? writing.after);
  const left = new Map(writing.cells);
  let prefix = '';
  const rewritten = xml.replace(CELL, (cell, tagPrefix: string, attributes: string, content?: string) => {
    prefix = tagPrefix;
    const letters = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0] ?? '';
    const column = columnNumber(letters);
    const edit = left.get(column);
    left.delete(column);
    const address = `${letters}${writing.after}`;
    if (edit) return cellXml(edit, { prefix, address, style: attribute(attributes, 's') });
    const renumbered = withAttribute(cell, 'r', address);
    if (writing.follow === null || content === undefined || !FORMULA.test(content)) return renumbered;
    const followed = renumbered.replace(FORMULA, (formula) =>
      writeFormula(formula, { ...writing, before, column }),
    );
    const formula = unescapeXml(FORMULA.exec(followed)?.[3] ?? '');
    return writing.isPart || takesInRows(formula, writing.after) ? withoutResult(followed) : followed;
  });
  const added = [...left]
    .sort((a, b) => a[0] - b[0])
    .map(([column, edit]) =>
      cellXml(edit, { prefix, address: `${columnName(column)}${writing.after}`, style: undefined }),
    );
  const complete = added.length === 0 ? rewritten : appendCells(rewritten, added.join(''));
  return withAttribute(widened(complete, writing.cells), 'r', String(writing.after));
}

/** A cell whose formula is to be calculated anew: programs that trust the last result would show an old one. */
export function withoutResult(cell: string): string {
  return cell.replace(/<(?:\w+:)?v\b[^>]*>[\s\S]*?<\/(?:\w+:)?v>/, '');
}

function writeFormula(
  formula: string,
  { follow, shared, before, column }: RowWriting & { readonly before: number; readonly column: number },
): string {
  const [, prefix = '', attributes = '', text = ''] = FORMULA.exec(formula) ?? [];
  const master = shared?.get(attribute(attributes, 'si') ?? '');
  const isShared = attribute(attributes, 't') === 'shared' && master !== undefined;
  const own = isShared
    ? moveRelative(master.text, before - master.row, column - master.column)
    : unescapeXml(text);
  const kept = isShared ? '' : attributes;
  const moved = follow ? follow(own) : own;
  return `<${prefix}f${kept}>${escapeXml(moved)}</${prefix}f>`;
}

function cellXml(
  { kind, value }: CellEdit,
  { prefix, address, style }: { prefix: string; address: string; style: string | undefined },
): string {
  const head = `<${prefix}c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
  if (kind === 'number') return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t></${prefix}is>`;
  return `${head} t="inlineStr">${text}</${prefix}c>`;
}

function appendCells(row: string, cells: string): string {
  const end = row.lastIndexOf('</');
  return end === -1 ? row.replace(/\/>$/, `>${cells}</row>`) : row.slice(0, end) + cells + row.slice(end);
}

/** `spans` says how far a row reaches; it need not be there, but must not lie. */
function widened(row: string, cells: RowEdit): string {
  return cells.size === 0 ? row : row.replace(/^(<[^>]*?) spans="[^"]*"/, '$1');
}

/** The value of an attribute of the first tag. */
export function attribute(tag: string, name: string): string | undefined {
  const end = tag.indexOf('>');
  const head = end === -1 ? tag : tag.slice(0, end);
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head);
  return value ? unescapeXml(value[1] ?? value[2] ?? '') : undefined;
}

function withAttribute(tag: string, name: string, value: string): string {
  return tag.replace(
    new RegExp(`^(<[^>]*?\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`),
    (_, head: string) => `${head}"${value}"`,
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&#(?:x([\da-fA-F]+)|(\d+));/g, (_, hex: string | undefined, decimal: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
