import { ProcmapError } from '../words/procmap-error.ts';
import { readAmount } from './amount.ts';
import { type ColumnRole, isAmountName, nameRank, plainName } from './column-names.ts';

/** Columns the user names, by header or by number from 1. What is left out is found by its usual names. */
export interface ColumnChoice {
  readonly code?: string;
  readonly amounts?: readonly string[];
  readonly person?: string;
  readonly date?: string;
}

/** Where the columns stand, counted from 0, below the header in `headerRow` of the sample. */
export interface Columns {
  readonly headerRow: number;
  readonly names: readonly string[];
  readonly code: number;
  readonly amounts: readonly number[];
  readonly person: number | null;
  readonly date: number | null;
  /** The year, where the date column only holds months. */
  readonly year: number | null;
  /** Columns that hold fractions but are none of the above: a split row repeats them. */
  readonly repeated: readonly number[];
}

/** What finding the columns needs to know beside the rows. */
export interface ColumnContext {
  readonly file: string;
  readonly choice: ColumnChoice;
  /** Whether a text is a code of either revision. */
  readonly isCode: (text: string) => boolean;
  /** Whether the crosswalk holds from a day, so that a date column is needed. */
  readonly needsDate: boolean;
}

const HEADER_SEARCH = 30;

/**
 * Finds the columns of a time-sheet: by the names the user gives, else by their usual names in Italian and English, with
 * the cells below to decide between several. Titles may stand above the header.
 *
 * @param sample the first rows, with whatever stands above the header
 * @throws ProcmapError when a column is not there, or when several could be meant
 */
export function findColumns(sample: readonly (readonly string[])[], context: ColumnContext): Columns {
  const headerRow = findHeader(sample, context);
  const names = (sample[headerRow] ?? []).map((name) => name.trim());
  const below = sample.slice(headerRow + 1);
  const table: Table = { names, below, context };
  const code = codeColumn(table);
  const person = optionalColumn(table, 'person', context.choice.person);
  const date = optionalColumn(table, 'date', context.choice.date);
  const year = date === null ? null : yearColumn(table, date);
  const taken = [code, person, date, year].filter((column) => column !== null);
  const amounts = amountColumns(table, taken);
  if (context.needsDate && date === null) throw notFound(table, 'date');
  const others = names.map((_, i) => i).filter((i) => !taken.includes(i) && !amounts.includes(i));
  const repeated = others.filter((i) => holdsFractions(below.map((row) => row[i] ?? '')));
  return { headerRow, names, code, amounts, person, date, year, repeated };
}

interface Table {
  readonly names: readonly string[];
  readonly below: readonly (readonly string[])[];
  readonly context: ColumnContext;
}

/** The first row that names a code and an amount column; columns given by number need no name. */
function findHeader(sample: readonly (readonly string[])[], { choice, file }: ColumnContext): number {
  const amounts = choice.amounts ?? [];
  const isHeader = (row: readonly string[]) =>
    (choice.code === undefined
      ? row.some((name) => nameRank('code', name) !== null)
      : columnOf(row, choice.code) !== null) &&
    (amounts.length === 0
      ? row.some((name) => isAmountName(name))
      : amounts.every((name) => columnOf(row, name) !== null));
  const found = sample.slice(0, HEADER_SEARCH).findIndex(isHeader);
  if (found !== -1) return found;
  const first = sample.find((row) => row.filter((cell) => cell.trim() !== '').length > 1) ?? [];
  const wanted = choice.code ?? amounts.find((name) => columnOf(first, name) === null);
  throw new ProcmapError('no-timesheet-header', { file, found: listed(first), wanted: wanted ?? '' });
}

/** By name when a header has it, else by number from 1. */
function columnOf(names: readonly string[], wanted: string): number | null {
  const named = names.findIndex((name) => plainName(name) === plainName(wanted) && plainName(name) !== '');
  if (named !== -1) return named;
  const number = /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : 0;
  return number >= 1 && number <= names.length ? number - 1 : null;
}

