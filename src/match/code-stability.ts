import type { Side } from './side.ts';

/** What is believed before anything is seen: as many codes kept as not. */
const PRIOR = 0.5;
/** The branch above counts as much as this many entries of the branch itself. */
const PRIOR_WEIGHT = 3;
/** No code is trusted, or mistrusted, beyond these odds. */
const LIMIT = 0.02;

/**
 * How far codes can be trusted near each entry, learned from the maps themselves: of the entries whose labels alone
 * settle their link, how many kept their code in this branch, the branch above, and so on up to the root.
 *
 * Branches are judged separately, because a revision renumbers one chapter and leaves the next alone, and because what
 * happens in one branch must not change the links of another.
 *
 * @param kept per id: 1 kept its code, 0 changed it, -1 not settled by labels
 * @returns per id the log-odds that its code is kept
 */
export function codeStability(side: Side, kept: Int8Array): Float64Array {
  const size = side.nodes.length;
  const seen = new Float64Array(size + 1);
  const same = new Float64Array(size + 1);
  for (const id of side.matchable) {
    if ((kept[id] as number) < 0) continue;
    for (let at = id; at >= 0; at = side.parent[at] as number) {
      seen[at] = (seen[at] as number) + 1;
      same[at] = (same[at] as number) + (kept[id] as number);
    }
    if ((side.parent[id] as number) < 0) {
      seen[size] = (seen[size] as number) + 1;
      same[size] = (same[size] as number) + (kept[id] as number);
    }
  }
  const rate = new Float64Array(size).fill(-1);
  const rootRate = ((same[size] as number) + PRIOR_WEIGHT * PRIOR) / ((seen[size] as number) + PRIOR_WEIGHT);
  const rateAt = (id: number): number => {
    if (id < 0) return rootRate;
    if ((rate[id] as number) >= 0) return rate[id] as number;
    const above = rateAt(side.parent[id] as number);
    rate[id] = ((same[id] as number) + PRIOR_WEIGHT * above) / ((seen[id] as number) + PRIOR_WEIGHT);
    return rate[id] as number;
  };
  const odds = new Float64Array(size);
  for (const id of side.matchable) {
    // An entry's own link must not vouch for its code, so the branch it stands in is asked.
    const p = Math.min(1 - LIMIT, Math.max(LIMIT, rateAt(side.parent[id] as number)));
    odds[id] = Math.log(p / (1 - p));
  }
  return odds;
}
