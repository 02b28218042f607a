import { formatAlarm } from '../model/change.ts';
import type { Evidence } from '../model/correspondence.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { DecisionNote } from '../model/decision.ts';
import type { MigrationReport, ReportChange, ReportTarget } from '../model/report.ts';

/** Gives the fingerprint of an old entry (or of an added new one) by its booking code. */
export type FingerprintOf = (change: ReportChange) => string;

/**
 * Lays a correspondence out as the table other programs apply: one row per link, one without `newCode` for a dropped or
 * open entry, one without `oldCode` for an added one. Shares are never invented: a split keeps them empty.
 */
export function buildCrosswalk(report: MigrationReport, fingerprintOf: FingerprintOf): Crosswalk {
  return { rows: report.changes.flatMap((change) => rowsOf(change, fingerprintOf(change))) };
}

function rowsOf(change: ReportChange, fingerprint: string): readonly CrosswalkRow[] {
  if (change.new.length === 0) return [{ ...commonOf(change, fingerprint), ...NO_TARGET }];
  return change.new.map((target) => ({ ...commonOf(change, fingerprint), ...targetOf(change, target) }));
}

const NO_TARGET = {
  newCode: '',
  newLabel: '',
  newPath: '',
  share: null,
  isDefault: null,
  confidence: 0,
  evidence: '',
} as const;

function commonOf(change: ReportChange, fingerprint: string) {
  return {
    oldCode: change.old?.code ?? '',
    oldLabel: change.old?.label ?? '',
    oldPath: change.old?.path ?? '',
    change: change.kind,
    gsim: change.gsim,
    tier: change.tier,
    alarms: change.alarms.map(formatAlarm),
    alternatives: alternativesOf(change),
    ...noteOf(change.decision),
    fingerprint,
    complete: change.complete ?? ('' as const),
  };
}

function targetOf(change: ReportChange, target: ReportTarget) {
  return {
    newCode: target.code,
    newLabel: target.label,
    newPath: target.path,
    share: target.share,
    isDefault: target.isDefault,
    tier: change.tier === 'open' ? change.tier : target.tier,
    confidence: target.confidence,
    evidence: target.evidence
      .filter(({ kind }) => kind !== 'prior')
      .map(evidenceText)
      .join('|'),
    ...noteOf(change.old === null ? change.decision : target.decision),
  };
}

function noteOf(note: DecisionNote | null) {
  return { decidedBy: note?.by ?? '', decidedOn: note?.on ?? '', reason: note?.reason ?? '' };
}

function alternativesOf(change: ReportChange): CrosswalkRow['alternatives'] {
  if (change.tier === 'certain') return [];
  const taken = new Set(change.new.map((target) => target.code));
  return change.candidates
    .filter((candidate) => !taken.has(candidate.code))
    .map(({ code, confidence }) => ({ code, confidence }));
}

function evidenceText(piece: Evidence): string {
  return `${piece.kind}:${piece.score.toFixed(2)}`;
}
