/** Scores nearer than this are a tie. */
const TIE = 1e-9;

/** The `count` best of some ids. */
export type Top = (ids: Int32Array, count: number) => Int32Array;

/**
 * Makes a selection of the best by rank, and of what ties with the last of them, so that no order of rows decides. Cost:
 * one pass, in which the best so far are kept sorted.
 *
 * @param rank per id
 * @param maxTies when more than this many times too many tie, none of those that tie is kept
 */
export function topOf(rank: Float64Array, maxTies: number): Top {
  let best = new Float64Array(16);
  /** The rank of the last of the `count` best. */
  const cutOf = (ids: Int32Array, count: number): number => {
    if (best.length < count) best = new Float64Array(count);
    best.fill(Number.NEGATIVE_INFINITY, 0, count);
    let cut = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < ids.length; i++) {
      const value = rank[ids[i] as number] as number;
      if (value <= cut) continue;
      let at = count - 1;
      while (at > 0 && (best[at - 1] as number) < value) {
        best[at] = best[at - 1] as number;
        at--;
      }
      best[at] = value;
      cut = best[count - 1] as number;
    }
    return cut;
  };
  return (ids, count) => {
    if (ids.length <= count) return ids;
    const cut = cutOf(ids, count);
    const kept = ids.filter((id) => (rank[id] as number) >= cut - TIE);
    return kept.length <= count * maxTies ? kept : kept.filter((id) => (rank[id] as number) > cut + TIE);
  };
}
