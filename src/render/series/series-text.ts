import type { Lang } from '../../model/lang.ts';
import type { OutsideLine, OutsideReason, Series, SeriesRow } from '../../model/series.ts';
import { fill, formatNumber, formatPercent } from '../../words/language.ts';
import { recodeTexts } from '../../words/recode.ts';
import { safeText } from '../../words/safe-text.ts';
import { seriesTexts } from '../../words/series.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap.ts';
import { hoursOf, shownAmount } from './amount-text.ts';
import { openHours } from './open-hours.ts';

/** How a series is drawn as text. */
export interface SeriesTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
}

type Lines = readonly string[];

const LISTED = 15;
const LABEL = 44;
const INDENT = { first: '  ', rest: '    ' };

/** Draws the balance of each year, the groups with the most hours, and all that no group takes. */
export function renderSeriesText(series: Series, options: SeriesTextOptions): string {
  const blocks = [
    yearLines(series, options),
    groupLines(series, options),
    openLines(series, options),
    outsideLines(series, options),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function yearLines({ years, unit, groups }: Series, { lang, style, width }: SeriesTextOptions): Lines {
  const texts = seriesTexts[lang];
  const heads = [texts.year, texts.revision, texts.column, texts.total, texts.grouped, texts.outside];
  const rows = years.map(({ year, revision, column, total, grouped, outside }) => [
    ...[year, safeText(groups.revisions[revision] ?? ''), safeText(column)],
    ...[total, grouped, outside].map((amount) => shownAmount(amount, unit, lang)),
  ]);
  const told = years.flatMap(({ year, notCounted, leftTotals, otherDates }) => [
    ...notCounted.map((other) =>
      fill(texts.notCounted, {
        year,
        column: other.column,
        amount: shownAmount(other.amount, other.unit, lang),
      }),
    ),
    ...leftTotals.map(({ place, found, expected }) =>
      fill(texts.leftTotal, { year, place, found, expected }),
    ),
    ...(otherDates === 0 ? [] : [fill(texts.otherDates, { year, rows: formatNumber(lang, otherDates) })]),
  ]);
  const about = [texts.balances, ...(unit === 'clock' ? [texts.clock] : []), ...told];
  return [
    style.strong(texts.title),
    ...tableLines([heads, ...rows], { left: 3 }),
    ...about.flatMap((line) => wrapText(safeText(line), width, INDENT)),
  ];
}

/** Rows in columns; the first of them to the left, the others, which are numbers, to the right. */
function tableLines(rows: readonly (readonly string[])[], { left }: { readonly left: number }): Lines {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, i) => (i < left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** The rows with the most hours over all years first. */
export function byHours({ rows, unit }: Pick<Series, 'rows' | 'unit'>): readonly SeriesRow[] {
  const sizes = new Map(
    rows.map((row) => [row, row.amounts.reduce((sum, amount) => sum + hoursOf(amount ?? '0', unit), 0)]),
  );
  return [...rows].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}

function groupLines(series: Series, { lang, style, width }: SeriesTextOptions): Lines {
  const texts = seriesTexts[lang];
  const { years, unit, rows, groups } = series;
  const listed = byHours(series).slice(0, LISTED);
  const table = listed.map(({ group, comparable, amounts }) => [
    `${safeText(group.id)}${comparable ? '' : ' *'}`,
    cut(safeText(group.label)),
    ...amounts.map((amount) => shownAmount(amount, unit, lang)),
  ]);
  const heads = [texts.group, '', ...years.map(({ year }) => year)];
  const more = rows.length - listed.length;
  const told = [
    comparableText(series, lang),
    ...(rows.every(({ comparable }) => comparable) ? [] : [texts.notComparable]),
    ...(groups.unconfirmed === 0
      ? []
      : [fill(texts.unconfirmed, { count: formatNumber(lang, groups.unconfirmed) })]),
  ];
  return [
    style.strong(texts.groups),
    ...tableLines([heads, ...table], { left: 2 }),
    ...(more > 0 ? [`  ${fill(texts.more, { count: formatNumber(lang, more) })}`] : []),
    ...told.flatMap((line) => wrapText(line, width, INDENT)),
  ];
}

/** How many groups can be compared, and how much of each year's hours they have. */
export function comparableText({ rows, years, unit }: Series, lang: Lang): string {
  const texts = seriesTexts[lang];
  const comparable = rows.filter((row) => row.comparable);
  const shares = years.map(({ year, total }, i) => {
    const own = comparable.reduce((sum, { amounts }) => sum + hoursOf(amounts[i] ?? '0', unit), 0);
    return fill(texts.shareOf, { year, share: formatPercent(lang, own / (hoursOf(total, unit) || 1)) });
  });
  return fill(texts.comparable, {
    comparable: formatNumber(lang, comparable.length),
    groups: formatNumber(lang, rows.length),
    shares: shares.join(', '),
  });
}

function cut(text: string): string {
  return text.length <= LABEL ? text : `${text.slice(0, LABEL - 1).trimEnd()}…`;
}

function openLines(series: Series, { lang, style, width }: SeriesTextOptions): Lines {
  const texts = seriesTexts[lang];
  const lines = openHours(series).map(({ year, code, label, amount }) =>
    fill(texts.openLine, { year, code, label: cut(label), amount: shownAmount(amount, series.unit, lang) }),
  );
  if (lines.length === 0) return [];
  return [style.warn(texts.open), ...lines.flatMap((line) => wrapText(safeText(line), width, INDENT))];
}

function outsideLines({ outside, unit }: Series, { lang, style, width }: SeriesTextOptions): Lines {
  if (outside.length === 0) return [];
  const texts = seriesTexts[lang];
  const lines = outside.map((line) => outsideText(line, shownAmount(line.amount, unit, lang), lang));
  return [
    style.warn(texts.outsideTitle),
    ...lines.flatMap((line) => wrapText(safeText(line), width, INDENT)),
  ];
}

function outsideText(line: OutsideLine, amount: string, lang: Lang): string {
  const texts = seriesTexts[lang];
  const { year, code, reason, rows, places } = line;
  if (reason === 'kept') return fill(texts.outsideKept, { year, amount });
  return fill(texts.outsideLine, {
    ...{ year, code, amount, reason: reasonText(reason, lang), rows: formatNumber(lang, rows) },
    places: places.join(', '),
  });
}

/** Why bookings stand outside, in words. */
export function reasonText(reason: OutsideReason, lang: Lang): string {
  const own = seriesTexts[lang].outsideReason;
  if (reason === 'kept' || reason === 'new-code' || reason === 'unknown-code') return own[reason];
  return recodeTexts[lang].reasons[reason];
}
