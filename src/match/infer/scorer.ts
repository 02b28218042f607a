import { COMPARISONS, type Comparison } from '../compare/comparisons.ts';
import { extended, measurePairs, type PairTable } from '../compare/pair-table.ts';
import { noStructure, type Structure } from '../compare/structure.ts';
import type { ModelWeights, Weights } from '../model-weights.ts';

/** Scores the pairs of a table; what their labels say is weighed once. */
export interface Scorer {
  /** Measures the pairs added since the last call; log-odds of every pair, judged by the labels alone. */
  readonly labels: () => Float64Array;
  /** Log-odds of every pair from `from` on, judged by labels and place; what stands before them is 0. */
  readonly places: (structure: Structure, from: number) => Float64Array;
}

const OF_LABELS = COMPARISONS.filter(({ depends }) => depends === 'labels');
const OF_LINKS = COMPARISONS.filter(({ depends }) => depends === 'links');

/**
 * Makes a scorer. Comparisons go one after the other over all pairs, and those without weight are left out. Cost: a pass
 * over the new pairs for each comparison of labels, one over all for each of places; 16 bytes a pair.
 */
export function createScorer(table: PairTable, weights: ModelWeights): Scorer {
  let byLabels: Float64Array = new Float64Array(0);
  /** What the comparisons that no link changes add to each score. */
  let base: Float64Array = new Float64Array(0);
  const add = (
    sums: Float64Array,
    from: number,
    { comparisons, of, structure }: { comparisons: readonly Comparison[]; of: Weights; structure: Structure },
  ): void => {
    const view = { table, structure };
    for (const comparison of comparisons) {
      const weight = of[comparison.id] ?? 0;
      if (weight === 0) continue;
      for (let pair = from; pair < sums.length; pair++)
        sums[pair] = (sums[pair] as number) + weight * comparison.of(view, pair);
    }
  };

  const labels = (): Float64Array => {
    measurePairs(table);
    const known = base.length;
    if (known === table.old.length) return byLabels;
    byLabels = extended(byLabels, table.old.length).fill(0, known);
    base = extended(base, table.old.length).fill(0, known);
    const structure = noStructure();
    add(byLabels, known, { comparisons: OF_LABELS, of: weights.label, structure });
    add(base, known, { comparisons: OF_LABELS, of: weights.pair, structure });
    return byLabels;
  };
  const places = (structure: Structure, from: number): Float64Array => {
    const score = new Float64Array(table.old.length);
    score.set(base.subarray(from), from);
    add(score, from, { comparisons: OF_LINKS, of: weights.pair, structure });
    return score;
  };
  return { labels, places };
}
