import type { SeriesUnit } from '../model/series.ts';
import { type Amounts, type BookedSums, isNothing, NOTHING } from '../recode/sums.ts';
import { addDecimals, type Decimal, multiplyDecimals, ZERO } from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';

/** The columns of a year's time-sheets that are added up, by their place, and what they count. */
export interface ChosenAmounts {
  readonly columns: readonly number[];
  readonly name: string;
  /** Hours add up whatever their column is called; anything else only under one name. */
  readonly counts: string;
  readonly hasClocks: boolean;
}

const HOURS = 'hours';
const HOURS_KEY = /^(?:ore|hours?|hrs?)\b/;
const SECONDS: Decimal = { units: 3600n, scale: 0 };

/**
 * Which columns of amounts are added up: those that the user named, else the one that counts hours, else the only one.
 *
 * @throws ProcmapError when several could be meant, or when those that are named count different things
 */
export function chooseAmounts(
  sums: BookedSums,
  { file, asked }: { readonly file: string; readonly asked: boolean },
): ChosenAmounts {
  const all = sums.columns.map((_, i) => i);
  const filled = all.filter((i) => !isNothing(sums.totals[i] ?? NOTHING));
  const candidates = filled.length > 0 ? filled : all;
  const hours = candidates.filter((i) => countsHours(sums, i));
  const columns = asked ? candidates : hours.length > 0 ? hours : candidates;
  const named = columns.map((i) => sums.columns[i]?.name ?? '');
  if (!asked && columns.length > 1)
    throw new ProcmapError('series', { problem: { kind: 'several-columns', file, columns: named } });
  const counts = [...new Set(columns.map((i) => whatCounts(sums, i)))];
  const [first = 0, other = 0] = counts.map((what) => columns.find((i) => whatCounts(sums, i) === what) ?? 0);
  if (counts.length > 1)
    throw new ProcmapError('series', {
      problem: {
        ...{ kind: 'units-differ', file, first: file },
        column: sums.columns[other]?.name ?? '',
        firstColumn: sums.columns[first]?.name ?? '',
      },
    });
  return {
    columns,
    name: named.join(' + '),
    counts: counts[0] ?? HOURS,
    hasClocks: columns.some((i) => sums.totals[i]?.clock.units !== 0n),
  };
}

function countsHours(sums: BookedSums, column: number): boolean {
  const total = sums.totals[column] ?? NOTHING;
  if (total.percent.units !== 0n || total.euro.units !== 0n) return false;
  return total.clock.units !== 0n || HOURS_KEY.test(sums.columns[column]?.key ?? '');
}

function whatCounts(sums: BookedSums, column: number): string {
  const total = sums.totals[column] ?? NOTHING;
  if (countsHours(sums, column)) return HOURS;
  const kinds = (['percent', 'euro', 'number'] as const).filter((kind) => total[kind].units !== 0n);
  return `${sums.columns[column]?.key ?? ''} ${kinds.join(' ')}`;
}

/** Amounts of the chosen columns in the unit of the series: decimals, or seconds. */
export function amountIn(sums: readonly Amounts[], columns: readonly number[], unit: SeriesUnit): Decimal {
  return columns.map((i) => inUnit(sums[i] ?? NOTHING, unit)).reduce(addDecimals, ZERO);
}

/** A decimal hour is a whole number of seconds or a decimal of one; a clock need not be a decimal hour. */
function inUnit({ number, clock, percent, euro }: Amounts, unit: SeriesUnit): Decimal {
  if (unit === 'clock') return addDecimals(multiplyDecimals(number, SECONDS), clock);
  return [number, percent, euro].reduce(addDecimals);
}
