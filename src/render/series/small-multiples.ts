import type { Lang } from '../../model/lang.ts';
import type { Series, SeriesRow } from '../../model/series.ts';
import { fill } from '../../words/language.ts';
import { seriesTexts } from '../../words/series.ts';
import { type Html, html } from '../html/html.ts';
import { hoursOf, shownAmount } from './amount-text.ts';
import { byHours } from './series-text.ts';

const SHOWN = 24;
const [WIDTH, HEIGHT] = [240, 150];
/** Room for the values above the bars and the years below them. */
const [TOP, BOTTOM] = [22, 20];
const BAR = 0.62;
/** So many values have room beside one another; of more, the first, the last and the largest are written. */
const MOST_VALUES = 5;

/**
 * The comparable groups with the most hours as small bar charts, one each, in the style of the report. Bars of one revision
 * have one shade, and a dashed line stands between revisions, so that nothing rests on colour alone; each chart says its
 * values in words, too.
 */
export function smallMultiples(series: Series, lang: Lang): Html {
  const rows = byHours(series)
    .filter(({ comparable }) => comparable)
    .slice(0, SHOWN);
  return html`<div class="charts">${rows.map(
    (row) =>
      html`<figure><figcaption><code>${row.group.id}</code> ${row.group.label}</figcaption>${chartSvg(row, series, lang)}</figure>
`,
  )}</div>`;
}

/** How many groups have a chart. */
export function chartsIn({ rows }: Series): number {
  return Math.min(SHOWN, rows.filter(({ comparable }) => comparable).length);
}

function chartSvg({ group, amounts }: SeriesRow, { years, unit }: Series, lang: Lang): Html {
  const texts = seriesTexts[lang];
  const values = amounts.map((amount) => hoursOf(amount ?? '0', unit));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = (HEIGHT - TOP - BOTTOM) / (high - low || 1);
  const yOf = (value: number): number => TOP + (high - value) * scale;
  const step = WIDTH / years.length;
  const shown = amounts.map((amount) => shownAmount(amount, unit, lang));
  const said = years.map(({ year }, i) => fill(texts.valueOf, { year, amount: shown[i] ?? '' })).join('; ');
  const isWritten = (i: number): boolean =>
    years.length <= MOST_VALUES || i === 0 || i === years.length - 1 || i === values.indexOf(high);
  const bars = years.map(({ year, revision }, i) => {
    const value = values[i] ?? 0;
    const [top, bottom] = [yOf(Math.max(0, value)), yOf(Math.min(0, value))];
    const middle = step * (i + 0.5);
    return html`<rect class="b${revision % 2}" x="${at(middle - (step * BAR) / 2)}" y="${at(top)}" width="${at(step * BAR)}" height="${at(bottom - top)}"/>${isWritten(i) ? html`<text x="${at(middle)}" y="${at(top - 5)}">${shown[i]}</text>` : ''}<text class="y" x="${at(middle)}" y="${HEIGHT - 5}">${year}</text>`;
  });
  const breaks = years.flatMap(({ revision }, i) =>
    i > 0 && years[i - 1]?.revision !== revision
      ? [html`<line class="r" x1="${at(step * i)}" x2="${at(step * i)}" y1="4" y2="${HEIGHT - BOTTOM}"/>`]
      : [],
  );
  const label = fill(texts.chartOf, { label: `${group.id} ${group.label}`, values: said });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><line class="a" x1="0" x2="${WIDTH}" y1="${at(yOf(0))}" y2="${at(yOf(0))}"/>${bars}${breaks}</svg>`;
}

/** Tenths are finer than any screen. */
function at(position: number): string {
  return String(Math.round(position * 10) / 10);
}
