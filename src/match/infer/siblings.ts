import { createPairIndex, numbered, numberOf } from '../candidates/pair-index.ts';
import type { Orientation } from './orientation.ts';

/** The probability of each pair that it is a further link; shorter than the table, or 0, where nothing is known. */
export type JoinProbabilities = Float64Array;

/** What the siblings of an entry without a partner say of its joining an entry of the other map. */
export interface SiblingsMeter {
  /** Share of its linked siblings that link to this other entry. */
  readonly linked: (x: number, y: number) => number;
  /** How likely its siblings without a partner join the same other entry, on average; `own` is how likely it does. */
  readonly joining: (x: number, y: number, own: number) => number;
}

/** Makes such a meter. Cost: one pass over the entries and over what is likely; then a look-up each. */
export function siblingsMeter(view: Orientation, likely: JoinProbabilities): SiblingsMeter {
  const { own, partner, partnerOfOther } = view;
  const linkedBelow = new Int32Array(own.nodes.length);
  const freeBelow = new Int32Array(own.nodes.length);
  for (const id of own.matchable) {
    const above = own.parent[id] as number;
    if (above < 0) continue;
    const below = (partner[id] as number) < 0 ? freeBelow : linkedBelow;
    below[above] = (below[above] as number) + 1;
  }
  const families = createPairIndex();
  const sum: number[] = [];
  for (let pair = 0; pair < likely.length; pair++) {
    const p = likely[pair] as number;
    const x = view.ownOf[pair] as number;
    const above = own.parent[x] as number;
    if (p === 0 || above < 0 || (partner[x] as number) >= 0) continue;
    const family = numbered(families, above, view.otherOf[pair] as number);
    sum[family] = (sum[family] ?? 0) + p;
  }
  const linked = (x: number, y: number): number => {
    const above = own.parent[x] as number;
    const source = partnerOfOther[y] as number;
    if (above < 0 || source < 0 || own.parent[source] !== above) return 0;
    return 1 / (linkedBelow[above] as number);
  };
  const joining = (x: number, y: number, ownLikely: number): number => {
    const above = own.parent[x] as number;
    const others = above < 0 ? 0 : (freeBelow[above] as number) - 1;
    if (others <= 0) return 0;
    const family = numberOf(families, above, y);
    return family < 0 ? 0 : Math.max(0, (sum[family] as number) - ownLikely) / others;
  };
  return { linked, joining };
}
