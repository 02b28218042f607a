import { groupBy } from '../values/group-by.ts';
import { type Code, freeCode, parseCode } from './code.ts';
import type { Crosswalk, CrosswalkRow } from './crosswalk.ts';

/** The rows of each old code, in the order of the crosswalk; added entries have none. */
export function rowsByOldCode({ rows }: Crosswalk): ReadonlyMap<string, readonly CrosswalkRow[]> {
  return groupBy(
    rows.filter((row) => row.oldCode !== ''),
    (row) => row.oldCode,
  );
}

/** Names an old entry: a code may stand on several entries of a map, and the fingerprint tells them apart. */
export function entryKey({ oldCode, fingerprint }: Pick<CrosswalkRow, 'oldCode' | 'fingerprint'>): string {
  return `${oldCode} ${fingerprint}`;
}

/** Whether the rows of an old code belong to several entries, so that nobody can tell which a booking means. */
export function isAmbiguous(rows: readonly CrosswalkRow[]): boolean {
  return new Set(rows.map((row) => row.fingerprint)).size > 1;
}

/** A code of a crosswalk, by our grammar where it follows that. */
export function codeOfText(text: string): Code {
  return parseCode(text) ?? freeCode(text);
}

/** A row that says nothing yet. */
export const EMPTY_ROW: CrosswalkRow = {
  oldCode: '',
  oldLabel: '',
  oldPath: '',
  change: 'unchanged',
  gsim: null,
  newCode: '',
  newLabel: '',
  newPath: '',
  share: null,
  isDefault: null,
  tier: 'certain',
  confidence: 1,
  evidence: '',
  alarms: [],
  alternatives: [],
  decidedBy: '',
  decidedOn: '',
  reason: '',
  fingerprint: '',
  complete: '',
};
