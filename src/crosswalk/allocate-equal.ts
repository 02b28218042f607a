import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { allocate } from '../values/allocate.ts';
import { formatDecimal, trimDecimal } from '../values/decimal.ts';
import { groupBy } from '../values/group-by.ts';

/** Digits after the point that a share has at most: a millionth of a year's hours is less than a second. */
const SCALE = 6;

/**
 * Gives the targets of every split without shares equal ones, for those who ask for it. They sum to exactly 1: what six
 * digits cannot divide goes to the first targets (method of the largest remainder). Open entries stay open.
 */
export function allocateEqual(crosswalk: Crosswalk): Crosswalk {
  const unshared = groupBy(crosswalk.rows.filter(isUnshared), entryOf);
  const shares = new Map([...unshared.values()].flatMap((own) => equalShares(own)));
  return {
    ...crosswalk,
    rows: crosswalk.rows.map((row) => {
      const share = shares.get(row);
      return share === undefined ? row : { ...row, share };
    }),
  };
}

function isUnshared({ oldCode, newCode, share, tier }: CrosswalkRow): boolean {
  return oldCode !== '' && newCode !== '' && share === null && tier !== 'open';
}

/** A code may stand on two entries of a map; the fingerprint tells them apart. */
function entryOf({ oldCode, fingerprint }: CrosswalkRow): string {
  return `${oldCode} ${fingerprint}`;
}

function equalShares(rows: readonly CrosswalkRow[]): readonly (readonly [CrosswalkRow, string])[] {
  const parts = allocate(
    10n ** BigInt(SCALE),
    rows.map(() => 1n),
  );
  return rows.map((row, i) => [row, formatDecimal(trimDecimal({ units: parts[i] ?? 0n, scale: SCALE }))]);
}
