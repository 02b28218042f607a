import { NUMBERS } from '../numbers.ts';
import type { Side } from '../view/side.ts';

/**
 * How often something holds near each entry, learned from the maps themselves: of the entries of its branch that were
 * observed, of the branch above, and so on up to the root.
 *
 * So it is found how far codes can be trusted, and parents: of the entries whose labels alone settle their link, how many
 * kept their code, and how many stayed with their parent. Branches are judged separately, because a revision rearranges
 * one chapter and leaves the next alone, and because what happens in one branch must not change the links of another. Cost:
 * the entries times the depth of the tree.
 *
 * @param observed per id how far it holds there, in [0, 1]; -1 where nothing was observed
 * @returns per id the log-odds that it holds
 */
export function localOdds(side: Side, observed: Float64Array): Float64Array {
  const size = side.nodes.length;
  // The last place stands above all roots, for maps without a tree; a root's own branch is not counted there.
  const seen = new Float64Array(size + 1);
  const held = new Float64Array(size + 1);
  for (const id of side.matchable) {
    const value = observed[id] as number;
    if (value < 0) continue;
    const start = (side.parent[id] as number) < 0 ? size : id;
    for (let at = start; at >= 0; at = at === size ? -1 : (side.parent[at] as number)) {
      seen[at] = (seen[at] as number) + 1;
      held[at] = (held[at] as number) + value;
    }
  }
  const shrunk = (at: number, above: number): number =>
    ((held[at] as number) + NUMBERS.compare.localPriorWeight * above) /
    ((seen[at] as number) + NUMBERS.compare.localPriorWeight);
  const rates = new Float64Array(size).fill(-1);
  const rateAt = (id: number): number => {
    if (id < 0) return shrunk(size, NUMBERS.compare.localPrior);
    if ((rates[id] as number) < 0) rates[id] = shrunk(id, rateAt(side.parent[id] as number));
    return rates[id] as number;
  };
  const odds = new Float64Array(size);
  for (const id of side.matchable) {
    // An entry's own link must not vouch for itself, so the branch it stands in is asked.
    const p = Math.min(
      1 - NUMBERS.compare.localLimit,
      Math.max(NUMBERS.compare.localLimit, rateAt(side.parent[id] as number)),
    );
    odds[id] = Math.log(p / (1 - p));
  }
  return odds;
}
