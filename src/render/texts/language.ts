import type { Lang } from '../../model/error.ts';

export const LANGS: readonly Lang[] = ['it', 'en'];

/** Fills `{name}` places of a text. A place without a value is a fault of the caller and stays visible. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const LOCALES = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<Lang, string>;

/** Making a number format costs more than a hundred uses of it. */
const formats = new Map<string, Intl.NumberFormat>();

/** Writes a number as readers of the language do: `1.234,5` in Italian, `1,234.5` in English. */
export function formatNumber(lang: Lang, value: number, digits = 0): string {
  const key = `${lang}${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALES[lang], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: true,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Writes a share of 1 as a percentage. What is less than 1 never shows as 100 %. */
export function formatPercent(lang: Lang, value: number): string {
  const percent = value < 1 ? Math.min(99, Math.round(value * 100)) : 100;
  return `${formatNumber(lang, percent)}${lang === 'it' ? '\u00A0%' : '%'}`;
}

/** Writes the day of an ISO date and time as readers of the language do: `18 maggio 2024`, `18 May 2024`. */
export function formatDate(lang: Lang, iso: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(iso).toLocaleDateString(LOCALES[lang], options);
}
