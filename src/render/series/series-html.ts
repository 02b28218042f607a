import type { Lang } from '../../model/lang.ts';
import type { Series } from '../../model/series.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { seriesTexts } from '../../words/series.ts';
import { type Html, html } from '../html/html.ts';
import { plainPage } from '../html/plain-page.ts';
import { shownAmount } from './amount-text.ts';
import { openHours } from './open-hours.ts';
import { comparableText, reasonText } from './series-text.ts';
import { chartsIn, smallMultiples } from './small-multiples.ts';

const STYLE = `:root{--first:#0b5e8a;--second:#8a5a00}
@media (prefers-color-scheme:dark){:root{--first:#6cb8e6;--second:#e0a84a}}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.25rem 1rem}
figure{margin:0;display:flex;flex-direction:column;justify-content:space-between;break-inside:avoid}
figcaption{font-size:.85rem;line-height:1.35;overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
svg{width:100%;height:auto;margin-top:.4rem}svg text{font:600 11px system-ui,sans-serif;fill:var(--ink);text-anchor:middle}svg text.y{font-weight:400;fill:var(--soft)}
.b0{fill:var(--first)}.b1{fill:var(--second)}.a{stroke:var(--line)}.r{stroke:var(--soft);stroke-dasharray:4 3}
th.n{text-align:right}th.n,td.n,th.g{white-space:nowrap;overflow-wrap:normal}.warn{color:var(--warn)}tbody th{font-weight:400}`;

/** The series as one page without script: the balance, a chart of the largest groups, and the table of all. */
export function renderSeriesHtml(series: Series, lang: Lang): string {
  const texts = seriesTexts[lang];
  const body = html`<p>${comparableText(series, lang)}</p>
${balance(series, lang)}
${
  chartsIn(series) === 0
    ? ''
    : html`<section aria-labelledby="chart"><h2 id="chart">${texts.chart}</h2><p>${fill(texts.chartAbout, { count: formatNumber(lang, chartsIn(series)) })}</p>
${smallMultiples(series, lang)}</section>`
}
${groupTable(series, lang)}
${openSection(series, lang)}
${outsideSection(series, lang)}
`;
  return plainPage({ lang, title: texts.title, style: STYLE }, body);
}

function balance({ years, unit, groups }: Series, lang: Lang): Html {
  const texts = seriesTexts[lang];
  const told = [
    texts.balances,
    ...(unit === 'clock' ? [texts.clock] : []),
    ...years.flatMap(({ year, notCounted, otherDates, leftTotals }) => [
      ...notCounted.map(({ column, amount, unit: own }) =>
        fill(texts.notCounted, { year, column, amount: shownAmount(amount, own, lang) }),
      ),
      ...leftTotals.map(({ place, found, expected }) =>
        fill(texts.leftTotal, { year, place, found, expected }),
      ),
      ...(otherDates === 0 ? [] : [fill(texts.otherDates, { year, rows: formatNumber(lang, otherDates) })]),
    ]),
    ...(groups.unconfirmed === 0
      ? []
      : [fill(texts.unconfirmed, { count: formatNumber(lang, groups.unconfirmed) })]),
  ];
  return html`<section aria-labelledby="years"><h2 id="years">${texts.years}</h2><div class="scroll"><table><thead><tr><th scope="col">${texts.year}</th><th scope="col">${texts.revision}</th><th scope="col">${texts.files}</th><th scope="col">${texts.column}</th><th scope="col" class="n">${texts.total}</th><th scope="col" class="n">${texts.grouped}</th><th scope="col" class="n">${texts.outside}</th></tr></thead>
<tbody>${years.map(
    (each) =>
      html`<tr><th scope="row">${each.year}</th><td>${groups.revisions[each.revision]}</td><td>${each.files.join(', ')}</td><td>${each.column}</td>${[each.total, each.grouped, each.outside].map((amount) => html`<td class="n">${shownAmount(amount, unit, lang)}</td>`)}</tr>`,
  )}</tbody></table></div><ul>${told.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function groupTable({ rows, years, unit }: Series, lang: Lang): Html {
  const texts = seriesTexts[lang];
  return html`<section aria-labelledby="table"><h2 id="table">${texts.table} (${formatNumber(lang, rows.length)})</h2><p>${texts.notComparable}; –: ${texts.noYear}</p><div class="scroll"><table><thead><tr><th scope="col" class="g">${texts.group}</th><th scope="col">${texts.label}</th>${years.map(({ year }) => html`<th scope="col" class="n">${year}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ group, comparable, amounts }) =>
      html`<tr><th scope="row" class="g"><code>${group.id}</code>${comparable ? '' : ' *'}</th><td>${group.label}</td>${amounts.map((amount) => html`<td class="n">${shownAmount(amount, unit, lang)}</td>`)}</tr>
`,
  )}</tbody></table></div></section>`;
}

function openSection(series: Series, lang: Lang): Html | string {
  const texts = seriesTexts[lang];
  const lines = openHours(series);
  if (lines.length === 0) return '';
  return html`<section aria-labelledby="open"><h2 id="open" class="warn">${texts.open}</h2><ul>${lines.map(
    ({ year, code, label, amount }) =>
      html`<li>${fill(texts.openLine, { year, code, label, amount: shownAmount(amount, series.unit, lang) })}</li>`,
  )}</ul></section>`;
}

function outsideSection({ outside, unit }: Series, lang: Lang): Html | string {
  if (outside.length === 0) return '';
  const texts = seriesTexts[lang];
  return html`<section aria-labelledby="outside"><h2 id="outside" class="warn">${texts.outsideTitle}</h2><div class="scroll"><table><thead><tr><th scope="col">${texts.year}</th><th scope="col">${texts.code}</th><th scope="col">${texts.reason}</th><th scope="col" class="n">${texts.rows}</th><th scope="col" class="n">${texts.amount}</th><th scope="col">${texts.places}</th></tr></thead>
<tbody>${outside.map(
    ({ year, code, reason, rows, amount, places }) =>
      html`<tr><th scope="row">${year}</th><td><code>${code}</code></td><td>${reasonText(reason, lang)}</td><td class="n">${formatNumber(lang, rows)}</td><td class="n">${shownAmount(amount, unit, lang)}</td><td>${places.join(', ')}</td></tr>`,
  )}</tbody></table></div></section>`;
}
