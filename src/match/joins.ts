import { JOIN_FEATURE_COUNT, joinMeter } from './join-features.ts';
import type { ModelWeights } from './model/weights.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';
import { logit, sigmoid } from './similarity/logistic.ts';

/** A further link beside the one-to-one links: an old entry that merges, or a new one that was split off. */
export interface Join {
  readonly pair: number;
  readonly probability: number;
  readonly kind: 'merge' | 'split';
  /** What was measured of it, as in {@link joinMeter}. */
  readonly features: Float64Array;
}

/**
 * Weighs for every entry without a partner, on either side, the entries of the other map it could belong to.
 *
 * @returns the probability of each such pair, whatever it is
 */
export function weighJoins(scored: Scored, weights: ModelWeights): readonly Join[] {
  const joins: Join[] = [];
  for (const view of [fromOld(scored), fromNew(scored)]) joins.push(...weighFrom(scored, view, weights));
  return joins;
}

function weighFrom(scored: Scored, view: Orientation, weights: ModelWeights): readonly Join[] {
  const joins: Join[] = [];
  const measure = joinMeter(scored, view);
  const kind = view.own === scored.table.oldSide ? 'merge' : 'split';
  for (const x of view.own.matchable) {
    if ((view.partner[x] as number) >= 0) continue;
    for (const pair of view.pairsOf[x] as readonly number[]) {
      const features = new Float64Array(JOIN_FEATURE_COUNT);
      measure(pair, features);
      joins.push({ pair, probability: sigmoid(logit(weights.join, features)), kind, features });
    }
  }
  return joins;
}
