import { ProcmapError } from '../words/procmap-error.ts';
import { readAmount } from './amount.ts';
import { type ChosenColumns, chooseColumns } from './column-choice.ts';
import {
  type ColumnRole,
  isAmountName,
  isHoursName,
  isKeyName,
  isKindName,
  isLabelName,
  isMinutesName,
  isTotalName,
  kindOf,
  measureName,
  nameRank,
} from './column-names.ts';
import { findRuns } from './shapes/find-runs.ts';
import { type HeaderPeriod, isWeekday, type RunKind } from './shapes/header-period.ts';
import { type TotalColumn, totalSources } from './shapes/total-columns.ts';

/** Columns the user names, by header, letters or position. What is left out is found by its usual names. */
export interface ColumnChoice {
  readonly code?: string;
  readonly amounts?: readonly string[];
  readonly person?: string;
  readonly date?: string;
  /** Columns whose numbers every part of a divided row repeats. */
  readonly repeat?: readonly string[];
}

/** Columns that hold one kind of amount: one column, hours with minutes, or a run of days, weeks, months, quarters. */
export interface MeasureColumns {
  /** What tells it from other kinds of amounts, over all sheets and files. */
  readonly key: string;
  /** As reports name it: a header, `Ore + Minuti`, `1..31`. */
  readonly name: string;
  readonly columns: readonly number[];
  readonly shape: 'amount' | 'hours-minutes' | 'run';
  readonly run: { readonly kind: RunKind; readonly periods: readonly (HeaderPeriod | null)[] } | null;
}

/** Where the columns stand, counted from 0, below the header in `headerRow` of the sample. */
export interface Columns {
  readonly headerRow: number;
  /** Rows that the header takes up: a second one may name weekdays or days. */
  readonly headerRows: number;
  readonly names: readonly string[];
  readonly code: number;
  readonly labels: readonly number[];
  readonly measures: readonly MeasureColumns[];
  readonly totals: readonly TotalColumn[];
  /** The column that says which kind of hours a row holds. */
  readonly kind: number | null;
  /** One, or surname and name. */
  readonly person: readonly number[];
  readonly date: number | null;
  /** The year, where the date column only holds months. */
  readonly year: number | null;
  /** Keys and rates, by their names or because the user says so: every part of a row repeats them. */
  readonly repeated: readonly number[];
  /** All others: where a row is divided, a number in one of them may not be copied. */
  readonly others: readonly number[];
  /** Bare numbers in the user's choice, and how they were taken. */
  readonly taken: ChosenColumns['taken'];
}

/** What finding the columns needs to know beside the rows. */
export interface ColumnContext {
  readonly file: string;
  readonly choice: ColumnChoice;
  /** Whether a text is a code of either revision. */
  readonly isCode: (text: string) => boolean;
  /** Whether the crosswalk holds from a day, so that a date is needed. */
  readonly needsDate: boolean;
  /** Whether a text is a code that stays what it is. */
  readonly isKept?: (text: string) => boolean;
}

type Rows = readonly (readonly string[])[];

const HEADER_SEARCH = 40;

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

/** Columns that hold amounts, in the order of their measures. */
export function amountColumnsOf({ measures }: Pick<Columns, 'measures'>): readonly number[] {
  return measures.flatMap(({ columns }) => columns);
}

/** How a measure is known and named in rows of a kind of their own, such as overtime. */
export function kindOfMeasure(
  { key, name }: MeasureColumns,
  kind: string,
): readonly [key: string, name: string] {
  return kind === '' ? [key, name] : [`${key} / ${kind}`, `${name} (${kind})`];
}

interface Table {
  readonly names: readonly string[];
  readonly below: Rows;
  readonly context: ColumnContext;
}

/**
 * The first row that names a code and amounts; a row of the table itself is none, whatever its words. Without a name for
 * the code, the row above the first column of codes.
 */
function findHeader(sample: Rows, context: ColumnContext): number {
  const { file } = context;
  const rows = sample.slice(0, HEADER_SEARCH);
  const found = rows.findIndex((_, i) => isHeader(sample, i, context));
  if (found !== -1) return found;
  const unnamed = context.choice.code === undefined ? unnamedHeader(sample, context) : null;
  if (unnamed !== null) return unnamed;
  const first = sample.find((row) => row.filter((cell) => cell.trim() !== '').length > 1) ?? [];
  const wanted =
    context.choice.code ??
    (context.choice.amounts ?? []).find((name) => chooseColumns(first, [name]).missing !== '');
  throw new ProcmapError('no-timesheet-header', { file, found: listed(first), wanted: wanted ?? '' });
}

