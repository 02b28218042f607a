import { readAmount } from './amount.ts';
import type { ChosenColumns } from './column-choice.ts';
import { isAmountName, isHoursName, isMinutesName, isTotalName, measureName } from './column-names.ts';
import { choose, notFound, type Table } from './column-table.ts';
import type { MeasureColumns } from './column-types.ts';
import { findRuns } from './shapes/find-runs.ts';
import { type TotalColumn, totalSources } from './shapes/total-columns.ts';
import { isTotal } from './total-rows.ts';

export interface Amounts {
  readonly measures: readonly MeasureColumns[];
  readonly totals: readonly TotalColumn[];
  readonly chosen: ChosenColumns;
}

export function amountColumns(table: Table, free: readonly number[]): Amounts {
  const { names, context } = table;
  const cellsOf = (column: number) => table.below.map((row) => row[column] ?? '');
  if (context.choice.amounts !== undefined) {
    const chosen = choose(table, context.choice.amounts);
    if (chosen.missing !== '') throw notFound(table, 'amount', chosen.missing);
    const measures = measuresOf(table, chosen.columns);
    return { ...apart(table, measures, free), chosen };
  }
  const runs = findRuns(names).filter(({ columns }) => columns.every((column) => free.includes(column)));
  // A run is one amount over time: where one of its days has amounts all of them do, and what cannot be read in another is
  // rejected, not left out of the balance with the column.
  const inRun = new Set(
    runs
      .filter(({ columns }) => columns.some((column) => holdsAmounts(cellsOf(column))))
      .flatMap(({ columns }) => columns),
  );
  const named = free.filter((i) => !inRun.has(i) && isAmountName(names[i] ?? '') && holdsAmounts(cellsOf(i)));
  const found = [...inRun, ...named];
  // A column of hours is one whatever stands in it: what cannot be read there is rejected row by row.
  const columns = found.length > 0 ? found : free.filter((i) => isHoursName(names[i] ?? ''));
  const measures = measuresOf(
    table,
    columns.sort((a, b) => a - b),
  );
  if (measures.length === 0) throw notFound(table, 'amount');
  return { ...apart(table, measures, free), chosen: { columns: [], missing: '', taken: [] } };
}

/** Takes the totals of others out of the amounts, by their names and by what they come to. */
export function apart(
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
  // Rows of totals say nothing of a column: one that was wrong before stays so, beside those that are computed anew.
  const bookings = below.filter((row) => !isTotal(row));
  const totals = totalSources(bookings, candidates, others);
  const gone = new Set(totals.map(({ column }) => column));
  const left = measures
    .map((measure) => ({ ...measure, columns: measure.columns.filter((column) => !gone.has(column)) }))
    .filter(({ columns }) => columns.length > 0);
  return { measures: left, totals };
}

/** Columns grouped to what is one kind of amount: runs, hours with their minutes, and single ones. */
export function measuresOf(table: Table, columns: readonly number[]): readonly MeasureColumns[] {
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
export function pairsOf(
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

/** Mostly amounts, or nothing at all: an empty column does no harm. */
export function holdsAmounts(cells: readonly string[]): boolean {
  const readings = cells.map((cell) => readAmount(cell, null).kind).filter((kind) => kind !== 'blank');
  return readings.filter((kind) => kind !== 'unreadable').length * 2 >= readings.length;
}
