import { reportHtmlTexts } from '../../words/report-html.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** The place for the view of one process, which the script fills; `null` for maps without structure. */
export function processSection({ report, lang }: Page): Html | null {
  if (report.structure.every((change) => change.old === null)) return null;
  const texts = reportHtmlTexts[lang];
  return html`<section class="wrap" id="process" aria-labelledby="process-h"><h2 id="process-h">${texts.process}</h2>
<noscript><p>${texts.processNoScript}</p></noscript>
<div class="js" hidden><p>${texts.processLead}</p>
<p><label for="process-choice">${texts.processChoose}</label> <select id="process-choice"></select></p>
<div id="process-view"></div></div></section>`;
}
