import type { Side } from './side.ts';
import type { TermBag } from './term-bag.ts';

/** The bags of all nodes in a few arrays, 12 bytes a term: on large maps a bag of its own for each costs several times that. */
export interface PackedBags {
  /** Where the terms of each node start; one more than there are nodes. */
  readonly start: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights of each node's terms. */
  readonly mass: Float64Array;
}

/** What a term tells is halved with every level it stands above the entry. */
const PER_LEVEL = 1 / 2;
const MAX_LEVELS = 3;

/**
 * The terms of each label together with those of the entries above it, which count less the higher they stand.
 *
 * @param size how many different terms there are
 */
export function pathBags(side: Side, bags: readonly TermBag[], size: number): PackedBags {
  const start = new Int32Array(bags.length + 1);
  const mass = new Float64Array(bags.length);
  let terms = new Int32Array(16 * bags.length + 16);
  let weights = new Float64Array(terms.length);
  /** Where a term stands, if that is among the terms of the node at hand. */
  const place = new Int32Array(size).fill(-1);
  let end = 0;
  for (let id = 0; id < bags.length; id++) {
    const first = end;
    let share = 1;
    for (let at = id, level = 0; at >= 0 && level <= MAX_LEVELS; level++) {
      const bag = bags[at] as TermBag;
      if (end + bag.terms.length > terms.length) [terms, weights] = [wider(terms), wider(weights)];
      for (let i = 0; i < bag.terms.length; i++) {
        const term = bag.terms[i] as number;
        const weight = share * (bag.weights[i] as number);
        const known = place[term] as number;
        if (known >= first) {
          if (weight > (weights[known] as number)) weights[known] = weight;
          continue;
        }
        place[term] = end;
        terms[end] = term;
        weights[end++] = weight;
      }
      share *= PER_LEVEL;
      at = side.parent[at] as number;
    }
    start[id + 1] = end;
    for (let i = first; i < end; i++) mass[id] = (mass[id] as number) + (weights[i] as number);
  }
  return { start, terms: terms.slice(0, end), weights: weights.slice(0, end), mass };
}

function wider<T extends Int32Array | Float64Array>(array: T): T {
  const copy = new (array.constructor as new (length: number) => T)(2 * array.length);
  copy.set(array);
  return copy;
}

/** The bag of one node, as a view. */
export function bagAt({ start, terms, weights, mass }: PackedBags, id: number): TermBag {
  const [from, to] = [start[id] as number, start[id + 1] as number];
  return {
    terms: terms.subarray(from, to),
    weights: weights.subarray(from, to),
    mass: mass[id] as number,
  };
}
