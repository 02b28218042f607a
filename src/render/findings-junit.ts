import {
  type CheckedMap,
  type CheckedRule,
  type CheckReport,
  type FailOn,
  fails,
} from '../model/check-report.ts';
import type { Finding } from '../model/finding.ts';
import { portablePath } from '../values/portable-path.ts';
import { placeText } from '../words/place-text.ts';
import { findingMessage, ruleTexts } from '../words/rules.ts';
import type { CheckRenderOptions } from './check-render-options.ts';
import { escapeXml } from './xml.ts';

/**
 * Draws a check as JUnit: a suite per file, a test case per rule that ran. A case fails when its rule has findings that
 * fail the check (`--fail-on`), so that the test report and the exit code agree; milder ones stand in its output.
 */
export function renderFindingsJunit(report: CheckReport, { failOn }: CheckRenderOptions): string {
  const suites = report.maps.map((checked) => suiteOf(checked, report.rules, failOn));
  const sum = (key: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="procmap check" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">`,
    ...suites.map((suite) => suite.xml),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf({ map, findings }: CheckedMap, rules: readonly CheckedRule[], failOn: FailOn): Suite {
  const file = portablePath(map.name);
  const cases = rules.map(({ id }) => {
    const own = findings.filter((finding) => finding.ruleId === id);
    return caseOf(id, file, own, failOn);
  });
  const failures = cases.filter(({ failed }) => failed).length;
  const name = escapeXml(`procmap check ${file}`);
  const attributes = `name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  const xml = [`  <testsuite ${attributes}>`, ...cases.map((each) => each.xml), '  </testsuite>'].join('\n');
  return { tests: cases.length, failures, xml };
}

function caseOf(id: CheckedRule['id'], file: string, findings: readonly Finding[], failOn: FailOn) {
  const attributes = `name="${id}" classname="${escapeXml(file)}" time="0"`;
  if (findings.length === 0) return { failed: false, xml: `    <testcase ${attributes}/>` };
  const failing = findings.filter(({ severity }) => fails(severity, failOn));
  const milder = findings.filter(({ severity }) => !fails(severity, failOn));
  const message = escapeXml(`${failing.length} x ${ruleTexts.en[id].title}`);
  const xml = [
    `    <testcase ${attributes}>`,
    ...(failing.length > 0
      ? [`      <failure type="${id}" message="${message}">${listing(failing)}</failure>`]
      : []),
    ...(milder.length > 0 ? [`      <system-out>${listing(milder)}</system-out>`] : []),
    '    </testcase>',
  ].join('\n');
  return { failed: failing.length > 0, xml };
}

function listing(findings: readonly Finding[]): string {
  const lines = findings.map(
    (finding) => `${placeText(finding.place)} ${finding.severity}: ${findingMessage('en', finding)}`,
  );
  return escapeXml(lines.join('\n'));
}
