import type { Alarm } from '../../model/change.ts';
import type { ReportChange } from '../../model/report.ts';
import { decisionTexts, staleDecisionText } from '../../words/decisions.ts';
import { identityTexts } from '../../words/identity.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { reportTexts } from '../../words/report.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { hrefTo } from './anchors.ts';
import { entryHtml } from './change-cells.ts';
import { type Html, html } from './html.ts';
import { labelHtml } from './label-html.ts';
import type { Page } from './page.ts';

/** The alarms, before everything else: recycled codes, entries possibly lost in the new file, entries to decide. */
export function alarmSection(page: Page): Html {
  const texts = reportHtmlTexts[page.lang];
  const parts = [
    recycledTable(page),
    reusedIdTable(page),
    lostTable(page),
    redefinedTable(page),
    staleList(page),
    undecidedTable(page),
  ].filter((part) => part !== null);
  const body = parts.length === 0 ? html`<p class="good">${reportTexts[page.lang].noAlarms}</p>` : parts;
  return html`<section class="wrap alarms" id="alarms" aria-labelledby="alarms-h"><h2 id="alarms-h">${texts.alarms}</h2>${body}</section>`;
}

interface Panel {
  readonly title: string;
  readonly lead: string;
  readonly tone: 'alarm' | 'undecided';
  readonly head: readonly string[];
  /** Cells, the first of which heads its row. */
  readonly rows: readonly (readonly Html[])[];
}

/** Title with count, what it means, and a table; each cell repeats its heading for narrow screens. */
function panel({ title, lead, tone, head, rows }: Panel, page: Page): Html | null {
  if (rows.length === 0) return null;
  const row = ([first, ...cells]: readonly Html[]) =>
    html`<tr><th scope="row">${first}</th>${cells.map((cell, i) => html`<td data-l="${head[i + 1]}">${cell}</td>`)}</tr>`;
  return html`<section class="panel ${tone}"><h3>${title} <span class="count">${formatNumber(page.lang, rows.length)}</span></h3><p>${lead}</p>
<table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table></section>`;
}

function recycledTable(page: Page): Html | null {
  const texts = reportHtmlTexts[page.lang];
  const label = (text: string) => inLabelLang(labelHtml(text, texts.noLabel), page);
  const rows = withAlarm(page, 'recycled').map(({ change, alarm }) => [
    linkTo(change, page),
    label(alarm.oldLabel),
    label(alarm.newLabel),
    goesTo(change, page),
  ]);
  const head = [texts.recycledCode, texts.recycledWas, texts.recycledIs, texts.recycledGoes];
  return panel({ title: texts.recycled, lead: texts.recycledLead, tone: 'alarm', head, rows }, page);
}

function reusedIdTable(page: Page): Html | null {
  const texts = identityTexts[page.lang];
  const rows = withAlarm(page, 'reused-id').map(({ change, alarm }) => [
    linkTo(change, page),
    html`${alarm.id}`,
    inLabelLang(html`${alarm.oldLabel}`, page),
    inLabelLang(html`${alarm.newLabel}`, page),
  ]);
  const head = [reportHtmlTexts[page.lang].recycledCode, texts.id, texts.was, texts.is];
  return panel({ title: texts.reusedId, lead: texts.reusedIdLead, tone: 'alarm', head, rows }, page);
}

function redefinedTable(page: Page): Html | null {
  const texts = identityTexts[page.lang];
  const rows = withAlarm(page, 'redefined').map(({ change, alarm }) => [
    linkTo(change, page),
    oldLabel(change, page),
    inLabelLang(html`${alarm.before}`, page),
    inLabelLang(html`${alarm.after}`, page),
  ]);
  const head = [
    reportHtmlTexts[page.lang].recycledCode,
    reportHtmlTexts[page.lang].columns.oldLabel,
    ...[texts.before, texts.after],
  ];
  return panel({ title: texts.redefined, lead: texts.redefinedLead, tone: 'alarm', head, rows }, page);
}

function lostTable(page: Page): Html | null {
  const texts = reportHtmlTexts[page.lang];
  const rows = withAlarm(page, 'possibly-lost').map(({ change, alarm }) => [
    linkTo(change, page),
    oldLabel(change, page),
    html`<b class="code">${alarm.missingCode}</b>`,
  ]);
  const head = [texts.columns.oldCode, texts.lostEntry, texts.lostMissing];
  return panel({ title: texts.lost, lead: texts.lostLead, tone: 'alarm', head, rows }, page);
}

/** Decisions whose entries have changed under them. */
function staleList({ report, lang }: Page): Html | null {
  const stale = report.decisions?.stale ?? [];
  if (stale.length === 0) return null;
  const title = fill(decisionTexts[lang].staleTitle, { count: formatNumber(lang, stale.length) });
  const items = stale.map((each) => html`<li>${staleDecisionText(lang, each)}</li>`);
  return html`<section class="panel alarm"><h3>${reportHtmlTexts[lang].stale} <span class="count">${formatNumber(lang, stale.length)}</span></h3><p>${title}</p><ul>${items}</ul></section>`;
}

function undecidedTable(page: Page): Html | null {
  const texts = reportHtmlTexts[page.lang];
  const open = page.report.changes.filter((change) => change.kind === 'open');
  const rows = open.map((change) => {
    const near = change.candidates
      .slice(0, 3)
      .map((candidate) => html`<li>${entryHtml(candidate, page)}</li>`);
    const list = near.length === 0 ? html`${texts.noCandidates}` : html`<ol class="to">${near}</ol>`;
    return [linkTo(change, page), oldLabel(change, page), list];
  });
  const head = [texts.columns.oldCode, texts.lostEntry, texts.candidateColumn];
  return panel({ title: texts.undecided, lead: texts.undecidedLead, tone: 'undecided', head, rows }, page);
}

function oldLabel(change: ReportChange, page: Page): Html {
  return inLabelLang(labelHtml(change.old?.label ?? '', reportHtmlTexts[page.lang].noLabel), page);
}

function withAlarm<K extends Alarm['kind']>(
  { report }: Page,
  kind: K,
): readonly { readonly change: ReportChange; readonly alarm: Extract<Alarm, { kind: K }> }[] {
  return report.changes.flatMap((change) =>
    change.alarms
      .filter((alarm): alarm is Extract<Alarm, { kind: K }> => alarm.kind === kind)
      .map((alarm) => ({ change, alarm })),
  );
}

function linkTo(change: ReportChange, { anchors }: Page): Html {
  return html`<a class="code" href="${hrefTo(anchors.idOf(change))}">${change.old?.code ?? ''}</a>`;
}

function goesTo(change: ReportChange, page: Page): Html {
  if (change.new.length === 0)
    return html`<span class="k k-${change.kind}">${kindTexts[page.lang].change[change.kind]}</span>`;
  return html`${change.new.map((target, i) => html`${i === 0 ? null : html`<br>`}<b class="code">${target.code}</b>${change.kind === 'open' ? '?' : null}`)}`;
}

function inLabelLang(label: Html, { labelLang }: Page): Html {
  return labelLang === null ? label : html`<span lang="${labelLang}">${label}</span>`;
}
