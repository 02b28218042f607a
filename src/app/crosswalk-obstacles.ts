import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import type { CrosswalkObstacle } from '../model/crosswalk-obstacle.ts';

/**
 * What stands against applying a crosswalk to every hour. With any of it, a payroll table is not written, and a strict
 * run fails.
 *
 * @param wanted `complete`: entries that may also go elsewhere in part stand against it, too
 * @param stale how many decisions no longer fit the maps
 */
export function crosswalkObstacles(
  check: CrosswalkCheck,
  stale: number,
  wanted: 'decided' | 'complete' = 'decided',
): readonly CrosswalkObstacle[] {
  const decided = ['open', 'possiblyLost', 'unshared', 'ambiguous'] as const;
  const kinds = wanted === 'complete' ? ([...decided, 'incomplete'] as const) : decided;
  const undecided = kinds.map((kind) => ({ kind, count: check[kind].length, codes: check[kind] }));
  return [...undecided, { kind: 'stale' as const, count: stale, codes: [] }].filter(({ count }) => count > 0);
}
