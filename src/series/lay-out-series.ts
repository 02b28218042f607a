import type { CodeGroup, GroupReport } from '../model/code-groups.ts';
import type {
  OutsideLine,
  OutsideReason,
  Series,
  SeriesRow,
  SeriesUnit,
  SeriesYear,
} from '../model/series.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  parseDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from '../values/decimal.ts';

/** What a year books on the codes of its revision, and on what is no code of it. Amounts are in the unit of the series. */
export interface YearBookings
  extends Pick<SeriesYear, 'year' | 'revision' | 'files' | 'column' | 'leftTotals' | 'otherDates'> {
  readonly byCode: ReadonlyMap<string, Decimal>;
  readonly outside: readonly {
    readonly reason: OutsideReason;
    readonly code: string;
    readonly rows: number;
    readonly amount: Decimal;
    readonly places: readonly string[];
  }[];
  readonly notCounted: readonly {
    readonly column: string;
    readonly amount: Decimal;
    readonly unit: SeriesUnit;
  }[];
  /** All that the files hold, added up otherwise: the rest has to come to the same. */
  readonly total: Decimal;
}

/**
 * Lays the hours of several years out by group. Each code counts in the group that it has in the revision of its year, and
 * what no group takes stands outside; both together are what the files hold, to the last digit, or nothing comes of it.
 *
 * @param years in their order
 */
export function layOutSeries(groups: GroupReport, years: readonly YearBookings[], unit: SeriesUnit): Series {
  const used = [...new Set(years.map(({ revision }) => revision))];
  const rows = groups.groups.map((group): SeriesRow => {
    const amounts = years.map((year) => amountOf(group, year));
    return { group, comparable: isComparable(group, used), amounts: amounts.map(textOrNull) };
  });
  return {
    unit,
    years: years.map((year, i) => yearOf(year, rows, i)),
    rows: rows.filter(({ amounts }) => amounts.some((amount) => amount !== null && amount !== '0')),
    outside: years.flatMap(outsideOf),
    groups,
  };
}

/** `null` where the revision of the year has nothing of the group. */
function amountOf({ entries }: CodeGroup, { revision, byCode }: YearBookings): Decimal | null {
  const codes = entries.filter((entry) => entry.revision === revision);
  if (codes.length === 0) return null;
  return sumDecimals(codes.map(({ code }) => byCode.get(code) ?? ZERO));
}

function isComparable({ entries, loses, gains }: CodeGroup, revisions: readonly number[]): boolean {
  if (loses || gains || entries.some(({ whole }) => whole === 'open')) return false;
  return revisions.every((revision) => entries.some((entry) => entry.revision === revision));
}

function textOrNull(amount: Decimal | null): string | null {
  return amount === null ? null : textOf(amount);
}

function textOf(amount: Decimal): string {
  return formatDecimal(trimDecimal(amount));
}

function yearOf(year: YearBookings, rows: readonly SeriesRow[], i: number): SeriesYear {
  const { byCode, outside, notCounted, total, ...about } = year;
  const inGroups = rows.map(({ amounts }) => amounts[i] ?? '0').map((text) => parseDecimal(text) ?? ZERO);
  const grouped = sumDecimals(inGroups);
  const left = sumDecimals(outside.map(({ amount }) => amount));
  if (compareDecimals(addDecimals(grouped, left), total) !== 0)
    throw new Error(
      `${year.year} does not balance: ${textOf(grouped)} in groups and ${textOf(left)} outside, of ${textOf(total)}`,
    );
  return {
    ...about,
    notCounted: notCounted.map(({ amount, ...column }) => ({ ...column, amount: textOf(amount) })),
    total: textOf(total),
    grouped: textOf(grouped),
    outside: textOf(left),
  };
}

function outsideOf({ year, outside }: YearBookings): readonly OutsideLine[] {
  return outside.map(({ amount, ...line }) => ({ year, ...line, amount: textOf(amount) }));
}
