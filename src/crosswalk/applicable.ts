import type { CrosswalkRow } from '../model/crosswalk.ts';
import { isAmbiguous } from '../model/crosswalk-rows.ts';
import { parseDecimal, unitsAt, ZERO } from '../values/decimal.ts';

/**
 * What stands in the way of carrying the hours of an old code over. `ambiguous-code`: several old entries
 * bear the code. `open`: a person has to decide, in whole or for a part. `possibly-lost`: so it does, because the new file
 * may have lost the entry. `dropped`: nothing carries it on. `partly-dropped`: nothing carries a part of it on, and no
 * booking says which part it belongs to. `split-undecided`: it is divided, and nobody has said in which shares.
 */
export type Obstacle =
  | 'ambiguous-code'
  | 'open'
  | 'possibly-lost'
  | 'dropped'
  | 'partly-dropped'
  | 'split-undecided';

/** How hours of an undecided split are divided: not at all, alike, or all to the target marked as default. */
export type Allocation = 'none' | 'equal' | 'default';

/** A row that hours go along, and how many parts of them; the parts of all rows of the code make the whole. */
export interface WeightedRow {
  readonly row: CrosswalkRow;
  /** A whole number, in the proportion of the shares; zero where an allocation gives the row nothing. */
  readonly weight: bigint;
}

/** How hours booked on an old code are carried over, or why they cannot be. */
export type Application =
  | { readonly obstacle: null; readonly weighted: readonly WeightedRow[] }
  | { readonly obstacle: Obstacle };

/**
 * Says whether the rows of an old code may be applied to hours, with which weights, or what stands in the way. The one
 * place that decides it: whatever carries amounts over (recoding, SQL, other tables keyed by code) or counts what can be
 * carried (the check of a crosswalk) asks here. Shares are never invented: without an allocation, an undecided split is
 * an obstacle.
 *
 * @param rows all rows of one old code, at least one
 */
export function applicationOf(rows: readonly CrosswalkRow[], allocate: Allocation = 'none'): Application {
  const obstacle = obstacleOf(rows);
  if (obstacle !== null) return { obstacle };
  const weights = weightsOf(rows, allocate);
  if (weights === null) return { obstacle: 'split-undecided' };
  return { obstacle: null, weighted: rows.map((row, i) => ({ row, weight: weights[i] ?? 0n })) };
}

function obstacleOf(rows: readonly CrosswalkRow[]): Exclude<Obstacle, 'split-undecided'> | null {
  if (isAmbiguous(rows)) return 'ambiguous-code';
  if (rows.some(({ change }) => change === 'possibly-lost')) return 'possibly-lost';
  if (rows.some(({ tier }) => tier === 'open')) return 'open';
  const nowhere = rows.filter(({ newCode }) => newCode === '').length;
  if (nowhere === 0) return null;
  return nowhere === rows.length ? 'dropped' : 'partly-dropped';
}

/** One weight a row, or `null` where nobody has said how the hours divide. An only target takes them all. */
function weightsOf(rows: readonly CrosswalkRow[], allocate: Allocation): readonly bigint[] | null {
  if (rows.length === 1) return [1n];
  if (rows.every(({ share }) => share !== null)) return shareWeights(rows);
  if (allocate === 'equal') return rows.map(() => 1n);
  const named = rows.filter(({ isDefault }) => isDefault === true).length;
  return allocate === 'default' && named === 1 ? rows.map(({ isDefault }) => (isDefault ? 1n : 0n)) : null;
}

function shareWeights(rows: readonly CrosswalkRow[]): readonly bigint[] {
  const shares = rows.map(({ share }) => parseDecimal(share ?? '') ?? ZERO);
  const scale = Math.max(...shares.map((share) => share.scale));
  return shares.map((share) => unitsAt(share, scale));
}
