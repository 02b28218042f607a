import { type HeaderPeriod, headerReadings, isWeekday, type RunKind } from './header-period.ts';

/** Columns that hold one amount over time. */
export interface Run {
  readonly kind: RunKind;
  readonly columns: readonly number[];
  readonly periods: ReadonlyMap<number, HeaderPeriod>;
  /** Whether the headers say which days; weekdays alone do not. */
  readonly dated: boolean;
}

/** A run of bare weekdays has at least so many. */
const MIN_WEEKDAYS = 4;

/**
 * Finds the runs of days, weeks, months or quarters in a header: columns of one kind, each later than the one before it;
 * other columns, such as subtotals, may stand between. A single number is no run, the name of a month is one.
 */
export function findRuns(names: readonly string[]): readonly Run[] {
  const readings = names.map((name) => headerReadings(name));
  const read = readings.map((each) => likeliest(each, readings));
  const runs = (['day', 'week', 'month', 'quarter'] as const).flatMap((kind) => runsOf(kind, read));
  const weekdays = weekdayRun(names);
  // `mar` is a Tuesday among weekdays.
  const only = weekdays.length > 0 && runs.every(({ columns }) => columns.length === 1);
  return runs.length > 0 && !only ? whole(runs) : weekdays;
}

/** What a header names where it may name several things: what most of the others name. */
function likeliest(
  own: readonly HeaderPeriod[],
  all: readonly (readonly HeaderPeriod[])[],
): HeaderPeriod | null {
  if (own.length < 2) return own[0] ?? null;
  const named = ({ kind }: HeaderPeriod) =>
    all.filter((each) => each.length === 1 && each[0]?.kind === kind).length;
  return own.reduce((best, each) => (named(each) > named(best) ? each : best));
}

function runsOf(kind: RunKind, read: readonly (HeaderPeriod | null)[]): readonly Run[] {
  const runs: Run[] = [];
  let open = new Map<number, HeaderPeriod>();
  const close = () => {
    const { size } = open;
    const [first] = open.values();
    const telling =
      first !== undefined &&
      (kind === 'month' || kind === 'quarter' || kind === 'week' || first.year !== null);
    if (size >= 2 || (size === 1 && telling))
      runs.push({ kind, columns: [...open.keys()], periods: open, dated: true });
    open = new Map();
  };
  let last: HeaderPeriod | null = null;
  read.forEach((period, column) => {
    if (period?.kind !== kind) return;
    if (last !== null && !isLater(period, last)) close();
    open.set(column, period);
    last = period;
  });
  close();
  return runs.map((run) => asMonths(run));
}

/** Real dates that are all the first of a month, one month after the other, are months. */
function asMonths(run: Run): Run {
  const periods = [...run.periods.values()];
  const firsts =
    run.kind === 'day' &&
    periods.length > 1 &&
    periods.every(({ number, month }) => number === 1 && month !== null);
  if (!firsts) return run;
  const months = [...run.periods].map(
    ([column, { year, month }]) =>
      [column, { kind: 'month', year, month, number: month ?? 0 } as const] as const,
  );
  return { ...run, kind: 'month', periods: new Map(months) };
}

function isLater(period: HeaderPeriod, last: HeaderPeriod): boolean {
  if (period.year !== null && last.year !== null && period.year !== last.year) return period.year > last.year;
  if (period.kind !== 'day')
    return period.number > last.number || (period.year === null && period.number === 1 && last.number >= 12);
  if (period.month !== null && last.month !== null && period.month !== last.month)
    return period.month > last.month || (period.month === 1 && last.month === 12);
  return period.number > last.number;
}

/** Several runs of one kind, such as one for each half of the month, stay apart; one column more would not make a run. */
function whole(runs: readonly Run[]): readonly Run[] {
  const longest = Math.max(...runs.map(({ columns }) => columns.length));
  return runs.filter(({ columns, kind }) => columns.length > 1 || longest === 1 || kind === 'quarter');
}

function weekdayRun(names: readonly string[]): readonly Run[] {
  const columns = names.flatMap((name, i) => (isWeekday(name) ? [i] : []));
  return columns.length < MIN_WEEKDAYS ? [] : [{ kind: 'day', columns, periods: new Map(), dated: false }];
}
