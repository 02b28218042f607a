import type { ModelWeights } from '../model/model-weights.ts';
import { noStructure, type Structure } from '../place/structure.ts';
import { logit } from '../similarity/logistic.ts';
import { FEATURE_COUNT, PLACE_FEATURES, pairFeatures, placeFeatures } from './features.ts';
import { extended, measurePairs, type PairTable } from './pair-table.ts';

/** Scores the pairs of a table; what their labels say is weighed once. */
export interface Scorer {
  /** Measures the pairs added since the last call; log-odds of every pair, judged by the labels alone. */
  readonly labels: () => Float64Array;
  /** Log-odds of every pair from `from` on, judged by labels and place; what stands before them is 0. */
  readonly places: (structure: Structure, from: number) => Float64Array;
}

/** Makes a scorer. Cost: a pass over the new pairs for labels, one over all for places; 16 bytes a pair. */
export function createScorer(table: PairTable, weights: ModelWeights): Scorer {
  const features = new Float64Array(FEATURE_COUNT);
  const unplaced = weights.pair.map((weight, i) => (PLACE_FEATURES.includes(i) ? 0 : weight));
  let byLabels: Float64Array = new Float64Array(0);
  /** What the features that no link changes add to each score. */
  let base: Float64Array = new Float64Array(0);

  const labels = (): Float64Array => {
    measurePairs(table);
    const known = base.length;
    if (known === table.old.length) return byLabels;
    byLabels = extended(byLabels, table.old.length);
    base = extended(base, table.old.length);
    const structure = noStructure();
    for (let pair = known; pair < base.length; pair++) {
      pairFeatures(table, pair, structure, features);
      byLabels[pair] = logit(weights.label, features);
      base[pair] = logit(unplaced, features);
    }
    return byLabels;
  };
  const places = (structure: Structure, from: number): Float64Array => {
    const place = PLACE_FEATURES.map((i) => weights.pair[i] ?? 0);
    const score = new Float64Array(table.old.length);
    for (let pair = from; pair < score.length; pair++) {
      placeFeatures(table, pair, structure, features);
      let sum = base[pair] as number;
      for (let k = 0; k < place.length; k++) {
        sum += (place[k] as number) * (features[PLACE_FEATURES[k] as number] as number);
      }
      score[pair] = sum;
    }
    return score;
  };
  return { labels, places };
}
