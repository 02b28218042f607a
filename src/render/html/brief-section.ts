import { CHANGE_KINDS } from '../../model/change.ts';
import type { Tier } from '../../model/correspondence.ts';
import type { Lang } from '../../model/lang.ts';
import type { MigrationReport } from '../../model/report.ts';
import { completenessSentences } from '../../words/completeness.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatNumber, formatPercent } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { type Html, html } from './html.ts';
import { isFlat, type Page } from './page.ts';

const TIERS = ['certain', 'probable', 'open'] as const satisfies readonly Tier[];

/** The answer in a sentence, how sure it is, and a tile for each kind of change. */
export function briefSection(page: Page): Html {
  const { report, lang } = page;
  const texts = reportHtmlTexts[lang];
  const total = oldEntries(report);
  const number = (value: number) => formatNumber(lang, value);
  const lead = fill((isFlat(report) ? texts.table : texts.map).lead, {
    count: number(total),
    certain: number(report.tiers.certain),
    probable: number(report.tiers.probable),
  });
  const { open, 'possibly-lost': lost } = report.summary;
  const left = [
    ...(open === 0 ? [] : [fill(texts.leadOpen, { open: number(open) })]),
    ...(lost === 0 ? [] : [fill(texts.leadLost, { lost: number(lost) })]),
    ...completenessSentences(report, lang),
  ];
  return html`<section class="wrap" id="brief" aria-labelledby="brief-h"><h2 id="brief-h">${texts.brief}</h2>
<p class="lead">${lead} ${left.length === 0 ? texts.leadDone : left.join(' ')}</p>
${tierBar(page, total)}
<h3 class="sr">${texts.tiles}</h3>
<ul class="tiles">${CHANGE_KINDS.map((kind) => tile(kind, page))}</ul>
</section>`;
}

function oldEntries({ summary }: MigrationReport): number {
  return CHANGE_KINDS.reduce((sum, kind) => sum + (kind === 'added' ? 0 : summary[kind]), 0);
}

/** A bar of the three tiers, as parts of all old entries; what goes nowhere leaves its end empty; lengths are attributes of SVG, since the page allows no styles in its elements. */
function tierBar({ report, lang }: Page, total: number): Html | null {
  if (total === 0) return null;
  const texts = reportHtmlTexts[lang];
  let x = 0;
  const parts = TIERS.map((tier) => {
    const width = (report.tiers[tier] / total) * 1000;
    const rect = html`<rect class="t-${tier}" x="${x.toFixed(1)}" y="0" width="${Math.max(0, width - (width > 4 ? 3 : 0)).toFixed(1)}" height="14"/>`;
    x += width;
    return report.tiers[tier] === 0 ? null : rect;
  });
  const legend = TIERS.map((tier) => {
    const count = report.tiers[tier];
    return html`<li class="t-${tier}"><b>${formatNumber(lang, count)}</b> <span class="t t-${tier}">${kindTexts[lang][count === 1 ? 'tier' : 'tiers'][tier]}</span> <small>${shareOf(count, total, lang)}, ${texts.tierMeaning[tier]}</small></li>`;
  });
  return html`<figure class="certainty"><svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${parts}</svg><figcaption class="sr">${texts.certaintyBar}</figcaption><ul>${legend}</ul></figure>`;
}

/** What is there never shows as 0 %. */
function shareOf(count: number, total: number, lang: Lang): string {
  const share = count / total;
  return count > 0 && share < 0.005 ? `< ${formatPercent(lang, 0.01)}` : formatPercent(lang, share);
}

function tile(kind: (typeof CHANGE_KINDS)[number], { report, lang }: Page): Html {
  const count = report.summary[kind];
  const names = kindTexts[lang];
  return html`<li class="tile k-${kind}${count === 0 ? ' zero' : ''}"><a href="#changes" data-kind="${kind}"><b class="number">${formatNumber(lang, count)}</b> <span class="k k-${kind}">${names[count === 1 ? 'change' : 'changes'][kind]}</span> <small>${names.meaning[kind]}</small></a></li>`;
}
