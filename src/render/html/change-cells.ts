import { hasTier } from '../../model/change.ts';
import type { ReportCandidate, ReportChange, ReportEntry, ReportTarget } from '../../model/report.ts';
import { decidedText } from '../../words/explain.ts';
import { identityNote } from '../../words/identity.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatConfidence } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { detailWords, reasonWords } from '../change-words.ts';
import { type Html, html } from './html.ts';
import { labelDiffHtml, labelHtml } from './label-html.ts';
import type { Page } from './page.ts';

/** The kind of a change, with its finer kind; the class carries colour and sign. */
export function kindCell(change: ReportChange, { lang }: Page): Html {
  const details = detailWords(change, lang);
  return html`<b class="k k-${change.kind}">${kindTexts[lang].change[change.kind]}</b>${details === '' ? null : html`<small>${details}</small>`}`;
}

/** The new codes, one a line; a code that changed is stressed. */
export function newCodesCell(change: ReportChange): Html {
  const codes = change.new.map(({ code }) =>
    code === change.old?.code ? html`<span>${code}</span>` : html`<b>${code}</b>`,
  );
  return html`${codes}`;
}

/** The labels: what stays, what went and what came; then what a reader has to know besides. */
export function labelCell(change: ReportChange, page: Page): Html {
  return html`${labels(change, page)}${notes(change, page)}`;
}

/** How sure the change is. What speaks for it stands open where a look is wanted, and behind the tier elsewhere. */
export function certaintyCell(change: ReportChange, page: Page): Html {
  const { lang } = page;
  const tier = html`<span class="t t-${change.tier}">${kindTexts[lang].tier[change.tier]}</span>`;
  if (change.old === null) return html``;
  const reasons = change.tier === 'certain' && page.brief ? [] : reasonWords(change, lang);
  const list = html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`;
  if (!hasTier(change.kind)) return reasons.length === 0 ? html`` : list;
  if (reasons.length === 0) return tier;
  const confidence = Math.min(...change.new.map((target) => target.confidence));
  const percent =
    change.tier === 'certain' || change.new.length === 0
      ? null
      : html` ${formatConfidence(lang, confidence, change.tier)}`;
  const open = change.tier === 'certain' ? null : html` open`;
  return html`<details${open}><summary>${tier}${percent}</summary>${list}</details>`;
}

/** An entry in one line: code and label. */
export function entryHtml(entry: ReportEntry, { lang, labelLang }: Page): Html {
  const langAttribute = labelLang === null ? null : html` lang="${labelLang}"`;
  return html`<b class="code">${entry.code}</b> <span${langAttribute}>${labelHtml(entry.label, reportHtmlTexts[lang].noLabel)}</span>`;
}

function labels(change: ReportChange, page: Page): Html {
  const { old, new: targets } = change;
  const [only] = targets;
  const { noLabel } = reportHtmlTexts[page.lang];
  if (old !== null && only !== undefined && targets.length === 1 && only.label !== '' && old.label !== '')
    return inLabelLang(labelDiffHtml(old.label, only.label), page);
  if (old === null) return inLabelLang(labelHtml(only?.label ?? '', noLabel), page);
  const own = inLabelLang(labelHtml(old.label, noLabel), page);
  return targets.length === 0
    ? own
    : html`${own}<ul class="to">${targets.map((target) => targetItem(target, change, page))}</ul>`;
}

function inLabelLang(label: Html, { labelLang }: Page): Html {
  return labelLang === null ? html`<p>${label}</p>` : html`<p lang="${labelLang}">${label}</p>`;
}

function targetItem(target: ReportTarget, change: ReportChange, page: Page): Html {
  const texts = reportHtmlTexts[page.lang];
  const remarks = [
    change.carriedBy === target.code && change.new.length > 1 ? texts.goesOnAs : '',
    target.share !== null && target.share !== '1' ? fill(texts.share, { share: target.share }) : '',
  ].filter((remark) => remark !== '');
  return html`<li>${entryHtml(target, page)}${remarks.length === 0 ? null : html` <small>(${remarks.join(', ')})</small>`}</li>`;
}

/** What a reader has to know besides the labels; most important first. */
function notes(change: ReportChange, page: Page): readonly (Html | null)[] {
  const texts = reportHtmlTexts[page.lang];
  const alarms = change.alarms.map((alarm) =>
    alarm.kind === 'recycled'
      ? html`<p class="note alarm"><b>${fill(texts.recycledNote, { code: alarm.code })}</b> <q>${labelHtml(alarm.newLabel, texts.noLabel)}</q></p>`
      : html`<p class="note alarm"><b>${alarm.kind === 'possibly-lost' ? fill(texts.lostNote, { missing: alarm.missingCode }) : identityNote(alarm, page.lang)}</b></p>`,
  );
  const decision =
    change.decision === null ? null : html`<p class="note">${decidedText(page.lang, change.decision)}</p>`;
  return [...alarms, whereNow(change, page), togetherWith(change, page), candidates(change, page), decision];
}

/** The new surroundings, where the entry has left its process. */
function whereNow(change: ReportChange, { lang }: Page): Html | null {
  const [target] = change.new;
  if (change.old === null || target === undefined || change.new.length > 1 || target.path === '') return null;
  const process = (entry: ReportEntry) => entry.above[1] ?? entry.above[0];
  if (process(change.old) === process(target)) return null;
  return html`<p class="note">${reportHtmlTexts[lang].nowIn} ${target.path.replaceAll(' > ', ' › ')}</p>`;
}

function togetherWith(change: ReportChange, { lang, anchors }: Page): Html | null {
  if (change.mergedWith.length === 0) return null;
  const links = change.mergedWith.map(({ code }, i) => {
    const href = anchors.hrefOfOld(code);
    const comma = i === 0 ? ' ' : ', ';
    return href === null ? html`${comma}${code}` : html`${comma}<a href="${href}">${code}</a>`;
  });
  return html`<p class="note">${reportHtmlTexts[lang].together}${links}</p>`;
}

function candidates(change: ReportChange, page: Page): Html | null {
  if (change.kind !== 'open') return null;
  const texts = reportHtmlTexts[page.lang];
  if (change.candidates.length === 0) return html`<p class="note">${texts.noCandidates}</p>`;
  const items = change.candidates.slice(0, 5).map((candidate) => candidateItem(candidate, page));
  return html`<p class="note">${texts.candidates}</p><ol class="to">${items}</ol>`;
}

function candidateItem(candidate: ReportCandidate, page: Page): Html {
  return html`<li>${entryHtml(candidate, page)} <small>(${formatConfidence(page.lang, candidate.confidence, 'open')})</small></li>`;
}
