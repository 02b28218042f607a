import type { Lang } from '../model/lang.ts';
import type { Measure } from '../model/recode-report.ts';

/**
 * Writes an exact decimal for readers of a language, every digit of it: `1234.5` is `1.234,5` in Italian. A clock is
 * given in seconds and written as hours and minutes.
 */
export function exactNumber(lang: Lang, value: string, measure: Measure = 'number'): string {
  if (measure === 'clock') return clock(lang, value);
  const [whole = '', fraction] = value.split('.');
  const text = grouped(lang, whole) + (fraction === undefined ? '' : (lang === 'it' ? ',' : '.') + fraction);
  if (measure === 'percent') return lang === 'it' ? `${text} %` : `${text}%`;
  return measure === 'euro' ? `€ ${text}` : text;
}

/** How many digits stand after the point. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/** The same decimal with so many digits after the point, at least its own. */
export function withDecimals(value: string, digits: number): string {
  const missing = digits - decimalsOf(value);
  if (missing <= 0) return value;
  return value + (value.includes('.') ? '' : '.') + '0'.repeat(missing);
}

function grouped(lang: Lang, whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, lang === 'it' ? '.' : ',');
}

function clock(lang: Lang, value: string): string {
  const negative = value.startsWith('-');
  const seconds = BigInt(negative ? value.slice(1) : value);
  const two = (number: bigint) => number.toString().padStart(2, '0');
  const rest = seconds % 60n === 0n ? '' : `:${two(seconds % 60n)}`;
  const hours = grouped(lang, (seconds / 3600n).toString());
  return `${negative ? '-' : ''}${hours}:${two((seconds / 60n) % 60n)}${rest}`;
}
