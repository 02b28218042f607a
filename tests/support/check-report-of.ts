import { checkMap, rulesToRun } from '../../src/check/check-map.ts';
import type { CheckReport } from '../../src/model/check-report.ts';
import { findingKeys } from '../../src/model/finding-key.ts';
import { summaryOf } from '../../src/model/map-summary.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';

/** The report of checking some maps with all rules, without a baseline. */
export function checkReportOf(...maps: readonly ProcessMap[]): CheckReport {
  return {
    maps: maps.map((map) => {
      const findings = checkMap(map);
      const keys = findingKeys(findings);
      return {
        map: summaryOf(map),
        findings: findings.map((finding, i) => ({ ...finding, key: keys[i] as string })),
        accepted: [],
      };
    }),
    rules: rulesToRun({}).map(({ id, severity }) => ({ id, severity })),
  };
}
