import type { CrosswalkRow } from '../../src/model/crosswalk.ts';
import { EMPTY_ROW } from '../../src/model/crosswalk-rows.ts';

/** A crosswalk row with what the test cares about; the rest says nothing special. */
export function crosswalkRow(row: Partial<CrosswalkRow>): CrosswalkRow {
  return { ...EMPTY_ROW, share: '1', confidence: row.newCode ? 1 : 0, ...row };
}