/** Whether a row names a code and amounts. */
export function isHeader(sample: Rows, at: number, { choice, isCode }: ColumnContext): boolean {
  const row = sample[at] ?? [];
  if (row.some((cell) => /\d/.test(cell) && isCode(cell))) return false;
  const hasCode =
    choice.code === undefined
      ? row.some((name) => nameRank('code', name) !== null)
      : chooseColumns(row, [choice.code]).missing === '';
  if (!hasCode) return false;
  const { names } = headerNames(sample, at);
  if (choice.amounts !== undefined) return chooseColumns(names, choice.amounts).missing === '';
  return names.some(isAmountName) || findRuns(names).length > 0;
}

/** The row above a column of which most cells are codes. */
function unnamedHeader(sample: Rows, context: ColumnContext): number | null {
  const first = sample.findIndex((row) => row.some((cell) => /\d/.test(cell) && context.isCode(cell)));
  const at =
    first < 1
      ? -1
      : sample.slice(0, first).findLastIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  if (at === -1) return null;
  const { names } = headerNames(sample, at);
  return names.some(isAmountName) || findRuns(names).length > 0 ? at : null;
}

/** The header, with the days that a row above or below it names: weekdays may stand in one, numbers in the other. */
function headerNames(
  sample: Rows,
  at: number,
): { readonly names: readonly string[]; readonly headerRows: number } {
  const own = (sample[at] ?? []).map((name) => name.replace(/\s+/g, ' ').trim());
  const next = sample[at + 1] ?? [];
  const isSecond = next.length > 0 && isHeaderTail(own, next);
  if (findRuns(own).some(({ dated }) => dated)) return { names: own, headerRows: isSecond ? 2 : 1 };
  const merged = (other: readonly string[]) =>
    Array.from({ length: Math.max(own.length, other.length) }, (_, i) => {
      const cell = (other[i] ?? '').trim();
      return cell !== '' && findRuns(other).some(({ columns }) => columns.includes(i))
        ? cell
        : (own[i] ?? '');
    });
  if (findRuns(next).some(({ dated }) => dated) && isSecond) return { names: merged(next), headerRows: 2 };
  const above = sample[at - 1] ?? [];
  const isFree = (column: number) => (own[column] ?? '') === '' || isWeekday(own[column] ?? '');
  if (findRuns(above).some(({ dated, columns }) => dated && columns.length > 1 && columns.every(isFree)))
    return { names: merged(above), headerRows: 1 };
  return { names: own, headerRows: isSecond ? 2 : 1 };
}

