import { ProcmapError } from '../words/procmap-error.ts';
import { amountColumns } from './amount-columns.ts';
import { type ColumnRole, isKeyName, isKindName, isLabelName, kindOf, nameRank } from './column-names.ts';
import { choose, listed, notFound, type Rows, type Table } from './column-table.ts';
import type { ColumnContext, Columns } from './column-types.ts';
import { findHeader, headerNames } from './header-rows.ts';

/**
 * Finds the columns of a time-sheet: by the names the user gives, else by their usual names in Italian and English, with
 * the cells below to decide between several. Titles may stand above the header.
 *
 * @param sample the first rows, with whatever stands above the header
 * @throws ProcmapError when a column is not there, or when several could be meant
 */
export function findColumns(sample: Rows, context: ColumnContext): Columns {
  const headerRow = findHeader(sample, context);
  return columnsBelow(sample, headerRow, context);
}

/** The columns of the table whose header stands in a row. */
export function columnsBelow(sample: Rows, headerRow: number, context: ColumnContext): Columns {
  const { names, headerRows } = headerNames(sample, headerRow);
  const below = sample.slice(headerRow + headerRows);
  const table: Table = { names, below, context };
  const code = codeColumn(table);
  const person = personColumns(table);
  const date = dateColumn(table);
  const year = date === null ? null : yearColumn(table, date);
  const taken = [code, ...person, date, year].filter((column) => column !== null);
  const repeat = choose(table, context.choice.repeat ?? []);
  const free = names.map((_, i) => i).filter((i) => !taken.includes(i) && !repeat.columns.includes(i));
  const kind =
    free.find((i) => isKindName(names[i] ?? '') && below.some((row) => kindOf(row[i] ?? '') !== '')) ?? null;
  const { measures, totals, chosen } = amountColumns(
    table,
    free.filter((i) => i !== kind),
  );
  const used = new Set([
    ...measures.flatMap(({ columns }) => columns),
    ...totals.map(({ column }) => column),
  ]);
  const left = free.filter((i) => !used.has(i) && i !== kind);
  const labels = left.filter((i) => isLabel(table, i, code));
  const keys = left.filter((i) => !labels.includes(i) && isKeyName(names[i] ?? ''));
  const repeated = [...repeat.columns, ...keys].sort((a, b) => a - b);
  return {
    ...{ headerRow, headerRows, names, code, labels, measures, totals, kind, person, date, year, repeated },
    others: left.filter((i) => !labels.includes(i) && !keys.includes(i)),
    taken: [...chosen.taken, ...repeat.taken],
  };
}

function codeColumn(table: Table): number {
  const { names, context } = table;
  if (context.choice.code !== undefined) return chosenOne(table, 'code', context.choice.code);
  const usual = ranked(names, 'code');
  const all = usual.length > 0 ? usual : names.map((_, i) => i);
  const candidates = all.map((column) => ({ column, fit: codeFit(table, column) }));
  const best = Math.max(...candidates.map(({ fit }) => fit));
  const [first, second] = candidates.filter(({ fit }) => fit === best);
  if (first === undefined || (usual.length === 0 && best === 0)) throw notFound(table, 'code');
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

/** A number of the employee tells best; surname and name together do. */
function personColumns(table: Table): readonly number[] {
  const choice = table.context.choice.person;
  if (choice !== undefined) {
    const { columns, missing } = choose(table, choice.split('+'));
    if (missing !== '') throw notFound(table, 'person', missing);
    return columns;
  }
  const [best] = ranked(table.names, 'person');
  if (best === undefined) return [];
  const plain = (column: number) => table.names[column]?.toLowerCase().trim() ?? '';
  const part = (pattern: RegExp) =>
    ranked(table.names, 'person').find((column) => pattern.test(plain(column)));
  const [surname, name] = [
    part(/^(cognome|surname|last name|family name)$/),
    part(/^(nome|first name|name|given name)$/),
  ];
  const isPart = [surname, name].includes(best);
  return isPart && surname !== undefined && name !== undefined
    ? [surname, name].sort((a, b) => a - b)
    : [best];
}

function dateColumn(table: Table): number | null {
  const choice = table.context.choice.date;
  if (choice !== undefined) return chosenOne(table, 'date', choice);
  return ranked(table.names, 'date')[0] ?? null;
}

/** A month column needs the year beside it, unless it tells the year itself. */
function yearColumn(table: Table, date: number): number | null {
  const [year] = ranked(table.names, 'year').filter((column) => column !== date);
  const bare = table.below.every((row) => /^(?:\d{1,2}|\p{L}+\.?)?$/u.test((row[date] ?? '').trim()));
  return bare ? (year ?? null) : null;
}

/** Columns whose name fits the role, the most telling name first. */
function ranked(names: readonly string[], role: ColumnRole): readonly number[] {
  return names
    .map((name, column) => ({ column, rank: nameRank(role, name) }))
    .filter((each): each is { column: number; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.column - b.column)
    .map(({ column }) => column);
}

/** A column of words that describes what was done: by its name, or because it stands beside the code. */
function isLabel({ names, below }: Table, column: number, code: number): boolean {
  if (!isLabelName(names[column] ?? '') && Math.abs(column - code) !== 1) return false;
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => /\p{L}{3}/u.test(cell)).length * 2 > cells.length;
}

function chosenOne(table: Table, role: ColumnRole | 'amount', wanted: string): number {
  const { columns } = choose(table, [wanted]);
  const [first, second] = columns;
  if (first === undefined) throw notFound(table, role, wanted);
  if (second !== undefined) throw ambiguous(table, role, columns);
  return first;
}

function ambiguous(
  { names, context }: Table,
  role: ColumnRole | 'amount',
  columns: readonly number[],
): ProcmapError {
  const found = columns.map((column) => names[column] ?? '');
  return new ProcmapError('column-ambiguous', { file: context.file, role, found: listed(found) });
}
