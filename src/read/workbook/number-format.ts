/** How a cell shows its number, as far as it matters for text: as a plain number, with fixed digits, or as a date or time. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'fixed'; readonly integers: number; readonly decimals: number }
  | { readonly kind: 'date' | 'date-time' | 'time' };

const PLAIN: NumberFormat = { kind: 'plain' };
const DAY_MS = 86_400_000;

/** The format behind a number in `numFmtId`; `code` is the workbook's own format text, where it defines one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return parseFormat(code);
  if (id === 1) return { kind: 'fixed', integers: 1, decimals: 0 };
  if (id === 2) return { kind: 'fixed', integers: 1, decimals: 2 };
  if (id === 22) return { kind: 'date-time' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
  // 27 to 36 and 50 to 58 are dates in East Asian versions of Excel.
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return PLAIN;
}

/**
 * A number as text: dates in ISO form, times as `7:30`, numbers with the digits their format fixes (`01.10`).
 *
 * @param date1904 whether the workbook counts days from 1904, as old Macintosh versions did
 */
export function formatNumber(raw: string, format: NumberFormat, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'fixed') return fixed(value, format);
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