/** A row that only adds weekdays, days or units of measure to the header above it. */
function isHeaderTail(header: readonly string[], row: readonly string[]): boolean {
  const filled = row.map((cell, i) => ({ cell: cell.trim(), i })).filter(({ cell }) => cell !== '');
  if (filled.length < 2) return false;
  const runs = findRuns(row);
  const inRun = filled.filter(({ i }) => runs.some(({ columns }) => columns.includes(i)));
  const beside = filled.filter(({ i }) => !inRun.some((each) => each.i === i));
  const weekdays = runs.filter(({ dated }) => !dated).flatMap(({ columns }) => columns);
  const rest = beside.every(({ cell }) => /^[\p{L}.\s]{1,6}$/u.test(cell));
  if (weekdays.length >= 2 && weekdays.length === inRun.length) return rest;
  return (
    inRun.length >= 5 &&
    rest &&
    inRun.every(({ i }) => (header[i] ?? '').trim() === '' || findRuns(header).length > 0)
  );
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

interface Amounts {
  readonly measures: readonly MeasureColumns[];
  readonly totals: readonly TotalColumn[];
  readonly chosen: ChosenColumns;
}

function amountColumns(table: Table, free: readonly number[]): Amounts {
  const { names, context } = table;
  const cellsOf = (column: number) => table.below.map((row) => row[column] ?? '');
  if (context.choice.amounts !== undefined) {
    const chosen = choose(table, context.choice.amounts);
    if (chosen.missing !== '') throw notFound(table, 'amount', chosen.missing);
    const measures = measuresOf(table, chosen.columns);
    return { ...apart(table, measures, free), chosen };
  }
  const runs = findRuns(names).filter(({ columns }) => columns.every((column) => free.includes(column)));
  const inRun = new Set(
    runs.flatMap(({ columns }) => columns).filter((column) => holdsAmounts(cellsOf(column))),
  );
  const named = free.filter((i) => !inRun.has(i) && isAmountName(names[i] ?? '') && holdsAmounts(cellsOf(i)));
  const measures = measuresOf(
    table,
    [...inRun, ...named].sort((a, b) => a - b),
  );
  if (measures.length === 0) throw notFound(table, 'amount');
  return { ...apart(table, measures, free), chosen: { columns: [], missing: '', taken: [] } };
}

/** Takes the totals of others out of the amounts, by their names and by what they come to. */
function apart(
  table: Table,
  measures: readonly MeasureColumns[],
  free: readonly number[],
): Omit<Amounts, 'chosen'> {
  const { names, below } = table;
  const amounts = measures.flatMap(({ columns }) => columns);
  const may = free.filter(
    (i) => isTotalName(names[i] ?? '') && holdsAmounts(below.map((row) => row[i] ?? '')),
  );
  const quarters = measures.filter(({ run }) => run?.kind === 'quarter').flatMap(({ columns }) => columns);
  const hasMonths = measures.some(({ run }) => run !== null && run.kind !== 'quarter');
  const candidates = [...may, ...(hasMonths ? quarters : [])].sort((a, b) => a - b);
  const others = amounts.filter((column) => !candidates.includes(column));
  if (others.length === 0 || candidates.length === 0) return { measures, totals: [] };
  const totals = totalSources(below, candidates, others);
  const gone = new Set(totals.map(({ column }) => column));
  const left = measures
    .map((measure) => ({ ...measure, columns: measure.columns.filter((column) => !gone.has(column)) }))
    .filter(({ columns }) => columns.length > 0);
  return { measures: left, totals };
}

/** Columns grouped to what is one kind of amount: runs, hours with their minutes, and single ones. */
function measuresOf(table: Table, columns: readonly number[]): readonly MeasureColumns[] {
  const { names } = table;
  const wanted = new Set(columns);
  const runs = findRuns(names)
    .map((run) => ({ ...run, columns: run.columns.filter((column) => wanted.has(column)) }))
    .filter((run) => run.columns.length > 0);
  const inRuns = new Set(runs.flatMap((run) => run.columns));
  const single = columns.filter((column) => !inRuns.has(column));
  const pairs = pairsOf(table, single);
  const found: MeasureColumns[] = runs.map(({ kind, columns: own, periods }) => ({
    key: 'ore',
    name:
      own.length === 1
        ? (names[own[0] as number] ?? '')
        : `${names[own[0] as number]}..${names[own.at(-1) as number]}`,
    columns: own,
    shape: 'run',
    run: { kind, periods: own.map((column) => periods.get(column) ?? null) },
  }));
  for (const column of single) {
    const pair = pairs.find((each) => each.includes(column));
    if (pair && pair[0] !== column) continue;
    const own = pair ?? [column];
    const name = own.map((each) => names[each] || String(each + 1)).join(' + ');
    found.push({
      key: measureName(names[own[0] as number] || name),
      name,
      columns: own,
      shape: pair ? 'hours-minutes' : 'amount',
      run: null,
    });
  }
  return found.sort((a, b) => (a.columns[0] as number) - (b.columns[0] as number));
}

/** Whole hours and, in the next amount column, minutes below 60: one amount in two columns. */
function pairsOf(
  { names, below }: Table,
  columns: readonly number[],
): readonly (readonly [number, number])[] {
  return columns.flatMap((column, i) => {
    const next = columns[i + 1];
    if (next === undefined || !isHoursName(names[column] ?? '') || !isMinutesName(names[next] ?? ''))
      return [];
    const cells = (at: number) => below.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const isWhole = cells(column).every((cell) => /^-?\d+$/.test(cell) || !/^[-\d.,:]+$/.test(cell));
    const isMinutes = cells(next).every((cell) => /^-?[0-5]?\d$/.test(cell) || !/^[-\d.,:]+$/.test(cell));
    return isWhole && isMinutes ? [[column, next] as const] : [];
  });
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

/** A column of words that describes what was done: by its name, or because it stands beside the code. */
function isLabel({ names, below }: Table, column: number, code: number): boolean {
  if (!isLabelName(names[column] ?? '') && Math.abs(column - code) !== 1) return false;
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => /\p{L}{3}/u.test(cell)).length * 2 > cells.length;
}

function choose(table: Table, list: readonly string[]): ChosenColumns {
  return chooseColumns(table.names, list);
}

function chosenOne(table: Table, role: ColumnRole | 'amount', wanted: string): number {
  const { columns } = choose(table, [wanted]);
  const [first, second] = columns;
  if (first === undefined) throw notFound(table, role, wanted);
  if (second !== undefined) throw ambiguous(table, role, columns);
  return first;
}

function notFound({ names, context }: Table, role: ColumnRole | 'amount', wanted = ''): ProcmapError {
  return new ProcmapError('column-not-found', { file: context.file, role, wanted, found: listed(names) });
}

function ambiguous(
  { names, context }: Table,
  role: ColumnRole | 'amount',
  columns: readonly number[],
): ProcmapError {
  const found = columns.map((column) => names[column] ?? '');
  return new ProcmapError('column-ambiguous', { file: context.file, role, found: listed(found) });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name.trim()}"`).join(', ');
}
