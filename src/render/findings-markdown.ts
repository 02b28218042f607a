import { type CheckedMap, type CheckReport, countSeverities, findingsOf } from '../model/check-report.ts';
import { type Finding, SEVERITIES } from '../model/finding.ts';
import { checkTexts } from '../words/check.ts';
import { placeName } from '../words/place-text.ts';
import { findingMessage } from '../words/rules.ts';
import type { CheckRenderOptions } from './check-render-options.ts';
import { codeMarkdown, escapeMarkdown } from './markdown.ts';

/** GitHub refuses comments of more than 65,536 characters; some room is left for what stands around the report. */
const LONGEST = 60_000;

const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** Draws a check for a pull request or a job summary: the counts, then a table for each file, gravest first. */
export function renderFindingsMarkdown(report: CheckReport, options: CheckRenderOptions): string {
  const texts = checkTexts[options.lang];
  const findings = findingsOf(report);
  const accepted = report.maps.reduce((sum, map) => sum + map.accepted.length, 0);
  const result =
    findings.length === 0 ? texts.clean(report.rules.length) : texts.counts(countSeverities(findings));
  const head = [`## ${texts.title}`, '', `**${result}**`];
  if (accepted > 0) head.push('', texts.accepted(accepted));
  return `${[...head, ...tables(report, options)].join('\n')}\n`;
}

function tables(report: CheckReport, options: CheckRenderOptions): readonly string[] {
  const texts = checkTexts[options.lang];
  const lines: string[] = [];
  let length = 0;
  let cut = 0;
  for (const { map, findings } of report.maps) {
    lines.push('', `### ${codeMarkdown(map.name)}`, '');
    if (findings.length === 0) lines.push(texts.clean(report.rules.length));
    else lines.push(`| | ${texts.place} | ${texts.finding} | ${texts.rule} |`, '| --- | --- | --- | --- |');
    for (const finding of byGravity(findings)) {
      const row = tableRow(finding, options);
      if (length + row.length > LONGEST) cut++;
      else lines.push(row);
      length += row.length;
    }
  }
  return cut > 0 ? [...lines, '', texts.cut(cut)] : lines;
}

function byGravity(findings: CheckedMap['findings']): readonly Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function tableRow(finding: Finding, { lang }: CheckRenderOptions): string {
  const place = placeName(finding.place, lang);
  const cells = [
    `${SIGNS[finding.severity]} ${checkTexts[lang].severity[finding.severity]}`,
    place === '' ? '' : codeMarkdown(place),
    escapeMarkdown(findingMessage(lang, finding)),
    codeMarkdown(finding.ruleId),
  ];
  return `| ${cells.join(' | ')} |`;
}
