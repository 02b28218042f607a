import { ALONE_COMPARISONS, JOIN_COMPARISONS } from './join-comparisons.ts';
import { JOIN_LABEL_COUNT, type JoinLabels } from './join-labels.ts';
import type { JoinPair, JoinView } from './join-view.ts';
import type { Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';
import { type JoinProbabilities, siblingsMeter } from './siblings.ts';

/** Measures the joins of the entries of one map. */
export interface JoinMeter {
  /** Measures the `i`-th pair of an entry: an answer for each of `JOIN_COMPARISONS`. */
  readonly join: (own: number, i: number, out: Float64Array) => void;
  /** An answer for each of `ALONE_COMPARISONS`. */
  readonly alone: (own: number, out: Float64Array) => void;
}

/** What is known of joins when they are measured. */
export interface JoinsSoFar {
  readonly likely: JoinProbabilities;
  readonly labels: JoinLabels;
}

/** Makes a meter for joins seen from one map. Cost of a join: the pairs of the entry, and its labels the first time. */
export function joinMeter(scored: Scored, view: Orientation, { likely, labels }: JoinsSoFar): JoinMeter {
  const { table, structure, score } = scored;
  const isOld = view.own === table.oldSide;
  const seen: JoinView = {
    table,
    structure,
    score,
    view,
    isOld,
    siblings: siblingsMeter(view, likely),
    likely,
  };
  const pairOf = (x: number, i: number): JoinPair => {
    const pair = view.pairsOf.pairs[(view.pairsOf.start[x] as number) + i] as number;
    const y = view.otherOf[pair] as number;
    const o = isOld ? x : y;
    const n = isOld ? y : x;
    const parent = structure.parent(o, n);
    const grandparent = structure.grandparent(o, n);
    return { pair, x, y, o, n, parent, grandparent, labels: labels(view, x), at: JOIN_LABEL_COUNT * i };
  };
  return {
    join: (x, i, out) => {
      const pair = pairOf(x, i);
      for (let k = 0; k < JOIN_COMPARISONS.length; k++) out[k] = JOIN_COMPARISONS[k]?.of(seen, pair) ?? 0;
    },
    alone: (x, out) => {
      for (let k = 0; k < ALONE_COMPARISONS.length; k++) out[k] = ALONE_COMPARISONS[k]?.of(seen, x) ?? 0;
    },
  };
}
