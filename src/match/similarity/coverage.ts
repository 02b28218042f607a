import type { Vocabulary } from '../vocabulary.ts';

/** How two sets of terms overlap, by weight; a term that has only a similar one counts by that similarity. */
export interface Overlap {
  /** Share of the first set's weight found in the second, in [0, 1]. */
  readonly first: number;
  /** Share of the second set's weight found in the first. */
  readonly second: number;
  /** The weight in common, counted in terms of the rarest kind. */
  readonly shared: number;
}

/** Compares many sets of terms with one; {@link CoverageMeter.focus} chooses that one. */
export interface CoverageMeter {
  /** Sets the terms all others are compared with, until the next call. */
  readonly focus: (terms: Int32Array) => void;
  /** The overlap of the focused terms (first) with these (second). Cost: the number of these terms and of their forms. */
  readonly measure: (terms: Int32Array) => Overlap;
}

export function createCoverageMeter({ size, weight, near }: Vocabulary): CoverageMeter {
  /** Position of a term in the focused set, where `stamp` says it is current. */
  const position = new Int32Array(size);
  const stamp = new Int32Array(size);
  let turn = 0;
  let focused = new Int32Array(0);
  let best = new Float64Array(16);

  const focus = (terms: Int32Array): void => {
    turn++;
    focused = terms as Int32Array<ArrayBuffer>;
    if (best.length < terms.length) best = new Float64Array(terms.length * 2);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      position[term] = i;
      stamp[term] = turn;
    }
  };
  const measure = (terms: Int32Array): Overlap => {
    best.fill(0, 0, focused.length);
    let covered = 0;
    let total = 0;
    for (const term of terms) {
      const own = weight[term] as number;
      total += own;
      let found = 0;
      if (stamp[term] === turn) {
        found = 1;
        best[position[term] as number] = 1;
      } else {
        for (const { term: other, similarity } of near[term] ?? []) {
          if (stamp[other] !== turn) continue;
          const at = position[other] as number;
          if (similarity > (best[at] as number)) best[at] = similarity;
          if (similarity > found) found = similarity;
        }
      }
      covered += own * found;
    }
    let focusTotal = 0;
    let shared = 0;
    for (let i = 0; i < focused.length; i++) {
      const own = weight[focused[i] as number] as number;
      focusTotal += own;
      shared += own * (best[i] as number);
    }
    return {
      first: focusTotal === 0 ? 0 : shared / focusTotal,
      second: total === 0 ? 0 : covered / total,
      shared,
    };
  };
  return { focus, measure };
}
