import type { Adoption, AdoptionOutcome, OutcomeKind } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { type Html, html } from '../html/html.ts';
import { plainPage } from '../html/plain-page.ts';
import { outcomesByKind, remarksOf } from './adoption-lines.ts';

const ADOPTION_STYLE =
  '.e{display:block}.r{display:block;color:var(--soft)}.c .r:first-child{color:var(--warn);font-weight:600}';

/** The report as one page without script: the counts, then old local, national and new local map side by side. */
export function renderAdoptionHtml(adoption: Adoption, { lang }: { readonly lang: Lang }): string {
  const texts = adoptionTexts[lang];
  const groups = outcomesByKind(adoption.outcomes);
  const state = adoption.open === 0 ? texts.noConflicts : fill(texts.openConflicts, { open: adoption.open });
  const body = html`<p>${[adoption.base?.name, adoption.local.name, adoption.national.name].filter((name) => name !== undefined).join(' · ')}</p>
<p>${state}</p>
<table><caption>${texts.whatBecame}</caption><tbody>${groups.map(
    ([kind]) =>
      html`<tr><th scope="row"><a href="#${kind}">${texts.outcome[kind]}</a></th><td class="n">${formatNumber(lang, adoption.counts[kind])}</td><td>${texts.outcomeMeaning[kind]}</td></tr>`,
  )}</tbody></table>
${groups.map(([kind, outcomes]) => section(kind, outcomes, lang))}
`;
  return plainPage({ lang, title: texts.title, style: ADOPTION_STYLE }, body);
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
