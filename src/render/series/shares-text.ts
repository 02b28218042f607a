import type { EstimatedEntry, SharesReport } from '../../model/dual-shares.ts';
import type { Lang } from '../../model/lang.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { placeName } from '../../words/place-text.ts';
import { quote } from '../../words/quote.ts';
import { safeText } from '../../words/safe-text.ts';
import { hoursText, intervalTexts, percentText, sharesTexts } from '../../words/shares.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap.ts';

/** How shares are drawn as text. */
export interface SharesTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
}

type Lines = readonly string[];

const LISTED = 20;
const INDENT = { first: '  ', rest: '    ' };
const DEEPER = { first: '    ', rest: '      ' };

/** Draws the shares with their intervals, the entries without one and why, and the rows that were not counted. */
export function renderSharesText(report: SharesReport, options: SharesTextOptions): string {
  const blocks = [
    headLines(report, options),
    estimatedLines(report, options),
    refusedLines(report, options),
    leftLines(report, options),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines({ bookings, columns, single, entries }: SharesReport, options: SharesTextOptions): Lines {
  const { lang, style, width } = options;
  const texts = sharesTexts[lang];
  const lines = [
    fill(texts.columns, columns),
    ...(single === 0 ? [] : [fill(texts.single, { count: formatNumber(lang, single) })]),
    ...(entries.length === 0 ? [texts.none] : []),
  ];
  return [
    style.strong(fill(texts.title, { bookings: formatNumber(lang, bookings) })),
    ...lines.flatMap((line) => wrapText(safeText(line), width, INDENT)),
  ];
}

function estimatedLines({ entries, unit }: SharesReport, { lang, style, width }: SharesTextOptions): Lines {
  const texts = sharesTexts[lang];
  const own = entries.filter(({ obstacle }) => obstacle === null);
  if (own.length === 0) return [];
  return [
    style.strong(fill(texts.entries, { count: formatNumber(lang, own.length) })),
    ...own.flatMap((entry) => [
      ...wrapText(entryText(entry, unit, lang), width, INDENT),
      ...entry.targets.flatMap((target) => {
        const bookings = intervalTexts(target.byBookings, lang);
        const line = fill(texts.target, {
          ...intervalTexts(target.byAmount, lang),
          ...{ code: target.code, share: percentText(Number(target.share), lang) },
          ...{ bookings: formatNumber(lang, target.bookings), all: formatNumber(lang, entry.bookings) },
          ...{ bookingsLow: bookings.low, bookingsHigh: bookings.high },
          amount: hoursText(target.amount, unit, lang),
        });
        return wrapText(safeText(line), width, DEEPER);
      }),
    ]),
    ...wrapText(texts.interval, width, INDENT),
    ...wrapText(texts.unasked, width, INDENT),
  ];
}

function entryText(
  { code, label, bookings, amount }: EstimatedEntry,
  unit: SharesReport['unit'],
  lang: Lang,
): string {
  const values = {
    code,
    label,
    bookings: formatNumber(lang, bookings),
    amount: hoursText(amount, unit, lang),
  };
  return safeText(fill(sharesTexts[lang].entry, values)).replace(' :', ':');
}

function refusedLines(
  { entries, unit, minimum }: SharesReport,
  { lang, style, width }: SharesTextOptions,
): Lines {
  const texts = sharesTexts[lang];
  const own = entries.filter(({ obstacle }) => obstacle !== null);
  if (own.length === 0) return [];
  return [
    style.warn(fill(texts.refused, { count: formatNumber(lang, own.length) })),
    ...own.flatMap((entry) => {
      const why = fill(texts.obstacle[entry.obstacle ?? 'few'] as string, {
        bookings: formatNumber(lang, entry.bookings),
        minimum: formatNumber(lang, minimum),
        codes: entry.about.join(', '),
      });
      return [
        ...wrapText(entryText(entry, unit, lang), width, INDENT),
        ...wrapText(safeText(why), width, DEEPER),
      ];
    }),
  ];
}

function leftLines({ left }: SharesReport, { lang, style, width }: SharesTextOptions): Lines {
  if (left.length === 0) return [];
  const texts = sharesTexts[lang];
  const more = left.length - LISTED;
  return [
    style.warn(fill(texts.left, { count: formatNumber(lang, left.length) })),
    ...left.slice(0, LISTED).flatMap(({ why, text, place }) => {
      const shown = text === '' ? '' : ` ${quote(text)}`;
      return wrapText(safeText(`${placeName(place, lang)}: ${texts.why[why]}${shown}`), width, INDENT);
    }),
    ...(more > 0 ? [`  ${fill(texts.more, { count: formatNumber(lang, more) })}`] : []),
  ];
}
