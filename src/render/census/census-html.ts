import { type Census, LOCAL_DOINGS } from '../../model/census.ts';
import type { Lang } from '../../model/lang.ts';
import { censusTexts } from '../../words/census.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { type Html, html } from '../html/html.ts';
import { plainPage } from '../html/plain-page.ts';

const STYLE = `th.n{text-align:right}th.n,td.n,th.g{white-space:nowrap;overflow-wrap:normal}tbody th{font-weight:400}.w{display:block;color:var(--soft);font-size:.9em}.warn{color:var(--warn)}
.bar{display:flex;width:12rem;height:.9rem;border:1px solid var(--line)}.bar svg{width:100%;height:100%}
.s0{fill:var(--line)}.s1{fill:#0b6a6e}.s2{fill:#1a5fb4}.s3{fill:#4a4bc0}.s4{fill:#84389b}.s5{fill:#a1230f}`;

/** The census as one page without script: the maps, the recurring additions, and every national entry with a bar. */
export function renderCensusHtml(census: Census, lang: Lang): string {
  const texts = censusTexts[lang];
  const title = fill(texts.title, {
    maps: formatNumber(lang, census.maps.length),
    national: census.national,
  });
  const body = html`<p>${texts.about}</p>
${mapTable(census, lang)}
${strangers(census, lang)}
${additionTable(census, lang)}
${entryTable(census, lang)}
`;
  return plainPage({ lang, title, style: STYLE }, body);
}

function heads(lang: Lang): readonly Html[] {
  const { doing } = censusTexts[lang];
  return LOCAL_DOINGS.map((each) => html`<th scope="col" class="n">${doing[each]}</th>`);
}

function mapTable({ maps }: Census, lang: Lang): Html {
  const texts = censusTexts[lang];
  return html`<section aria-labelledby="maps"><h2 id="maps">${texts.maps}</h2><div class="scroll"><table><thead><tr><th scope="col">${texts.map}</th>${heads(lang)}<th scope="col" class="n">${texts.additions}</th></tr></thead>
<tbody>${maps.map(
    ({ map, counts, additions }) =>
      html`<tr><th scope="row">${map}</th>${LOCAL_DOINGS.map((doing) => html`<td class="n">${formatNumber(lang, counts[doing])}</td>`)}<td class="n">${formatNumber(lang, additions)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function strangers({ strangers: own }: Census, lang: Lang): Html | string {
  const texts = censusTexts[lang];
  if (own.length === 0) return '';
  return html`<section aria-labelledby="strangers"><h2 id="strangers" class="warn">${texts.strangers}</h2><ul>${own.map(
    ({ map, percent }) => html`<li>${fill(texts.stranger, { map, percent: String(percent) })}</li>`,
  )}</ul></section>`;
}

function additionTable({ additions }: Census, lang: Lang): Html {
  const texts = censusTexts[lang];
  const recurring = additions.filter(({ maps }) => maps > 1);
  const single = additions.length - recurring.length;
  const rows = recurring.map(
    ({ label, maps, under, entries }) =>
      html`<tr><th scope="row">${label}</th><td class="n">${formatNumber(lang, maps)}</td><td>${under === null ? '' : html`<code>${under.code}</code> ${under.label}`}</td><td>${entries.map(({ map, code, label: words }) => html`<span class="w">${map}: <code>${code}</code> ${words}</span>`)}</td></tr>
`,
  );
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">${texts.label}</th><th scope="col" class="n">${texts.inMaps}</th><th scope="col">${texts.under}</th><th scope="col">${texts.where}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section aria-labelledby="additions"><h2 id="additions">${texts.candidates}</h2>${recurring.length === 0 ? html`<p>${texts.noCandidates}</p>` : table}${single === 0 ? '' : html`<p>${fill(texts.single, { count: formatNumber(lang, single) })}</p>`}</section>`;
}

function entryTable({ entries, maps }: Census, lang: Lang): Html {
  const texts = censusTexts[lang];
  return html`<section aria-labelledby="entries"><h2 id="entries">${texts.all} (${formatNumber(lang, entries.length)})</h2><div class="scroll"><table><thead><tr><th scope="col" class="g">${texts.code}</th><th scope="col">${texts.label}</th><td></td>${heads(lang)}</tr></thead>
<tbody>${entries.map(
    ({ code, label, counts, wordings }) =>
      html`<tr><th scope="row" class="g"><code>${code}</code></th><td>${label}${wordings.map((each) => html`<span class="w">${fill(texts.wording, { label: each.label, maps: String(each.maps) })}</span>`)}</td><td>${bar(counts, maps.length)}</td>${LOCAL_DOINGS.map((doing) => html`<td class="n">${formatNumber(lang, counts[doing])}</td>`)}</tr>
`,
  )}</tbody></table></div></section>`;
}

/** The numbers beside it say the same, so it is hidden from those who do not see it. */
function bar(counts: Census['entries'][number]['counts'], maps: number): Html {
  let left = 0;
  const parts = LOCAL_DOINGS.map((doing, i) => {
    const [start, width] = [left, counts[doing]];
    left += width;
    return width === 0 ? '' : html`<rect class="s${i}" x="${start}" width="${width}" height="1"/>`;
  });
  return html`<span class="bar" aria-hidden="true"><svg viewBox="0 0 ${maps} 1" preserveAspectRatio="none">${parts}</svg></span>`;
}
