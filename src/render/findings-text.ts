import { type CheckedMap, type CheckReport, countSeverities, findingsOf } from '../model/check-report.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Lang } from '../model/lang.ts';
import type { Place } from '../values/place.ts';
import { checkTexts } from '../words/check.ts';
import { kindTexts } from '../words/kinds.ts';
import { placeName } from '../words/place-text.ts';
import { findingMessage } from '../words/rules.ts';
import { safeText } from '../words/safe-text.ts';
import type { CheckRenderOptions } from './check-render-options.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

const RELATED_SHOWN = 3;

/** Draws a check for a terminal or a pipe: per file the errors, then the warnings, then the rest, and a last line. */
export function renderFindingsText(report: CheckReport, options: CheckRenderOptions): string {
  const files = report.maps.map((checked) => fileBlocks(checked, report.rules.length, options));
  const blocks = [...files.flat(), closing(report, options)];
  const shown = blocks.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Lines = readonly string[];

function fileBlocks(
  { map, findings }: CheckedMap,
  rules: number,
  options: CheckRenderOptions,
): readonly Lines[] {
  const { lang, style } = options;
  const layout = kindTexts[lang].layout[map.layout];
  const heading = [`${style.strong(safeText(map.name))}  ${style.dim(layout)}`];
  const sections = SEVERITIES.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0 ? [] : [section(severity, own, options)];
  });
  const clean = style.good(checkTexts[lang].clean(rules));
  return sections.length === 0 ? [[...heading, clean]] : [heading, ...sections];
}

function section(severity: Severity, findings: readonly Finding[], options: CheckRenderOptions): Lines {
  const { lang, style } = options;
  const title = `${checkTexts[lang].section[severity]} (${findings.length})`;
  return [tint(severity, style)(title), ...findings.flatMap((finding) => entry(finding, options))];
}

/** Place and rule, then what is wrong, then the other places. */
function entry(finding: Finding, options: CheckRenderOptions): Lines {
  const { lang, style, width } = options;
  const place = safeText(placeName(finding.place, lang));
  const indent = { first: '      ', rest: '      ' };
  const related = seeAlso(finding, lang);
  return [
    `  ${[style.strong(place), style.dim(finding.ruleId)].filter((part) => part !== '').join('  ')}`,
    ...wrapText(findingMessage(lang, finding), width, indent),
    ...(related === '' ? [] : wrapText(related, width, indent).map(style.dim)),
  ];
}

/** The first of the other places that a finding is about; empty for none. */
export function seeAlso({ related = [], place }: Finding, lang: Lang): string {
  if (related.length === 0) return '';
  const shown = related.slice(0, RELATED_SHOWN).map((other) => safeText(relativePlace(other, place, lang)));
  return checkTexts[lang].seeAlso(shown.join(', '), related.length - shown.length);
}

/** A place beside another: the sheet is named only when it is another one. */
function relativePlace(other: Place, from: Place, lang: Lang): string {
  return other.sheet === from.sheet && other.cell !== undefined ? other.cell : placeName(other, lang);
}

function closing(report: CheckReport, { lang, style }: CheckRenderOptions): Lines {
  const texts = checkTexts[lang];
  const findings = findingsOf(report);
  const counts = countSeverities(findings);
  const accepted = report.maps.reduce((sum, map) => sum + map.accepted.length, 0);
  const worst = SEVERITIES.find((severity) => counts[severity] > 0);
  return [
    ...(accepted > 0 ? [style.dim(texts.accepted(accepted))] : []),
    ...(worst ? [tint(worst, style)(texts.counts(counts)), style.dim(texts.more)] : []),
  ];
}

function tint(severity: Severity, style: Style): (text: string) => string {
  return { error: style.alarm, warning: style.warn, info: style.strong }[severity];
}
