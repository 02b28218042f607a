import { codeLevel } from '../../../model/code.ts';
import { NODE_KINDS, type NodeKind } from '../../../model/process-map.ts';
import { readCode } from '../../../model/read-code.ts';
import { foldBlanks } from '../../../values/fold-blanks.ts';
import { fromPlainText } from '../../../values/plain-text.ts';
import { rowPlace } from '../../../values/table.ts';
import { refuseSize } from '../../refuse-outsized.ts';
import { headerWord } from '../header-words.ts';
import type { Columns, RowContext } from '../layout.ts';
import { type Body, type ChosenColumn, chooseCodeColumn, chooseLabelColumn } from './choose-columns.ts';
import { splitCodeAndLabel } from './code-and-label.ts';
import { nameColumns } from './flat-columns.ts';

/** A flat table with its columns settled: by their names, and where these leave a choice, by what they hold. */
export interface FlatTable {
  readonly header: readonly string[];
  /** Rows from the first one below the header on; a header that stands there once more is none. */
  readonly rows: Body;
  /** By the number of the row in the file, its place in `rows`. */
  readonly at: ReadonlyMap<number, number>;
  readonly columns: Columns;
  readonly chosen: ChosenColumn | null;
  /** Columns of names from the top level down, where there are several. */
  readonly names: readonly number[];
}

/** Settles the columns of the table that this row is the first of. */
export function flatTable({ table, row, header, columns: found }: RowContext): FlatTable {
  const below = table.rows.filter(({ number, cells }) => number >= row.number && !isHeader(header, cells));
  const rows = below.map(({ cells }) => cells.map(foldBlanks));
  const columns = new Map(found);
  const settled = found.has('code-and-label') || found.has('given');
  const chosen = settled ? null : chooseCodeColumn(header, rows, found.get('parent'));
  if (chosen !== null) {
    columns.set('code', chosen.column);
    const label = chooseLabelColumn(header, rows, chosen.column);
    if (label !== null) columns.set('label', label);
  }
  const names = settled ? [] : nameColumns(header);
  const at = new Map(below.map(({ number }, index) => [number, index]));
  // Outlines are made of codes before any entry is.
  const code = columns.get('code');
  if (code !== undefined)
    rows.forEach((cells, i) => {
      refuseSize('code', cells[code]?.length ?? 0, rowPlace(table, below[i] as (typeof below)[number], code));
    });
  return { header, rows, at, columns, chosen, names };
}

function isHeader(header: readonly string[], cells: readonly string[]): boolean {
  return header.every((text, column) => headerWord(text) === headerWord(cells[column] ?? ''));
}

/** A cell by what its column holds, blanks folded. */
export function cell({ row, columns }: RowContext, role: string): string {
  const column = columns.get(role);
  return column === undefined ? '' : foldBlanks(row.cells[column] ?? '');
}

/** The text of a row's code; an apostrophe before it is a spreadsheet's mark of text. */
export function codeText(cells: readonly string[], columns: Columns): string {
  const joined = columns.get('code-and-label');
  if (joined !== undefined) return splitCodeAndLabel(foldBlanks(cells[joined] ?? ''))?.code ?? '';
  return unmarked(foldBlanks(cells[columns.get('code') as number] ?? ''));
}

/** A text less the apostrophe that marks it as one, as in `'01.10`. */
export function unmarked(text: string): string {
  return /^['’`´][^'’`´]*\w[^'’`´]*$/.test(text) && /^.[\w.]/.test(text) ? text.slice(1) : text;
}

/** The column in which a row's code stands. */
export function codeColumn({ columns }: RowContext): number {
  return columns.get('code-and-label') ?? (columns.get('code') as number);
}

/** The column in which a row's label stands: of several columns of names the last that says something. */
export function labelColumn({ row, columns }: RowContext, names: readonly number[]): number {
  const deepest = names.findLast((column) => foldBlanks(row.cells[column] ?? '') !== '');
  return deepest ?? columns.get('code-and-label') ?? (columns.get('label') as number);
}

/** Our own tables, told by their column of booking codes, keep labels from being run as formulas. */
export function labelText(context: RowContext, names: readonly number[]): string {
  const text = foldBlanks(context.row.cells[labelColumn(context, names)] ?? '');
  if (context.columns.has('code-and-label')) return splitCodeAndLabel(text)?.label ?? text;
  return context.columns.has('booking-code') ? fromPlainText(text) : text;
}

/** The codes of all rows; empty where a row has none. */
export function codesOf({ rows, columns }: FlatTable): readonly string[] {
  return rows.map((cells) => codeText(cells, columns));
}

/** Kinds of entries that only process maps have. */
export const MAP_KINDS: ReadonlySet<string> = new Set(
  NODE_KINDS.filter((kind: NodeKind) => kind !== 'group' && kind !== 'entry'),
);

const MOST = 0.8;
const HALF = 0.5;

/**
 * Whether the table holds a process map: a column names kinds of ours; or else most codes are in our grammar or close to it
 * (`A1.1.1.2bis`, `A1.1-A1.3`), half of them quite, and some reach the level of activities or stand beside names of
 * processes. Three levels alone (`V1.1.1`) are what many classifications have.
 */
export function isProcessMap(table: FlatTable): boolean {
  const kinds = ['kind', 'level'].flatMap((role) => table.columns.get(role) ?? []);
  if (table.rows.some((row) => kinds.some((column) => MAP_KINDS.has(row[column] ?? '')))) return true;
  const codes = codesOf(table).filter((code) => code !== '');
  const read = codes.map((code) => readCode(code).code);
  const ours = read.filter((code) => code !== null);
  const near = read.filter((code, i) => code !== null || isNear(codes[i] as string)).length;
  const deep = ours.some((code) => codeLevel(code) >= 4);
  const dotted = ours.some((code) => code.segments.length > 1);
  return (
    (deep || (dotted && table.names.length > 0)) &&
    near >= MOST * codes.length &&
    ours.length >= HALF * codes.length
  );
}

/** A letter, a number and numbers after dots, with something more: `A1.1.1.2bis`, `A1.1.1-A1.1.4`, `A1.1.1/2`, `A1.1.`. */
function isNear(code: string): boolean {
  return /^[A-Za-z]\s?\d{1,3}(?:\s?[.,]\s?\w{1,4})+\W?.{0,24}$/.test(code);
}
