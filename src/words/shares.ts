import type { EstimatedEntry, EstimatedTarget, Interval } from '../model/dual-shares.ts';
import type { Lang } from '../model/lang.ts';
import type { SeriesUnit } from '../model/series.ts';
import { catalogue } from './catalogue.ts';
import { fill, formatNumber } from './language.ts';

/** What is said of shares that are estimated from bookings which were coded twice. */
export const sharesTexts = catalogue(
  {
    title: 'Shares of splits, from {bookings} bookings that were coded twice',
    columns: 'Columns: old code "{old}", new code "{new}", amount "{amount}"',
    single: '{count} {count|entry was|entries were} booked on one new code only: nothing to divide',
    entries: 'Estimated ({count})',
    entry: '{code} {label}: {bookings} bookings, {amount}',
    target:
      '{code}  {share}  ({low}–{high}; by bookings {bookings} of {all}, {bookingsLow}–{bookingsHigh}; {amount})',
    interval:
      'In brackets: where the shares of an entry lie at once with 95 % confidence, by resampling the bookings; then the part of the bookings with the interval of Wilson (95 %).',
    refused: 'No decision written ({count})',
    obstacle: {
      few: 'only {bookings} bookings; {minimum} are asked for (--minimum)',
      elsewhere: 'booked on codes that the crosswalk does not send it to: {codes}',
      missing: 'never booked on codes that the crosswalk sends it to: {codes}',
      negative: 'the amounts on {codes} do not come to more than nothing',
    },
    left: 'Rows that were not counted ({count})',
    why: {
      'no-code': 'a code is missing',
      'amount-unreadable': 'the amount cannot be read',
      'amount-ambiguous': 'the amount may be thousands or decimals: give --decimal-sign',
      'amount-missing': 'no amount',
    },
    more: '{count} more',
    reason:
      'estimated from {all} bookings ({total}) that were coded twice: {bookings} of them, {amount}; 95 %: {low}–{high} of the amounts, {bookingsLow}–{bookingsHigh} of the bookings',
    unasked: 'Nothing is applied: look at the shares, then pass the file with --decisions.',
    none: 'No entry was booked on several new codes.',
  },
  {
    title: 'Quote delle suddivisioni, da {bookings} registrazioni con due codici',
    columns: 'Colonne: vecchio codice "{old}", nuovo codice "{new}", quantità "{amount}"',
    single: '{count} {count|voce registrata|voci registrate} su un solo nuovo codice: niente da dividere',
    entries: 'Stimate ({count})',
    entry: '{code} {label}: {bookings} registrazioni, {amount}',
    target:
      '{code}  {share}  ({low}–{high}; per registrazioni {bookings} su {all}, {bookingsLow}–{bookingsHigh}; {amount})',
    interval:
      "Tra parentesi: dove stanno insieme le quote di una voce con il 95 % di confidenza, ricampionando le registrazioni; poi la parte delle registrazioni con l'intervallo di Wilson (95 %).",
    refused: 'Senza decisione ({count})',
    obstacle: {
      few: 'solo {bookings} registrazioni; ne servono {minimum} (--minimum)',
      elsewhere: 'registrata su codici a cui la tabella di raccordo non la porta: {codes}',
      missing: 'mai registrata su codici a cui la tabella di raccordo la porta: {codes}',
      negative: 'le quantità su {codes} non danno più di zero',
    },
    left: 'Righe non contate ({count})',
    why: {
      'no-code': 'manca un codice',
      'amount-unreadable': 'la quantità non si può leggere',
      'amount-ambiguous': 'la quantità può essere in migliaia o con decimali: indicare --decimal-sign',
      'amount-missing': 'nessuna quantità',
    },
    more: 'altre {count}',
    reason:
      'stimata da {all} registrazioni ({total}) con due codici: {bookings} di esse, {amount}; 95 %: {low}–{high} delle quantità, {bookingsLow}–{bookingsHigh} delle registrazioni',
    unasked: 'Non viene applicato nulla: guardare le quote, poi passare il file con --decisions.',
    none: 'Nessuna voce è stata registrata su più nuovi codici.',
  },
);

/** A part of 1 as a percentage with a tenth: `63.4 %`. */
export function percentText(part: number, lang: Lang): string {
  return `${formatNumber(lang, part * 100, 1)} %`;
}

/** The ends of an interval, in words for `low` and `high`. */
export function intervalTexts(
  { low, high }: Interval,
  lang: Lang,
): { readonly low: string; readonly high: string } {
  return { low: formatNumber(lang, low * 100, 1), high: percentText(high, lang) };
}

/** Why a share is what it is, as it stands in the decision. */
export function shareReason(
  entry: EstimatedEntry,
  target: EstimatedTarget,
  { unit, lang }: { readonly unit: SeriesUnit; readonly lang: Lang },
): string {
  const [amounts, bookings] = [intervalTexts(target.byAmount, lang), intervalTexts(target.byBookings, lang)];
  return fill(sharesTexts[lang].reason, {
    ...amounts,
    ...{ bookingsLow: bookings.low, bookingsHigh: bookings.high },
    all: formatNumber(lang, entry.bookings),
    bookings: formatNumber(lang, target.bookings),
    total: hoursText(entry.amount, unit, lang),
    amount: hoursText(target.amount, unit, lang),
  });
}

/** An amount for people, in hours where it is a clock: to the hundredth. */
export function hoursText(amount: string, unit: SeriesUnit, lang: Lang): string {
  const hours = unit === 'clock' ? Number(amount) / 3600 : Number(amount);
  return formatNumber(lang, hours, Number.isInteger(hours) ? 0 : 2);
}
