import type { Lang } from '../model/error.ts';
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

/** With at least two digits after the point where there are any, so that columns of hours line up. */
export function evenly(values: readonly string[]): readonly string[] {
  const digits = Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0));
  if (digits === 0) return values;
  return values.map((value) => {
    const [whole, fraction = ''] = value.split('.');
    return `${whole}.${fraction.padEnd(digits, '0')}`;
  });
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
