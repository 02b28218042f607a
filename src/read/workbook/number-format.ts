/** Excel stops at 255 characters, and nobody at four times as many. */
export const MAX_FORMAT = 1000;

/** How a cell shows its number, as far as it matters for text: as a plain number, with fixed digits, or as a date or time. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'fixed'; readonly integers: number; readonly decimals: number }
  /** Signs of its own stand before or between the digits, as in `00"."00`: it is shown as a spreadsheet would. */
  | { readonly kind: 'literal'; readonly code: string }
  | { readonly kind: 'date' | 'date-time' | 'time' };

/** Draws a number as a spreadsheet shows it in this format. */
export type ShownNumber = (value: number, code: string) => string;

const PLAIN: NumberFormat = { kind: 'plain' };
const DAY_MS = 86_400_000;

/** The format behind a number in `numFmtId`; `code` is the workbook's own format text, where it defines one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return isLiteral(code) ? { kind: 'literal', code } : parseFormat(code);
  if (id === 1) return { kind: 'fixed', integers: 1, decimals: 0 };
  if (id === 2) return { kind: 'fixed', integers: 1, decimals: 2 };
  if (id === 22) return { kind: 'date-time' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
  // 27 to 36 and 50 to 58 are dates in East Asian versions of Excel.
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return PLAIN;
}

/** Formats of amounts: currencies, per cent, thousands, powers, fractions, and the signs that keep columns aligned. */
const AMOUNT = /[%,*?]|E[+-]|\[\$|\$|€|£|"[^"]*(?:€|eur|usd|\$)[^"]*"/i;
/** What a section shows besides digits: quoted text, a sign with a backslash, and the few that need neither. */
const LITERAL = /"([^"]*)"|\\(.)|([-/():+ ])/g;

/**
 * Whether a format puts signs of its own before or between the digits, as formats do that make codes of numbers
 * (`00"."00"."00`, `"C1."0`, `000-000`). Words after or before a number are units (`0" ore"`, `"h "0`): amounts stay numbers.
 */
function isLiteral(code: string): boolean {
  const section = (code.split(';')[0] ?? '').replace(/\[(?!\$)[^\]]*\]/g, '');
  if (AMOUNT.test(section) || /\bgeneral\b/i.test(section)) return false;
  const bare = section.replace(LITERAL, '').replace(/_./g, '');
  if (!/^[0#.]+$/.test(bare)) return false;
  const first = section.search(/[0#]/);
  const last = Math.max(section.lastIndexOf('0'), section.lastIndexOf('#'));
  return [...section.matchAll(LITERAL)].some(({ index, 1: quoted, 2: escaped, 3: plain }) => {
    const text = quoted ?? escaped ?? plain ?? '';
    return index < last && text !== '' && !(index < first && isUnit(text));
  });
}

/** A sign of plus or minus, a blank, a bracket, or words that end in a blank or a colon. */
function isUnit(text: string): boolean {
  return /^[-+( ]$|[ :]$/.test(text);
}

/**
 * A number as text: dates in ISO form, times as `7:30`, numbers with the digits their format fixes (`01.10`).
 *
 * @param shown draws a number in a format with signs of its own
 * @param date1904 whether the workbook counts days from 1904, as old Macintosh versions did
 */
export function formatNumber(
  raw: string,
  format: NumberFormat,
  { date1904, shown }: { readonly date1904: boolean; readonly shown: ShownNumber },
): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'fixed') return fixed(value, format);
  if (format.kind === 'literal') return shown(value, format.code);
  if (format.kind === 'time') return timeText(value, true);
  if (format.kind === 'date' || format.kind === 'date-time') {
    return dateText(date1904 ? value + 1462 : value, format.kind);
  }
  return String(Number(value.toPrecision(15)));
}

function parseFormat(code: string): NumberFormat {
  const shown = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const fixedDigits = /^(0+)(?:\.(0+))?$/.exec(shown.trim());
  if (fixedDigits) {
    const [, integers = '', decimals = ''] = fixedDigits;
    return { kind: 'fixed', integers: integers.length, decimals: decimals.length };
  }
  const day = /[yd]/i.test(shown);
  const time = /[hs]/i.test(shown);
  if (day || time) return { kind: day ? (time ? 'date-time' : 'date') : 'time' };
  return /^m+$/i.test(shown.trim()) ? { kind: 'date' } : PLAIN;
}

function fixed(value: number, { integers, decimals }: { integers: number; decimals: number }): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.');
  const padded = whole.padStart(integers, '0');
  return (value < 0 ? '-' : '') + (fraction === undefined ? padded : `${padded}.${fraction}`);
}

/** Excel counts days from 1899-12-30 (it believes in 29 February 1900, so earlier days are one off). */
function dateText(days: number, kind: 'date' | 'date-time'): string {
  const whole = Math.floor(days);
  const date = new Date(Date.UTC(1899, 11, 30) + whole * DAY_MS);
  if (Number.isNaN(date.getTime())) return String(days);
  const day = date.toISOString().slice(0, 10);
  const fraction = days - whole;
  return kind === 'date-time' && fraction > 0 ? `${day} ${timeText(fraction, false)}` : day;
}

function timeText(days: number, short: boolean): string {
  const seconds = Math.round(days * 86_400);
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const two = (n: number): string => String(n).padStart(2, '0');
  const start = short ? `${hours}:${two(minutes)}` : `${two(hours)}:${two(minutes)}`;
  return short && rest === 0 ? start : `${start}:${two(rest)}`;
}
