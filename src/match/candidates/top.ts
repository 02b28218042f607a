import { onGrid } from '../similarity/grid.ts';

/** The `count` best of some ids; what is returned holds until the next call. */
export type Top = (ids: Int32Array, count: number) => Int32Array;

/**
 * Makes a selection of the best by rank, and of what ties with the last of them, so that no order of rows decides. Ranks
 * are compared on a grid. Cost:
 * one pass, in which the best ranks so far are kept sorted, and one over what was good enough when it came.
 *
 * @param rank per id
 * @param maxTies when more than this many times too many tie, none of those that tie is kept
 */
export function topOf(rank: Float64Array, maxTies: number): Top {
  let best = new Float64Array(16);
  let kept = new Int32Array(64);
  const keep = (count: number, id: number): void => {
    if (count === kept.length) {
      const wider = new Int32Array(2 * count);
      wider.set(kept);
      kept = wider;
    }
    kept[count] = id;
  };
  /** Keeps the ids that pass, of so many kept; returns how many there are. */
  const narrow = (length: number, passes: (value: number) => boolean): number => {
    let count = 0;
    for (let i = 0; i < length; i++) {
      const id = kept[i] as number;
      if (passes(onGrid(rank[id] as number))) kept[count++] = id;
    }
    return count;
  };
  return (ids, count) => {
    if (ids.length <= count) return ids;
    if (best.length < count) best = new Float64Array(count);
    best.fill(Number.NEGATIVE_INFINITY, 0, count);
    let cut = Number.NEGATIVE_INFINITY;
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const value = onGrid(rank[id] as number);
      if (value < cut) continue;
      keep(length++, id);
      if (value === cut) continue;
      let at = count - 1;
      while (at > 0 && (best[at - 1] as number) < value) {
        best[at] = best[at - 1] as number;
        at--;
      }
      best[at] = value;
      cut = best[count - 1] as number;
    }
    length = narrow(length, (value) => value >= cut);
    if (length > count * maxTies) length = narrow(length, (value) => value > cut);
    return kept.subarray(0, length);
  };
}
