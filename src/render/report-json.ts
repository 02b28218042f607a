import { type ChangeKind, formatAlarm } from '../model/change.ts';
import type { StaleDecision } from '../model/decision.ts';
import type { Explanation } from '../model/explanation.ts';
import type { MigrationReport, ReportChange, ReportEntry } from '../model/report.ts';

/** Version of the JSON report; raised when a field changes its meaning or goes. */
export const REPORT_JSON_VERSION = 1;

/** The migration report as versioned JSON, the same in every language. Fields are described in `docs/formats.md`. */
export function renderReportJson(report: MigrationReport): string {
  return `${JSON.stringify(toDto(report), null, 2)}\n`;
}

/** Explanations as versioned JSON: each the change as in the report, the entry that bears the code now, its sources. */
export function renderExplanationsJson(explanations: readonly Explanation[]): string {
  const entries = explanations.map(({ change, sameCode, sources }) => ({
    change: changeDto(change),
    sameCode: sameCode === null ? null : entryDto(sameCode),
    sources: sources.map(entryDto),
  }));
  return `${JSON.stringify({ version: REPORT_JSON_VERSION, entries }, null, 2)}\n`;
}

function toDto(report: MigrationReport) {
  return {
    version: REPORT_JSON_VERSION,
    old: report.old,
    new: report.new,
    summary: Object.fromEntries(
      Object.entries(SUMMARY_KEYS).map(([kind, key]) => [key, report.summary[kind as ChangeKind]]),
    ),
    tiers: report.tiers,
    incomplete: report.incomplete,
    dividesMuch: report.dividesMuch,
    alarms: report.alarms,
    changes: report.changes.map((change) => ({ ...changeDto(change), ...hoursOf(change, report.usage) })),
    structure: report.structure.map(changeDto),
    findings: report.findings.map(({ side, finding }) => ({ side, ...finding })),
    decisions: report.decisions && {
      applied: report.decisions.applied,
      stale: report.decisions.stale.map(staleDto),
    },
  };
}

const SUMMARY_KEYS = {
  unchanged: 'unchanged',
  renamed: 'renamed',
  moved: 'moved',
  'moved-and-renamed': 'movedAndRenamed',
  split: 'split',
  merged: 'merged',
  transfer: 'transfer',
  dropped: 'dropped',
  'possibly-lost': 'possiblyLost',
  added: 'added',
  open: 'open',
} as const satisfies Record<ChangeKind, string>;

/** Hours booked on the old entry, where time-sheets are known. */
function hoursOf({ old }: ReportChange, usage: MigrationReport['usage']): { readonly hours?: number } {
  return usage === undefined || old === null ? {} : { hours: usage[old.code] ?? 0 };
}

function changeDto(change: ReportChange) {
  const recycled = change.alarms.find((alarm) => alarm.kind === 'recycled');
  return {
    kind: change.kind,
    details: change.details,
    gsim: change.gsim,
    old: change.old === null ? null : entryDto(change.old),
    new: change.new.map((target) => ({
      ...entryDto(target),
      share: target.share,
      isDefault: target.isDefault,
      confidence: round(target.confidence),
      tier: target.tier,
      evidence: target.evidence.map(evidenceDto),
      matcher: target.matcher,
      decision: target.decision,
    })),
    tier: change.tier,
    complete: change.complete,
    alarms: change.alarms.map(formatAlarm),
    ...(recycled?.kind === 'recycled'
      ? { recycledBy: { code: recycled.code, label: recycled.newLabel } }
      : {}),
    mergedWith: change.mergedWith.map((entry) => entry.code),
    carriedBy: change.carriedBy,
    candidates: change.candidates.map((candidate) => ({
      ...entryDto(candidate),
      confidence: round(candidate.confidence),
      evidence: candidate.evidence.map(evidenceDto),
    })),
    decision: change.decision,
  };
}

function staleDto({ decision, changes }: StaleDecision) {
  const { verdict, oldCode, newCode, by, on, reason, place } = decision;
  return { verdict, oldCode, newCode, by, on, reason, place, changes };
}

function entryDto({ code, label, path, kind }: ReportEntry) {
  return { code, label, path, kind };
}

function evidenceDto(piece: ReportChange['new'][number]['evidence'][number]) {
  return { ...piece, score: round(piece.score), weight: round(piece.weight) };
}

/** Four decimals: what differs beyond them is arithmetic, not knowledge. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
