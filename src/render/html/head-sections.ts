import type { MapSummary } from '../../model/report.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatDate, formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { Provenance } from '../report-options.ts';
import { type Html, html } from './html.ts';
import { isFlat, type Page } from './page.ts';

/** The head of the page: what is compared, when and by what. */
export function masthead(page: Page, provenance: Provenance): Html {
  const { report, lang } = page;
  const texts = reportHtmlTexts[lang];
  const { generatedOn } = provenance;
  const made = generatedOn === null ? '' : fill(texts.madeOn, { date: formatDate(lang, generatedOn) });
  const tool = fill(texts.madeBy, { version: provenance.toolVersion });
  return html`<header class="masthead" id="top"><div class="wrap">
<p class="made"><span>${made}</span> <span>${tool}</span></p>
<h1>${texts.pageTitle}</h1>
<div class="maps">${mapCard(texts.oldMap, report.old, page)}<p class="becomes"><span class="sr">${texts.becomes}</span></p>${mapCard(texts.newMap, report.new, page)}</div>
</div></header>`;
}

function mapCard(heading: string, map: MapSummary, page: Page): Html {
  const { lang, labelLang } = page;
  const texts = reportHtmlTexts[lang];
  const langAttribute = labelLang === null ? null : html` lang="${labelLang}"`;
  const hash =
    map.sha256 === null
      ? null
      : html`<dt>${texts.fingerprint}</dt><dd><code class="hash">${map.sha256}</code></dd>`;
  return html`<section class="map"><h2>${heading}</h2>
<p class="title"${langAttribute}>${map.title ?? map.name.replace(/^.*[\\/]/, '')}</p>
<p class="size">${sizeOf(map, page)}</p>
<dl><dt>${texts.file}</dt><dd>${map.name} <small>(${kindTexts[lang].layout[map.layout]})</small></dd>${hash}</dl></section>`;
}

function sizeOf(map: MapSummary, { lang, report }: Page): Html {
  const texts = reportHtmlTexts[lang];
  const number = (text: string, count: number) => fill(text, { count: formatNumber(lang, count) });
  if (isFlat(report)) return html`<b>${number(texts.table.entries, map.bookable)}</b>`;
  return html`<b>${number(texts.map.entries, map.bookable)}</b><br>${number(texts.activities, map.activities)}, ${number(texts.services, map.services)}<br>${number(texts.structureEntries, map.structure)}`;
}

/** Links to the sections of the page. */
export function contents(
  sections: readonly { readonly id: string; readonly title: string }[],
  page: Page,
): Html {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="${reportHtmlTexts[page.lang].contents}"><ul class="wrap">${items}</ul></nav>`;
}
