import { foldHeader } from '../../language/fold-header.ts';
import type { ProcmapError } from '../../words/procmap-error.ts';
import { readAmount } from '../amount.ts';
import { isKeyName, isTotalName, nameRank } from '../column-names.ts';
import type { ColumnContext, Columns } from '../column-types.ts';
import { columnsBelow } from '../columns.ts';
import { isHeader } from '../header-rows.ts';
import { isTotal } from '../total-rows.ts';
import { isContextLabel, readContext, type TableContext } from './context.ts';
import { findRuns } from './find-runs.ts';
import { headerPeriod } from './header-period.ts';
import type { SheetView } from './sheet-view.ts';

/** Where a table stands in its sheet: positions of rows, ends excluded. */
interface Extent {
  readonly view: SheetView;
  readonly header: number;
  readonly start: number;
  readonly end: number;
  readonly context: TableContext;
  /** Tables of one header belong together. */
  readonly signature: string;
}

/** A table with a row for each code: long, wide, or one block of several. */
export interface RowTable extends Extent {
  readonly kind: 'rows';
  readonly columns: Columns;
}

/** A table with a column for each code. */
export interface AcrossTable extends Extent {
  readonly kind: 'across';
  readonly codes: readonly number[];
  readonly totals: readonly number[];
  readonly person: number | null;
  readonly date: number | null;
  readonly year: number | null;
  /** The row that has the labels of the codes; `null` without one. */
  readonly labels: number | null;
}

export type FoundTable = RowTable | AcrossTable;

const SAMPLE = 5000;
/** A header of codes has at least so many. */
const MIN_CODES = 2;

/**
 * Finds the tables of a sheet that hold bookings: a row that names a code and amounts begins one with a row for each code,
 * a row of codes begins one with a column for each. A table ends where the next begins.
 *
 * @returns none where nothing looks like a time-sheet, with the reason a header was refused for
 */
export function findTables(
  view: SheetView,
  context: ColumnContext,
): { readonly tables: readonly FoundTable[]; readonly failure: ProcmapError | null } {
  const heads = headersOf(view, context);
  const tables: FoundTable[] = [];
  let failure: ProcmapError | null = null;
  heads.forEach(({ row, kind }, i) => {
    const end =
      i + 1 < heads.length
        ? blockStart(view, heads[i + 1]?.row ?? 0, { above: row, context })
        : view.rows.length;
    const from = i === 0 ? 0 : blockStart(view, row, { above: heads[i - 1]?.row ?? 0, context });
    const about = contextOf(view, { from, header: row, alone: heads.length === 1 });
    const found =
      kind === 'rows'
        ? rowTable(view, { row, end, context, about })
        : acrossTable(view, { row, end, context, about });
    if ('kind' in found) tables.push(found);
    else failure ??= found;
  });
  return { tables, failure };
}

interface Head {
  readonly row: number;
  readonly kind: FoundTable['kind'];
}

function headersOf({ rows }: SheetView, context: ColumnContext): readonly Head[] {
  const heads: Head[] = [];
  rows.forEach((row, at) => {
    if (row.length === 0 || !row.some((cell) => cell !== '')) return;
    if (heads.at(-1)?.kind === 'across' && heads.at(-1)?.row === at - 1) return;
    if (isHeader(rows, at, context)) heads.push({ row: at, kind: 'rows' });
    else if (isCodeHeader(rows, at, context)) heads.push({ row: at, kind: 'across' });
  });
  if (heads.length > 0) return heads;
  const unnamed = unnamedHeader(rows, context);
  return unnamed === null ? [] : [{ row: unnamed, kind: 'rows' }];
}

/** A row of several codes, with numbers below most of them and none in it. */
function isCodeHeader(rows: SheetView['rows'], at: number, { isCode, choice }: ColumnContext): boolean {
  if (choice.code !== undefined) return false;
  const row = rows[at] ?? [];
  const codes = codeCells(row, isCode);
  const filled = row.filter((cell) => cell.trim() !== '').length;
  if (codes.length < MIN_CODES || codes.length * 2 < filled) return false;
  return rows
    .slice(at + 1, at + 12)
    .some((below) => codes.some((column) => /^\s*[-−]?\d/.test(below[column] ?? '')));
}

function codeCells(row: readonly string[], isCode: ColumnContext['isCode']): readonly number[] {
  return row.flatMap((cell, i) => (/\d/.test(cell) && isCode(cell) ? [i] : []));
}

/** The row above a column of codes that no header names. */
function unnamedHeader(rows: SheetView['rows'], { isCode, choice }: ColumnContext): number | null {
  if (choice.code !== undefined) return null;
  const first = rows.findIndex((row) => codeCells(row, isCode).length === 1);
  const at =
    first < 1
      ? -1
      : rows.slice(0, first).findLastIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  return at === -1 || findRuns(rows[at] ?? []).length === 0 ? null : at;
}

/** Where the lines above a header begin: below the last row of the table before it that may be a booking or a total. */
function blockStart({ rows }: SheetView, header: number, { above, context }: Above): number {
  let at = header;
  while (at - 1 > above && isHeading(rows[at - 1] ?? [], context)) at--;
  return at;
}

interface Above {
  /** The header of the table before. */
  readonly above: number;
  readonly context: ColumnContext;
}

