import { type Finding, type RuleId, SEVERITIES, type Severity } from './finding.ts';
import type { MapSummary } from './report.ts';

/** A finding with what it is known by from one run to the next; see `findingKeys`. */
export type KeyedFinding = Finding & { readonly key: string };

/** What a check found in one file. */
export interface CheckedMap {
  readonly map: MapSummary;
  /** Findings that count, in their one order. */
  readonly findings: readonly KeyedFinding[];
  /** Findings that a baseline accepts; they are shown by some formats and count nowhere. */
  readonly accepted: readonly KeyedFinding[];
}

/** A rule that ran, and the severity its findings have unless they say otherwise. */
export interface CheckedRule {
  readonly id: RuleId;
  readonly severity: Severity;
}

/** The result of `procmap check`: everything its renderers draw. */
export interface CheckReport {
  readonly maps: readonly CheckedMap[];
  readonly rules: readonly CheckedRule[];
}

/** The formats of `procmap check --format`. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Findings of this severity and above fail a check. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Whether a finding of this severity fails a check. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** How many findings of each severity. */
export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** All findings of a report that count, file by file. */
export function findingsOf(report: CheckReport): readonly KeyedFinding[] {
  return report.maps.flatMap(({ findings }) => findings);
}
