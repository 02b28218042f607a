import { type CheckReport, countSeverities, findingsOf, type KeyedFinding } from '../model/check-report.ts';
import { fingerprintOfKey } from '../model/finding-key.ts';
import { portablePath } from '../values/portable-path.ts';
import { findingMessage, ruleTexts } from '../words/rules.ts';
import type { CheckRenderOptions } from './check-render-options.ts';

/** Version of the JSON of a check; raised when a field changes its meaning or goes. */
export const CHECK_JSON_VERSION = 1;

/** The result of a check as versioned JSON, the same in every language. Fields are described in `docs/formats.md`. */
export function renderFindingsJson(report: CheckReport, { toolVersion }: CheckRenderOptions): string {
  const dto = {
    version: CHECK_JSON_VERSION,
    tool: { name: 'procmap', version: toolVersion },
    summary: {
      ...countSeverities(findingsOf(report)),
      accepted: report.maps.reduce((sum, { accepted }) => sum + accepted.length, 0),
    },
    maps: report.maps.map(({ map, findings }) => ({ ...map, summary: countSeverities(findings) })),
    rules: report.rules.map(({ id, severity }) => ({ id, severity, title: ruleTexts.en[id].title })),
    findings: report.maps.flatMap(({ map, findings }) => findingDtos(map.name, findings)),
    accepted: report.maps.flatMap(({ map, accepted }) => findingDtos(map.name, accepted)),
  };
  return `${JSON.stringify(dto, null, 2)}\n`;
}

function findingDtos(file: string, findings: readonly KeyedFinding[]) {
  return findings.map((finding) => ({
    ruleId: finding.ruleId,
    severity: finding.severity,
    code: finding.code ?? null,
    message: findingMessage('en', finding),
    place: finding.place,
    related: finding.related ?? [],
    args: finding.args,
    fingerprint: fingerprintOfKey(portablePath(file), finding.key),
  }));
}
