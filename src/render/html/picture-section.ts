import { formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { type Flow, type FlowPicture, flowsOf } from '../flows.ts';
import { type Html, html } from './html.ts';
import { isFlat, type Page } from './page.ts';
import { endKey, endName, flowClass, sankeySvg } from './sankey.ts';

/** Above this many macro-processes a picture says nothing any more. */
const MOST_AREAS = 60;

/** Whether the maps have areas that can be drawn and filtered by: more than one, and not a heap of them. */
export function hasAreas({ areas }: Page): boolean {
  const most = Math.max(areas.old.length, areas.new.length);
  return most > 1 && most <= MOST_AREAS;
}

/** The migration as flows between macro-processes, for wide and for narrow screens, and as a table. */
export function pictureSection(page: Page): Html | null {
  if (!hasAreas(page)) return null;
  const { lang, report } = page;
  const texts = reportHtmlTexts[lang];
  const words = isFlat(report) ? texts.table : texts.map;
  const picture = flowsOf(report);
  const wide = sankeySvg(picture, { width: 1120, margin: 330, nameLength: 36, className: 'wide' }, lang);
  const narrow = sankeySvg(picture, { width: 360, margin: 108, nameLength: 0, className: 'narrow' }, lang);
  const legend = [
    ['stays', words.flowStays],
    ['crosses', words.flowCrosses],
    ['added', texts.ends.added],
    ['dropped', texts.ends.dropped],
    ['possibly-lost', texts.ends['possibly-lost']],
    ['open', texts.ends.open],
  ].filter(([name]) => picture.flows.some((flow) => flowClass(flow) === name));
  return html`<section class="wrap" id="picture" aria-labelledby="picture-h"><h2 id="picture-h">${texts.picture}</h2>
<p>${picture.byHours ? words.pictureLeadHours : words.pictureLead} <span class="js" hidden>${texts.pictureHint}</span></p>
<figure class="picture"><div class="sides" aria-hidden="true"><b>${texts.oldMap}</b><b>${texts.newMap}</b></div>${wide}${narrow}<ul class="legend" aria-hidden="true">${legend.map(([name, text]) => html`<li class="${name}"><svg viewBox="0 0 28 10"><path d="M0 5H28"/></svg>${text}</li>`)}</ul></figure>
<details class="as-table"><summary>${texts.pictureTable}</summary>${flowTable(picture, page)}</details>
</section>`;
}

function flowTable(picture: FlowPicture, { lang }: Page): Html {
  const texts = reportHtmlTexts[lang];
  const row = (flow: Flow) => {
    const [from, to] = [endLabel(flow.from, picture.oldAreas), endLabel(flow.to, picture.newAreas)];
    const hours = picture.byHours ? html`<td class="h">${formatNumber(lang, flow.amount)}</td>` : null;
    return html`<tr><td><b class="code">${endName(flow.from, picture.oldAreas, lang)}</b> ${from}</td><td><b class="code">${endName(flow.to, picture.newAreas, lang)}</b> ${to}</td><td class="h"><a href="#changes" data-from="${endKey(flow.from)}" data-to="${endKey(flow.to)}">${formatNumber(lang, flow.entries)}</a></td>${hours}</tr>`;
  };
  const hours = picture.byHours ? html`<th scope="col" class="h">${texts.pictureHours}</th>` : null;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${texts.pictureTable}"><table><thead><tr><th scope="col">${texts.pictureFrom}</th><th scope="col">${texts.pictureTo}</th><th scope="col" class="h">${texts.pictureEntries}</th>${hours}</tr></thead><tbody>${picture.flows.map(row)}</tbody></table></div>`;
}

function endLabel(end: Flow['from'], areas: FlowPicture['oldAreas']): string {
  return typeof end === 'number' ? (areas[end]?.label ?? '') : '';
}
