import type { PackedBags } from '../view/path-bags.ts';
import type { TermBag } from '../view/term-bag.ts';
import type { Vocabulary } from '../view/vocabulary.ts';

/** How two sets of terms overlap, by weight; a term that has only a similar one counts by that similarity. */
export interface Overlap {
  /** Share of the first set's weight found in the second, in [0, 1]. */
  readonly first: number;
  /** Share of the second set's weight found in the first. */
  readonly second: number;
  /** The weight in common. */
  readonly shared: number;
  /** The weight of terms that one set names and the other says it excludes. */
  readonly conflict: number;
  /** The weight of the most telling term in common, in [0, 1]. */
  readonly rarest: number;
}

/** Compares many sets of terms with one; {@link CoverageMeter.focus} chooses that one. */
export interface CoverageMeter {
  /** Sets the terms all others are compared with, until the next call. */
  readonly focus: (bag: TermBag) => void;
  /**
   * The overlap of the focused terms (first) with these (second), which holds until the next call. Cost: the number of
   * these terms and of their forms.
   */
  readonly measure: (bag: TermBag) => Overlap;
  /** The same for a bag among many. */
  readonly measureAt: (bags: PackedBags, id: number) => Overlap;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function createCoverageMeter({ size, near, opposite }: Vocabulary): CoverageMeter {
  /** Position of a term in the focused set, where `stamp` says it is current. */
  const position = new Int32Array(size);
  const stamp = new Int32Array(size);
  let turn = 0;
  let focused: TermBag = { terms: new Int32Array(0), weights: new Float64Array(0), mass: 0 };
  let best = new Float64Array(16);
  /** The one object that bags among many are handed over in. */
  const all: Mutable<TermBag> = { terms: new Int32Array(0), weights: new Float64Array(0), mass: 0 };
  const overlap = { first: 0, second: 0, shared: 0, conflict: 0, rarest: 0 };

  const focus = (bag: TermBag): void => {
    turn++;
    focused = bag;
    const { terms } = bag;
    if (best.length < terms.length) best = new Float64Array(terms.length * 2);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      position[term] = i;
      stamp[term] = turn;
    }
  };
  const measureSpan = ({ terms, weights, mass }: TermBag, from: number, to: number): Overlap => {
    best.fill(0, 0, focused.terms.length);
    let covered = 0;
    let conflict = 0;
    for (let i = from; i < to; i++) {
      const term = terms[i] as number;
      const own = weights[i] as number;
      const against = opposite[term] as number;
      if (against >= 0 && stamp[against] === turn) conflict += own;
      let found = 0;
      if (stamp[term] === turn) {
        found = 1;
        best[position[term] as number] = 1;
      } else {
        const end = near.start[term + 1] as number;
        for (let form = near.start[term] as number; form < end; form++) {
          const other = near.term[form] as number;
          if (stamp[other] !== turn) continue;
          const similarity = near.similarity[form] as number;
          const at = position[other] as number;
          if (similarity > (best[at] as number)) best[at] = similarity;
          if (similarity > found) found = similarity;
        }
      }
      covered += own * found;
    }
    let shared = 0;
    let rarest = 0;
    for (let i = 0; i < focused.terms.length; i++) {
      const gain = (focused.weights[i] as number) * (best[i] as number);
      shared += gain;
      if (gain > rarest) rarest = gain;
    }
    overlap.first = focused.mass === 0 ? 0 : shared / focused.mass;
    overlap.second = mass === 0 ? 0 : covered / mass;
    overlap.shared = shared;
    overlap.conflict = conflict;
    overlap.rarest = rarest;
    return overlap;
  };
  return {
    focus,
    measure: (bag) => measureSpan(bag, 0, bag.terms.length),
    measureAt: ({ start, terms, weights, mass }, id) => {
      all.terms = terms;
      all.weights = weights;
      all.mass = mass[id] as number;
      return measureSpan(all, start[id] as number, start[id + 1] as number);
    },
  };
}
