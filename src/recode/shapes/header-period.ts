import { isDay, isoDate } from '../../values/iso-date.ts';
import type { Period } from '../period.ts';
import { monthOf, readPeriod } from '../period.ts';

/** What the columns of a run stand for. */
export const RUN_KINDS = ['day', 'week', 'month', 'quarter'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** A header that names a stretch of time; numbers it does not say are `null`, and come from what stands above the table. */
export interface HeaderPeriod {
  readonly kind: RunKind;
  readonly year: number | null;
  readonly month: number | null;
  /** Day of the month, or number of the week, month or quarter in its year. */
  readonly number: number;
}

/** The month and year that stand above a table. */
export interface PeriodContext {
  readonly year: number | null;
  readonly month: number | null;
}

const WEEKDAY = String.raw`(?:(?:l|m|g|v|s|d|lu|ma|me|gi|ve|sa|do|lun|mar|mer|gio|ven|sab|dom|mon|tue|wed|thu|fri|sat|sun|mo|tu|we|th|fr|su)\.?|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`;
const DAY = new RegExp(
  String.raw`^(?:${WEEKDAY}[\s,.-]*|(?:giorno|day|g\.?g\.?|g)\s*)?(\d{1,2})(?:[\s,.-]*${WEEKDAY})?$`,
  'u',
);
const DAY_MONTH = new RegExp(
  String.raw`^(?:${WEEKDAY}[\s,.-]*)?(\d{1,2})[/.-](\d{1,2})(?:[\s,.-]*${WEEKDAY})?$`,
  'u',
);
const DAY_NAME = new RegExp(String.raw`^(?:${WEEKDAY}[\s,.-]*)?(\d{1,2})[\s/.-]+(\p{L}{3,9})\.?$`, 'u');
const DATED = new RegExp(String.raw`^(?:${WEEKDAY}[\s,.-]+)(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})$`, 'u');
const WEEK =
  /^(?:settimana|sett|set|week|wk|w|kw|cw|s)[\s.°n-]*0?(\d{1,2})(?:\s*(?:[/-]|del|of)?\s*(\d{4}))?$/u;
const WEEK_BEHIND = /^0?(\d{1,2})[\s.ªa°^-]*(?:settimana|sett|week|wk)\.?(?:\s*[/-]?\s*(\d{4}))?$/u;
const ISO_WEEK = /^(\d{4})[\s-]*(?:w|s|sett|kw)[\s.-]*0?(\d{1,2})$/u;
const QUARTER =
  /^(?:(i{1,3}|iv)|([1-4]))[\s.°ºo^]*(?:trimestre|trim|tri|quarter|qtr)\.?(?:\s*[/'-]?\s*(\d{4}|\d{2}))?$/u;
const QUARTER_BEFORE =
  /^(?:trimestre|trim|quarter|qtr|[qt])[\s.-]*(?:(i{1,3}|iv)|([1-4]))(?:\s*[/'-]?\s*(\d{4}|\d{2}))?$/u;
const YEAR_QUARTER = /^(\d{4})[\s-]*[qt]([1-4])$/u;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const WEEKDAY_ALONE = new RegExp(`^${WEEKDAY}$`, 'u');

/** Whether a header names a day of the week and no more: `L`, `lun.`, `Monday`. */
export function isWeekday(header: string): boolean {
  return WEEKDAY_ALONE.test(header.trim().toLowerCase());
}

/**
 * Reads a header as the stretch of time it names: `1`, `Lun 1`, `01/02`, `3 feb`, `2023-02-01`, `Sett. 5`, `2023-W05`,
 * `Gennaio`, `gen-23`, `01/2023`, `I trimestre`, `Q1 2023`.
 *
 * @returns `null` when it names none
 */
export function headerPeriod(header: string): HeaderPeriod | null {
  return readings(header)[0] ?? null;
}

/**
 * All that a header may name, the likeliest first: `mar 23` is Tuesday the 23rd or March 2023, which its neighbours tell.
 */
export function headerReadings(header: string): readonly HeaderPeriod[] {
  return readings(header);
}

function readings(header: string): readonly HeaderPeriod[] {
  const text = header
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim();
  if (text === '' || text.length > 32) return [];
  return [weekOf(text), quarterOf(text), dayOf(text), monthHeader(text)].filter((each) => each !== null);
}

function dayOf(text: string): HeaderPeriod | null {
  const [, day] = DAY.exec(text) ?? [];
  if (day !== undefined) return within({ kind: 'day', year: null, month: null, number: Number(day) }, 31);
  const [, first, second] = DAY_MONTH.exec(text) ?? [];
  if (first !== undefined && isDay(2024, Number(second), Number(first)))
    return { kind: 'day', year: null, month: Number(second), number: Number(first) };
  const [, number, name = ''] = DAY_NAME.exec(text) ?? [];
  const month = number === undefined ? null : monthOf(name);
  if (month !== null && isDay(2024, month, Number(number)))
    return { kind: 'day', year: null, month, number: Number(number) };
  const dated = readPeriod(DATED.exec(text)?.[1] ?? text);
  if (dated === null || dated.first !== dated.last) return null;
  const [year, ownMonth, ownDay] = dated.first.split('-').map(Number) as [number, number, number];
  return { kind: 'day', year, month: ownMonth, number: ownDay };
}

function weekOf(text: string): HeaderPeriod | null {
  const iso = ISO_WEEK.exec(text);
  const [, number, year] = iso ? [iso[0], iso[2], iso[1]] : (WEEK.exec(text) ?? WEEK_BEHIND.exec(text) ?? []);
  if (number === undefined) return null;
  return within(
    { kind: 'week', year: year === undefined ? null : Number(year), month: null, number: Number(number) },
    53,
  );
}

function quarterOf(text: string): HeaderPeriod | null {
  const behind = YEAR_QUARTER.exec(text);
  if (behind) return { kind: 'quarter', year: Number(behind[1]), month: null, number: Number(behind[2]) };
  const [, roman, digit, year] = QUARTER.exec(text) ?? QUARTER_BEFORE.exec(text) ?? [];
  const number = roman === undefined ? Number(digit) : (ROMAN[roman] ?? 0);
  if (roman === undefined && digit === undefined) return null;
  return { kind: 'quarter', year: year === undefined ? null : fullYear(year), month: null, number };
}

function monthHeader(text: string): HeaderPeriod | null {
  const named = monthOf(text);
  if (named !== null) return { kind: 'month', year: null, month: named, number: named };
  const found = readPeriod(text);
  if (found === null || found.first === found.last || /^\d{4}$/.test(text)) return null;
  const [year, month] = found.first.split('-').map(Number) as [number, number];
  return { kind: 'month', year, month, number: month };
}

/**
 * The days that a header stands for, with the month and year that stand above the table.
 *
 * @returns `null` while the year, or the month of a day, is not known
 */
export function daysOf(header: HeaderPeriod, context: PeriodContext): Period | null {
  const year = header.year ?? context.year;
  if (year === null) return null;
  if (header.kind === 'week') return weekDays(year, header.number);
  if (header.kind === 'quarter') return months(year, header.number * 3 - 2, header.number * 3);
  const month = header.month ?? context.month;
  if (month === null) return null;
  if (header.kind === 'month') return months(year, month, month);
  if (!isDay(year, month, header.number)) return null;
  const day = isoDate(year, month, header.number);
  return { first: day, last: day };
}

function months(year: number, first: number, last: number): Period {
  const end = [31, 30, 29, 28].find((day) => isDay(year, last, day)) ?? 28;
  return { first: isoDate(year, first, 1), last: isoDate(year, last, end) };
}

const DAY_MS = 86_400_000;

/** Week 1 holds the year's first Thursday (ISO 8601). */
function weekDays(year: number, week: number): Period {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (week - 1) * 7 * DAY_MS;
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { first: iso(monday), last: iso(monday + 6 * DAY_MS) };
}

function within(header: HeaderPeriod, most: number): HeaderPeriod | null {
  return header.number >= 1 && header.number <= most ? header : null;
}

function fullYear(text: string): number {
  return Number(text) + (text.length === 2 ? 2000 : 0);
}
