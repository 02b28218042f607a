import type { Adoption, AdoptionOutcome, OutcomeKind } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { type Html, html, raw } from '../html/html.ts';
import { outcomesByKind, remarksOf } from './adoption-lines.ts';

/** Static, so that its policy can admit this one style and nothing else. */
const STYLE = `:root{color-scheme:light dark;--ink:#17324d;--soft:#5b6f82;--line:#c5d0da;--band:#f2f5f8;--warn:#8a4b00;--page:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a3b3c2;--line:#3a4a5a;--band:#1b2733;--warn:#ffb454;--page:#10181f}}
body{margin:0;font:16px/1.5 "Titillium Web",system-ui,sans-serif;color:var(--ink);background:var(--page)}
main{max-width:90rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{background:var(--band)}td.n{text-align:right;font-variant-numeric:tabular-nums}
code{font:600 .9em ui-monospace,monospace}.e{display:block}.r{display:block;color:var(--soft)}.c .r:first-child{color:var(--warn);font-weight:600}
.scroll{overflow-x:auto}
@media print{main{padding:0}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** The report as one page without script: the counts, then old local, national and new local map side by side. */
export function renderAdoptionHtml(adoption: Adoption, { lang }: { readonly lang: Lang }): string {
  const texts = adoptionTexts[lang];
  const groups = outcomesByKind(adoption.outcomes);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const state = adoption.open === 0 ? texts.noConflicts : fill(texts.openConflicts, { open: adoption.open });
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title><style>${raw(STYLE)}</style></head>
<body><main><h1>${texts.title}</h1>
<p>${[adoption.base?.name, adoption.local.name, adoption.national.name].filter((name) => name !== undefined).join(' · ')}</p>
<p>${state}</p>
<table><caption>${texts.whatBecame}</caption><tbody>${groups.map(
    ([kind]) =>
      html`<tr><th scope="row"><a href="#${kind}">${texts.outcome[kind]}</a></th><td class="n">${formatNumber(lang, adoption.counts[kind])}</td><td>${texts.outcomeMeaning[kind]}</td></tr>`,
  )}</tbody></table>
${groups.map(([kind, outcomes]) => section(kind, outcomes, lang))}
</main></body></html>
`;
  return page.html;
}

function section(kind: OutcomeKind, outcomes: readonly AdoptionOutcome[], lang: Lang): Html {
  const { columns, outcome } = adoptionTexts[lang];
  return html`<section id="${kind}" aria-labelledby="${kind}-h"><h2 id="${kind}-h">${outcome[kind]} (${formatNumber(lang, outcomes.length)})</h2>
<div class="scroll"><table><thead><tr><th scope="col">${columns.local}</th><th scope="col">${columns.national}</th><th scope="col">${columns.result}</th><th scope="col">${columns.notes}</th></tr></thead>
<tbody>${outcomes.map(
    (each) =>
      html`<tr class="${each.conflict === null ? '' : 'c'}"><td>${cell(each.local)}</td><td>${cell(each.national)}</td><td>${cell(each.result)}</td><td>${remarksOf(each, lang).map((line) => html`<span class="r">${line}</span>`)}</td></tr>`,
  )}</tbody></table></div></section>
`;
}

function cell(entries: readonly ReportEntry[]): readonly Html[] {
  return entries.map(({ code, label }) => html`<span class="e"><code>${code}</code> ${label}</span>`);
}
