import { CHANGE_KINDS } from '../../model/change.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { kindTexts } from '../../words/kinds.ts';
import { formatNumber } from '../../words/language.ts';
import { placeName } from '../../words/place-text.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { findingMessage } from '../../words/rules.ts';
import { structureTable } from './changes-table.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** What happened to levels 1 to 3; `null` when nothing did. */
export function structureSection(page: Page): Html | null {
  if (page.report.structure.every((change) => change.kind === 'unchanged')) return null;
  const texts = reportHtmlTexts[page.lang];
  return html`<section class="wrap" id="structure" aria-labelledby="structure-h"><h2 id="structure-h">${texts.structure}</h2><p>${texts.structureLead}</p>${structureTable(page)}</section>`;
}

/** How many findings the two files gave. */
export function findingsSection({ report, lang }: Page): Html | null {
  if (report.findings.length === 0) return null;
  const texts = reportHtmlTexts[lang];
  const rows = (['old', 'new'] as const).map((side) => {
    const own = report.findings.filter((each) => each.side === side);
    const count = (severity: string) =>
      formatNumber(lang, own.filter(({ finding }) => finding.severity === severity).length);
    return html`<tr><th scope="row">${report[side].name}</th><td class="h">${count('error')}</td><td class="h">${count('warning')}</td><td class="h">${count('info')}</td></tr>`;
  });
  return html`<section class="wrap" id="findings" aria-labelledby="findings-h"><h2 id="findings-h">${texts.findings}</h2><p>${texts.findingsLead}</p><table class="small"><thead><tr><th scope="col">${texts.file}</th><th scope="col" class="h">${texts.errors}</th><th scope="col" class="h">${texts.warnings}</th><th scope="col" class="h">${texts.infos}</th></tr></thead><tbody>${rows}</tbody></table>${findingList({ report, lang })}</section>`;
}

/** Every finding with its place, gravest first. */
function findingList({ report, lang }: Pick<Page, 'report' | 'lang'>): Html {
  const texts = reportHtmlTexts[lang];
  const { severity, place, finding: message } = texts.findingColumns;
  const rows = SEVERITIES.flatMap((each) =>
    report.findings
      .filter(({ finding }) => finding.severity === each)
      .map(({ finding }) => {
        const at = `${finding.place.file} ${placeName(finding.place, lang)}`.trim();
        return html`<tr><td>${texts.severity[each]}</td><td>${at}</td><td>${findingMessage(lang, finding)}</td></tr>`;
      }),
  );
  return html`<details class="as-table"><summary>${texts.findingList}</summary><div class="scroll" role="region" tabindex="0" aria-label="${texts.findingList}"><table><thead><tr><th scope="col">${severity}</th><th scope="col">${place}</th><th scope="col">${message}</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** What the words and marks of the page mean. */
export function glossarySection({ lang }: Page): Html {
  const texts = reportHtmlTexts[lang];
  const names = kindTexts[lang];
  const kinds = CHANGE_KINDS.map(
    (kind) =>
      html`<div><dt><span class="k k-${kind}">${names.change[kind]}</span></dt><dd>${names.meaning[kind]}</dd></div>`,
  );
  const tiers = (['certain', 'probable', 'open'] as const).map(
    (tier) =>
      html`<div><dt><span class="t t-${tier}">${names.tier[tier]}</span></dt><dd>${texts.tierMeaning[tier]}</dd></div>`,
  );
  return html`<section class="wrap glossary" id="glossary" aria-labelledby="glossary-h"><h2 id="glossary-h">${texts.glossary}</h2><div class="columns">
<div><h3>${texts.glossaryKinds}</h3><dl>${kinds}</dl></div>
<div><h3>${texts.glossaryTiers}</h3><dl>${tiers}</dl>
<h3>${texts.glossaryAlarms}</h3><dl><div><dt><span class="a">${texts.recycled}</span></dt><dd>${texts.recycledMeaning}</dd></div><div><dt><span class="a">${texts.lost}</span></dt><dd>${texts.lostMeaning}</dd></div></dl>
<h3>${texts.glossaryMarks}</h3><p>${texts.marksMeaning} <del>${texts.markRemoved}</del> <ins>${texts.markInserted}</ins></p></div></div></section>`;
}
