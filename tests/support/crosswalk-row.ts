import type { CrosswalkRow } from '../../src/model/crosswalk.ts';

/** A crosswalk row with what the test cares about; the rest says nothing special. */
export function crosswalkRow(row: Partial<CrosswalkRow>): CrosswalkRow {
  return {
    oldCode: '',
    oldLabel: '',
    oldPath: '',
    change: 'unchanged',
    gsim: null,
    newCode: '',
    newLabel: '',
    newPath: '',
    share: '1',
    isDefault: null,
    tier: 'certain',
    confidence: row.newCode ? 1 : 0,
    evidence: '',
    alarms: [],
    alternatives: [],
    decidedBy: '',
    decidedOn: '',
    reason: '',
    fingerprint: '',
    ...row,
  };
}
