import { pairsAt } from '../compare/pair-table.ts';
import type { Scored } from '../infer/rounds.ts';
import { type Constraints, forbids } from './constraints.ts';

/**
 * Finds old entries whose partner has a twin: a new entry with the same label under the same parent that is linked with
 * nothing, where neither the code nor the neighbours tell the two apart. Which of them it became, only a person can say.
 * Cost: the pairs of the linked entries.
 *
 * @returns per such old id its equal pairs, two or more
 */
export function findTies(scored: Scored, constraints: Constraints): ReadonlyMap<number, readonly number[]> {
  const { table, state } = scored;
  const ties = new Map<number, readonly number[]>();
  for (const o of table.oldSide.matchable) {
    const n = state.partnerOfOld[o] as number;
    if (n < 0 || forbids(constraints, o, n)) continue;
    const equal = [...pairsAt(table.byOld, o)].filter((pair) => {
      const twin = table.new[pair] as number;
      return twin === n || (areTwins(scored, o, [n, twin]) && !forbids(constraints, o, twin));
    });
    if (equal.length > 1) ties.set(o, equal);
  }
  return ties;
}

function areTwins(
  { table, state, structure }: Scored,
  o: number,
  [n, twin]: readonly [number, number],
): boolean {
  const { keys, codes, newSide } = table;
  const key = keys.new[n] as number;
  const code = codes.old[o];
  return (
    key >= 0 &&
    key === keys.new[twin] &&
    (state.partnerOfNew[twin] as number) < 0 &&
    newSide.parent[n] === newSide.parent[twin] &&
    code !== codes.new[n] &&
    code !== codes.new[twin] &&
    structure.neighbours(o, n) === structure.neighbours(o, twin)
  );
}
