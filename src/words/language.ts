import type { Tier } from '../model/correspondence.ts';
import type { Lang } from '../model/lang.ts';
import type { ValuesFor } from './catalogue.ts';

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills the places of a text: `{rows}` with the value, `{rows|one row|# rows}` with the first form where the value is 1
 * and the second otherwise; `#` in a form is the value. A place without a value is a fault of the caller and stays visible.
 */
export function fill<const Text extends string>(text: Text, values: ValuesFor<Text>): string {
  const given: Readonly<Record<string, string | number>> = values;
  return text.replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = String((Object.hasOwn(given, name) ? given[name] : undefined) ?? place);
    if (one === undefined || many === undefined || value === place) return value;
    return (value === '1' ? one : many).replace('#', value);
  });
}

/** A number with the word for what it counts: `1 row`, `1,200 rows`. By hand, because `Intl` is slow to load. */
export function counted(lang: Lang, count: number, one: string, many: string): string {
  return `${formatNumber(lang, count)} ${count === 1 ? one : many}`;
}

const LOCALES = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<Lang, string>;
const GROUP = { it: '.', en: ',' } as const satisfies Record<Lang, string>;
const DECIMAL = { it: ',', en: '.' } as const satisfies Record<Lang, string>;

/**
 * Writes a number as readers of the language do: `1.234,5` in Italian, `1,234.5` in English. By hand, because the
 * first number that `Intl` formats costs a third of a whole run on a small map.
 */
export function formatNumber(lang: Lang, value: number, digits = 0): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[lang]);
  return fraction === undefined ? grouped : `${grouped}${DECIMAL[lang]}${fraction}`;
}

/** Writes a share of 1 as a percentage. What is less than 1 never shows as 100 %. */
export function formatPercent(lang: Lang, value: number): string {
  const percent = value < 1 ? Math.min(99, Math.round(value * 100)) : 100;
  return `${formatNumber(lang, percent)}${lang === 'it' ? '\u00A0%' : '%'}`;
}

/** Writes how sure something is, as a percentage. What is not certain never shows as 100 %. */
export function formatConfidence(lang: Lang, confidence: number, tier: Tier): string {
  return formatPercent(lang, shownConfidence(confidence, tier));
}

/** A confidence as a number of whole hundredths, for cells that show per cent. What is not certain stays below 1. */
export function shownConfidence(confidence: number, tier: Tier): number {
  const most = tier === 'certain' && confidence >= 1 ? 1 : 0.99;
  return Math.min(most, Math.round(confidence * 100) / 100);
}

/** Writes the day of an ISO date and time as readers of the language do: `18 maggio 2024`, `18 May 2024`. */
export function formatDate(lang: Lang, iso: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(iso).toLocaleDateString(LOCALES[lang], options);
}
