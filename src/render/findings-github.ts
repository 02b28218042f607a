import { type CheckReport, findingsOf } from '../model/check-report.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { rowAndColumn } from '../values/place.ts';
import { portablePath } from '../values/portable-path.ts';
import { placeText } from '../words/place-text.ts';
import { findingMessage } from '../words/rules.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Draws a check as workflow commands, which GitHub Actions turns into annotations. Errors first: GitHub shows only the
 * first ten of a kind.
 */
export function renderFindingsGithub(report: CheckReport): string {
  const findings = findingsOf(report);
  const ordered = SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return ordered.map((finding) => `${command(finding)}\n`).join('');
}

function command(finding: Finding): string {
  const { place, ruleId, severity } = finding;
  const at = rowAndColumn(place);
  const properties = {
    file: portablePath(place.file),
    ...(at ? { line: at.line, col: at.column } : {}),
    title: place.sheet === undefined ? ruleId : `${ruleId} (${placeText(place)})`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(findingMessage('en', finding))}`;
}

/** As the runner's toolkit escapes the message of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As the runner's toolkit escapes a command's property, which ends at `,` and `:`. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
