import { CHANGE_KINDS } from '../../model/change.ts';
import type { Tier } from '../../model/correspondence.ts';
import { kindTexts } from '../../words/kinds.ts';
import { formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { Area } from '../flows.ts';
import { changesTable } from './changes-table.ts';
import { type Html, html, raw } from './html.ts';
import { isFlat, type Page } from './page.ts';
import { hasAreas } from './picture-section.ts';

/** The table of all changes with what finds one's way in it. Controls stay hidden until the script brings them to life. */
export function changesSection(page: Page): Html {
  const texts = reportHtmlTexts[page.lang];
  return html`<section class="wrap" id="changes" aria-labelledby="changes-h" tabindex="-1"><h2 id="changes-h">${texts.changes}</h2>
<p>${(isFlat(page.report) ? texts.table : texts.map).changesLead}${page.brief ? ` ${texts.briefReasons}` : null}</p>
${filterForm(page)}
${changesTable(page)}
<p class="empty" hidden>${texts.nothing}</p>
<nav class="pager js" aria-label="${texts.changes}" hidden><button type="button" data-page="previous">${texts.previous}</button> <span class="page"></span> <button type="button" data-page="next">${texts.next}</button> <label>${texts.pageSize} <select data-page="size"><option>50<option selected>100<option>500<option value="0">${texts.allRows}</select></label></nav>
</section>`;
}

function filterForm(page: Page): Html {
  const { lang, report } = page;
  const texts = reportHtmlTexts[lang];
  const names = kindTexts[lang];
  const kinds = CHANGE_KINDS.filter((kind) => report.summary[kind] > 0).map(
    (kind) =>
      html`<label class="chip"><input type="checkbox" name="kind" value="${kind}"${page.only.includes(kind) ? raw(' checked') : null}><span class="k k-${kind}">${names.changes[kind]} <small>${formatNumber(lang, report.summary[kind])}</small></span></label>`,
  );
  const tiers = (['certain', 'probable', 'open'] as const satisfies readonly Tier[])
    .filter((tier) => report.tiers[tier] > 0)
    .map(
      (tier) =>
        html`<label class="chip"><input type="checkbox" name="tier" value="${tier}"><span class="t t-${tier}">${names.tiers[tier]} <small>${formatNumber(lang, report.tiers[tier])}</small></span></label>`,
    );
  const alarms = Object.values(report.alarms).reduce((sum, count) => sum + count, 0);
  const alarm =
    alarms === 0
      ? null
      : html`<label class="chip"><input type="checkbox" name="alarm" value="1"><span class="a">${texts.filterAlarm} <small>${formatNumber(lang, alarms)}</small></span></label>`;
  return html`<form id="filters" class="js" role="search" aria-label="${texts.filters}" hidden>
<div class="line"><label class="search">${texts.search}<input id="search" type="search" name="search" autocomplete="off" spellcheck="false" placeholder="${texts.searchHint}"></label>${areaSelects(page)}</div>
<fieldset><legend>${texts.filterKind}</legend>${kinds}</fieldset>
<fieldset><legend>${texts.filterTier}</legend>${tiers}${alarm}</fieldset>
<div class="line tools"><p id="status" role="status"></p><button type="reset">${texts.reset}</button><button type="button" data-do="copy">${texts.copy}</button><button type="button" data-do="download">${texts.download}</button></div>
</form>`;
}

function areaSelects(page: Page): Html | null {
  if (!hasAreas(page)) return null;
  const { areas, report, lang } = page;
  const texts = reportHtmlTexts[lang];
  const extra = (name: 'added' | 'dropped' | 'possibly-lost' | 'open') =>
    report.summary[name] === 0 ? null : html`<option value="${name}">${texts.ends[name]}</option>`;
  return html`<label>${texts.filterFrom}<select name="from"><option value="">${texts.filterAll}</option>${areas.old.map(areaOption)}${extra('added')}</select></label><label>${texts.filterTo}<select name="to"><option value="">${texts.filterAll}</option>${areas.new.map(areaOption)}${extra('dropped')}${extra('possibly-lost')}${extra('open')}</select></label>`;
}

function areaOption(area: Area, index: number): Html {
  return html`<option value="${index}">${area.code} ${area.label}</option>`;
}