/** A line of words above a table: few cells, no code, and a number only behind the word for it. */
function isHeading(row: readonly string[], { isCode, isKept }: ColumnContext): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.some((cell) => isCode(cell) || isKept?.(cell))) return false;
  const [first = ''] = filled;
  const hasNumber = filled.some((cell) => readAmount(cell, null).kind !== 'unreadable');
  if (isTotal(row) && filled.length > 1) return false;
  return filled.length <= 6 && (!hasNumber || isContextLabel(first) || filled.length === 1);
}

function contextOf(
  view: SheetView,
  { from, header, alone }: { readonly from: number; readonly header: number; readonly alone: boolean },
): TableContext {
  const own = view.rows.slice(from, header);
  const sheet = view.table.sheet ?? '';
  const read = readContext(own, { sheet, alone: alone && view.table.sheet === null });
  if (from === 0) return read;
  // What stands above the first table, such as the year, may hold for all.
  const top = readContext(view.rows.slice(0, Math.min(from, 8)), { sheet, alone: true });
  return { person: read.person, month: read.month ?? top.month, year: read.year ?? top.year };
}

interface Finding {
  readonly row: number;
  readonly end: number;
  readonly context: ColumnContext;
  readonly about: TableContext;
}

function rowTable(view: SheetView, { row, end, context, about }: Finding): RowTable | ProcmapError {
  const sample = view.rows.slice(row === 0 ? 0 : row - 1, Math.min(end, row + SAMPLE));
  const offset = row === 0 ? 0 : 1;
  try {
    const found = columnsBelow(sample, offset, context);
    const columns = { ...found, headerRow: row };
    const start = row + columns.headerRows;
    return {
      kind: 'rows',
      view,
      header: row,
      start,
      end,
      context: about,
      signature: signatureOf(columns),
      columns,
    };
  } catch (error) {
    if (isProcmapError(error)) return error;
    throw error;
  }
}

function isProcmapError(error: unknown): error is ProcmapError {
  return error instanceof Error && error.name === 'ProcmapError';
}

/** Days of two months, or two years of months, are the same header. */
function signatureOf({ names, measures, totals }: Columns): string {
  const runs = new Set(measures.filter(({ run }) => run !== null).flatMap(({ columns }) => columns));
  const kinds = measures.flatMap(({ run }) => (run === null ? [] : [run.kind]));
  const sums = new Set(totals.map(({ column }) => column));
  const rest = names
    .filter((_, i) => !runs.has(i) && !sums.has(i))
    .map(foldHeader)
    .filter((name) => name !== '');
  return [...kinds, ...rest].join('\t');
}

function acrossTable(view: SheetView, { row, end, context, about }: Finding): AcrossTable {
  const header = view.rows[row] ?? [];
  const known = codeCells(header, context.isCode);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const totals = header.flatMap((name, i) => (isTotalName(name) && i > 0 ? [i] : []));
  const codes = header.flatMap((name, i) => {
    if (name.trim() === '' || totals.includes(i)) return [];
    return (i >= first && i <= last) || isCodeBeside(header, i, { last, context }) ? [i] : [];
  });
  const left = header.map((_, i) => i).filter((i) => !codes.includes(i) && !totals.includes(i) && i < first);
  const below = view.rows.slice(row + 1, end);
  const labels = labelRow(below, codes);
  const start = row + 1 + (labels === null ? 0 : labels + 1);
  const body = view.rows.slice(start, end);
  const ranked = (role: 'person' | 'date' | 'year') =>
    left
      .map((column) => ({ column, rank: nameRank(role, header[column] ?? '') }))
      .filter((each): each is { column: number; rank: number } => each.rank !== null)
      .sort((a, b) => a.rank - b.rank)[0]?.column ?? null;
  const dates = ranked('date') ?? left.find((column) => isPeriodColumn(body, column)) ?? null;
  const person =
    ranked('person') ??
    left.find((column) => column !== dates && isNameColumn(body, column, header[column] ?? '')) ??
    null;
  const signature = ['across', ...left.map((column) => foldHeader(header[column] ?? ''))].join('\t');
  return {
    ...{ kind: 'across', view, header: row, start, end, context: about, signature },
    ...{ codes, totals, person, date: dates, year: ranked('year') },
    labels: labels === null ? null : row + 1 + labels,
  };
}

/** Behind the last code that is known: a column that is called like no other thing, such as one for holidays. */
function isCodeBeside(
  header: readonly string[],
  column: number,
  { last, context }: { readonly last: number; readonly context: ColumnContext },
): boolean {
  const name = header[column] ?? '';
  if (column <= last || isTotalName(name)) return false;
  if (context.isKept?.(name.trim())) return true;
  return context.isCode(name);
}

/** The row right below the codes that has their labels: words, and hardly a number. */
function labelRow(below: readonly (readonly string[])[], codes: readonly number[]): number | null {
  const [row = []] = below;
  const cells = codes.map((column) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const words = cells.filter((cell) => /\p{L}{3}/u.test(cell));
  return words.length * 2 > codes.length && words.length === cells.length ? 0 : null;
}

function isPeriodColumn(body: readonly (readonly string[])[], column: number): boolean {
  const cells = body
    .map((row) => (row[column] ?? '').trim())
    .filter((cell) => cell !== '' && !isTotal([cell]));
  return cells.length > 0 && cells.filter((cell) => headerPeriod(cell) !== null).length * 2 > cells.length;
}

function isNameColumn(body: readonly (readonly string[])[], column: number, header: string): boolean {
  if (isKeyName(header) && foldHeader(header) !== '') return false;
  const cells = body.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.some((cell) => /\p{L}/u.test(cell));
}
