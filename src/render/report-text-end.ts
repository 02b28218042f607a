import type { Lang } from '../model/lang.ts';
import type { MigrationReport } from '../model/report.ts';
import { ofWhichText } from '../words/completeness.ts';
import { identityTexts } from '../words/identity.ts';
import { fill, formatNumber } from '../words/language.ts';
import { reportTexts } from '../words/report.ts';
import { safeText } from '../words/safe-text.ts';
import type { TextOptions } from './text-options.ts';
import { wrapText } from './wrap.ts';

/**
 * The last lines of a report in a terminal: the counts once more, which the lists above have scrolled away, and the command
 * that comes next.
 */
export function closing(report: MigrationReport, options: TextOptions): readonly string[] {
  const { lang, style, width } = options;
  const texts = reportTexts[lang];
  const { recycled, possiblyLost, reusedIds, redefined } = report.alarms;
  const alarms = fill(texts.alarmCounts, {
    recycled: formatNumber(lang, recycled),
    lost: formatNumber(lang, possiblyLost),
  });
  const identity = fill(identityTexts[lang].counts, {
    reused: formatNumber(lang, reusedIds),
    redefined: formatNumber(lang, redefined),
  });
  const indented = { first: '  ', rest: '  ' };
  return [
    style.strong(texts.inShort),
    ...wrapText(tierText(report, lang), width, indented),
    ...(recycled + possiblyLost === 0 ? [] : wrapText(alarms, width, indented).map(style.alarm)),
    ...(reusedIds + redefined === 0 ? [] : wrapText(identity, width, indented).map(style.alarm)),
    ...nextStep(report, options),
  ];
}

/** What is left to be decided, and the command for it. Never wrapped: a command is there to be copied. */
export function nextStep(report: MigrationReport, { lang, style, width }: TextOptions): readonly string[] {
  const texts = reportTexts[lang];
  const toSettle = report.summary.open + report.summary['possibly-lost'];
  const what =
    toSettle === 0 ? texts.nothingToSettle : fill(texts.settle, { count: formatNumber(lang, toSettle) });
  const command =
    toSettle === 0
      ? `procmap crosswalk ${sources(report)} -o ${texts.crosswalkFile}`
      : `procmap review ${sources(report)} -o ${texts.reviewFile}`;
  const shown = style.strong(safeText(command));
  return what.length + command.length + 3 <= width ? [`  ${what} ${shown}`] : [`  ${what}`, `    ${shown}`];
}

/** How sure the answers are, in one sentence that adds up to all old entries. */
export function tierText(report: MigrationReport, lang: Lang): string {
  const { certain, probable, open } = report.tiers;
  const tiers = fill(reportTexts[lang].tiers, {
    certain: formatNumber(lang, certain),
    ofWhich: ofWhichText(report, lang),
    probable: formatNumber(lang, probable),
    open: formatNumber(lang, open),
  });
  return tiers + nowhereText(report, lang);
}

/** What is neither certain nor probable nor open. */
function nowhereText({ summary: counts }: MigrationReport, lang: Lang): string {
  const { dropped, 'possibly-lost': lost } = counts;
  if (dropped + lost === 0) return '';
  const texts = reportTexts[lang];
  const shown = { dropped: formatNumber(lang, dropped), lost: formatNumber(lang, lost) };
  return fill(lost === 0 ? texts.nowhere : texts.nowhereLost, shown);
}

function sources({ old, new: fresh }: MigrationReport): string {
  return [old.name, fresh.name].map(quoted).join(' ');
}

/** A name as every common shell takes it. */
function quoted(name: string): string {
  return /^[\w./:\\~-]+$/.test(name) ? name : `"${name}"`;
}