function codeColumn(table: Table): number {
  const { names, context } = table;
  if (context.choice.code !== undefined) return chosen(table, 'code', context.choice.code);
  const candidates = ranked(names, 'code').map((column) => ({ column, fit: codeFit(table, column) }));
  const best = Math.max(...candidates.map(({ fit }) => fit));
  const [first, second] = candidates.filter(({ fit }) => fit === best);
  if (first === undefined) throw notFound(table, 'code');
  if (best > 0 && second !== undefined) throw ambiguous(table, 'code', [first.column, second.column]);
  return first.column;
}

/**
 * The share of cells that are codes of the crosswalk, in tenths: a column of codes, or one of descriptions. A code with
 * words behind it counts half, so that a column of codes alone is preferred.
 */
function codeFit({ below, context }: Table, column: number): number {
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const fits = cells.map((cell) => (context.isCode(cell) ? (/\s/.test(cell) ? 0.5 : 1) : 0));
  return cells.length === 0
    ? 0
    : Math.round((10 * fits.reduce<number>((sum, fit) => sum + fit, 0)) / cells.length);
}

function optionalColumn(table: Table, role: 'person' | 'date', choice: string | undefined): number | null {
  if (choice !== undefined) return chosen(table, role, choice);
  return ranked(table.names, role)[0] ?? null;
}

/** A month column needs the year beside it, unless it tells the year itself. */
function yearColumn(table: Table, date: number): number | null {
  const [year] = ranked(table.names, 'year').filter((column) => column !== date);
  const bare = table.below.every((row) => /^(?:\d{1,2}|\p{L}+\.?)?$/u.test((row[date] ?? '').trim()));
  return bare ? (year ?? null) : null;
}

function amountColumns(table: Table, taken: readonly number[]): readonly number[] {
  const { names, context } = table;
  if (context.choice.amounts !== undefined)
    return context.choice.amounts.map((name) => chosen(table, 'amount', name));
  const named = names.flatMap((name, i) => (isAmountName(name) && !taken.includes(i) ? [i] : []));
  const fitting = named.filter((column) => holdsAmounts(table.below.map((row) => row[column] ?? '')));
  if (fitting.length === 0) throw notFound(table, 'amount');
  return fitting;
}

/** Columns whose name fits the role, the most telling name first. */
function ranked(names: readonly string[], role: ColumnRole): readonly number[] {
  return names
    .map((name, column) => ({ column, rank: nameRank(role, name) }))
    .filter((each): each is { column: number; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.column - b.column)
    .map(({ column }) => column);
}

/** Mostly amounts, or nothing at all: an empty column does no harm. */
function holdsAmounts(cells: readonly string[]): boolean {
  const readings = cells.map((cell) => readAmount(cell, null).kind).filter((kind) => kind !== 'blank');
  return readings.filter((kind) => kind !== 'unreadable').length * 2 >= readings.length;
}

function holdsFractions(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => readAmount(cell, null).kind !== 'blank');
  const fractions = filled.filter(
    (cell) => /[.,:]\d|[€%]/.test(cell) && readAmount(cell, null).kind === 'amount',
  );
  return fractions.length > 0 && fractions.length * 2 >= filled.length;
}

function chosen(table: Table, role: ColumnRole | 'amount', wanted: string): number {
  const column = columnOf(table.names, wanted);
  if (column === null) throw notFound(table, role, wanted);
  return column;
}

function notFound({ names, context }: Table, role: ColumnRole | 'amount', wanted = ''): ProcmapError {
  return new ProcmapError('column-not-found', { file: context.file, role, wanted, found: listed(names) });
}

function ambiguous({ names, context }: Table, role: ColumnRole, columns: readonly number[]): ProcmapError {
  const found = columns.map((column) => names[column] ?? '');
  return new ProcmapError('column-ambiguous', { file: context.file, role, found: listed(found) });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name.trim()}"`).join(', ');
}
