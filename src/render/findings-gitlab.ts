import type { CheckedMap, CheckReport } from '../model/check-report.ts';
import type { Severity } from '../model/finding.ts';
import { fingerprintOfKey } from '../model/finding-key.ts';
import { rowAndColumn } from '../values/place.ts';
import { portablePath } from '../values/portable-path.ts';
import { placeText } from '../words/place-text.ts';
import { findingMessage } from '../words/rules.ts';

const SEVERITY = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** Draws a check as a GitLab code-quality report. A cell's row stands for the line; the cell is named in the text. */
export function renderFindingsGitlab(report: CheckReport): string {
  return `${JSON.stringify(report.maps.flatMap(issuesOf), null, 2)}\n`;
}

function issuesOf({ map, findings }: CheckedMap) {
  const path = portablePath(map.name);
  return findings.map((finding) => {
    const { place } = finding;
    const where = place.sheet === undefined ? '' : `${placeText(place)}: `;
    return {
      type: 'issue',
      check_name: finding.ruleId,
      description: `${where}${findingMessage('en', finding)}`,
      categories: ['Bug Risk'],
      severity: SEVERITY[finding.severity],
      fingerprint: fingerprintOfKey(path, finding.key),
      location: { path, lines: { begin: rowAndColumn(place)?.line ?? 1 } },
    };
  });
}
