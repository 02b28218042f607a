import { isDay, isoDate } from '../values/iso-date.ts';

/** The days a date cell stands for, both inclusive, as ISO dates: one day, a month or a year. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

const MONTHS: readonly RegExp[] = [
  /^(gen(n|naio)?|jan(uary)?)$/,
  /^(feb(br|braio)?|february)$/,
  /^(mar(zo)?|march)$/,
  /^(apr(ile)?|april)$/,
  /^(mag(g|gio)?|may)$/,
  /^(giu(gno)?|june?)$/,
  /^(lug(lio)?|july?)$/,
  /^(ago(sto)?|aug(ust)?)$/,
  /^(set(t|tembre)?|sep(t|tember)?)$/,
  /^(ott(obre)?|oct(ober)?)$/,
  /^(nov(embre)?|november)$/,
  /^(dic(embre)?|dec(ember)?)$/,
];

const TIME = String.raw`(?:[t\s]+\d{1,2}[:.]\d{2}.*)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})${TIME}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const MONTH_FIRST = /^(\d{1,2})[/.\-\s](\d{4})$/;
const YEAR_MONTH = /^(\d{4})[/.\-\s](\d{1,2})$/;
const NAMED = /^(?:(\d{1,2})[°\s.\-/]+)?(\p{L}+)\.?[\s\-/']+(\d{4}|\d{2})$/u;
const YEAR = /^\d{4}$/;

/**
 * Reads a date as Italian time-sheets have it: `31/12/2022`, `2022-12-31`, `31.12.22`, `20221231`, `12/2022`, `2022-12`,
 * `dicembre 2022`, `dic-22`, `2022`. The day comes before the month; a cell that contradicts this is no date.
 *
 * @returns `null` when the text is no date
 */
export function readPeriod(text: string): Period | null {
  const plain = text.trim().toLowerCase();
  const named = NAMED.exec(plain);
  if (named) return namedPeriod(named);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return period(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain);
  if (yearFirst) return period(yearFirst[1], yearFirst[2], yearFirst[3]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return period(monthFirst[2], monthFirst[1]);
  const yearMonth = YEAR_MONTH.exec(plain);
  if (yearMonth) return period(yearMonth[1], yearMonth[2]);
  return YEAR.test(plain) ? { first: `${plain}-01-01`, last: `${plain}-12-31` } : null;
}

/** The number of a month by its name, Italian or English, whole or short; `null` for other text. */
export function monthOf(text: string): number | null {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const month = MONTHS.findIndex((pattern) => pattern.test(name)) + 1;
  return month === 0 ? null : month;
}

/** Where a date written with numbers says which of them is the day: `d` when the first one must be, `m` the second. */
export function orderEvidence(text: string): 'd' | 'm' | null {
  const [, first, second] = DAY_FIRST.exec(text.trim().toLowerCase()) ?? [];
  if (first === undefined) return null;
  if (Number(first) > 12 && Number(second) <= 12) return 'd';
  return Number(second) > 12 && Number(first) <= 12 ? 'm' : null;
}

/** Whether a date written with numbers reads otherwise with the month first: `01/05/2023`, not `05/05/2023`. */
export function dependsOnOrder(text: string): boolean {
  const [, first, second] = DAY_FIRST.exec(text.trim().toLowerCase()) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

function namedPeriod([, day, name = '', year]: RegExpExecArray): Period | null {
  const month = MONTHS.findIndex((pattern) => pattern.test(name)) + 1;
  return month === 0 ? null : period(year, String(month), day);
}

function period(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText?: string,
): Period | null {
  const year = Number(yearText) + (yearText?.length === 2 ? 2000 : 0);
  const month = Number(monthText);
  const day = dayText === undefined ? null : Number(dayText);
  if (!isDay(year, month, day ?? 1)) return null;
  if (day !== null) return { first: isoDate(year, month, day), last: isoDate(year, month, day) };
  const lastDay = [31, 30, 29, 28].find((last) => isDay(year, month, last)) ?? 28;
  return { first: isoDate(year, month, 1), last: isoDate(year, month, lastDay) };
}
