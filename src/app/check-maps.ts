import { type CheckOptions, checkMap, rulesToRun } from '../check/check-map.ts';
import type { CheckReport } from '../model/check-report.ts';
import type { RuleSetting, Severity } from '../model/finding.ts';
import { findingKeys } from '../model/finding-key.ts';
import { summaryOf } from '../model/map-summary.ts';
import type { ProcessMap } from '../model/process-map.ts';

/** Checks maps with one set of rules, and draws up what every renderer of a check draws. */
export function checkMaps(maps: readonly ProcessMap[], options: CheckOptions = {}): CheckReport {
  return {
    maps: maps.map((map) => {
      const findings = checkMap(map, options);
      const keys = findingKeys(findings);
      return {
        map: summaryOf(map),
        findings: findings.map((finding, i) => ({ ...finding, key: keys[i] as string })),
        accepted: [],
      };
    }),
    rules: rulesToRun(options).map(({ id, severity }) => ({
      id,
      severity: configured(options.severities?.[id]) ?? severity,
    })),
  };
}

function configured(setting: RuleSetting | undefined): Severity | undefined {
  return setting === 'off' ? undefined : setting;
}
