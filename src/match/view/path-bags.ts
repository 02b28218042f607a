import { NUMBERS } from '../numbers.ts';
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

/**
 * The terms of each label together with those of the entries above it, which count less the higher they stand. Cost: the
 * terms of each label, once for each entry up to `levels` below it.
 *
 * @param size how many different terms there are
 */
export function pathBags(side: Side, bags: readonly TermBag[], size: number): PackedBags {
  const packer = createPacker(bags.length, size);
  for (let id = 0; id < bags.length; id++) {
    let share = 1;
    for (let at = id, level = 0; at >= 0 && level <= NUMBERS.view.levels; level++) {
      packer.add(bags[at] as TermBag, share);
      share *= NUMBERS.view.perLevel;
      at = side.parent[at] as number;
    }
    packer.close(id);
  }
  return packer.packed();
}

/** Packs one bag after the other. */
interface Packer {
  /** Adds terms to the bag at hand, their weights cut to a share; of a term that is there already the larger weight counts. */
  readonly add: (bag: TermBag, share: number) => void;
  /** Ends the bag of a node. */
  readonly close: (id: number) => void;
  readonly packed: () => PackedBags;
}

function createPacker(count: number, size: number): Packer {
  const start = new Int32Array(count + 1);
  const mass = new Float64Array(count);
  let terms = new Int32Array(16 * (count + 1));
  let weights = new Float64Array(terms.length);
  /** Where each term was put last; before `first`, it is not in the bag at hand. */
  const place = new Int32Array(size).fill(-1);
  let first = 0;
  let end = 0;
  const add = (bag: TermBag, share: number): void => {
    while (end + bag.terms.length > terms.length) [terms, weights] = [wider(terms), wider(weights)];
    for (let i = 0; i < bag.terms.length; i++) {
      const term = bag.terms[i] as number;
      const weight = share * (bag.weights[i] as number);
      const known = place[term] as number;
      if (known < first) {
        place[term] = end;
        terms[end] = term;
        weights[end++] = weight;
      } else if (weight > (weights[known] as number)) weights[known] = weight;
    }
  };
  const close = (id: number): void => {
    for (let i = first; i < end; i++) mass[id] = (mass[id] as number) + (weights[i] as number);
    start[id + 1] = end;
    first = end;
  };
  return {
    add,
    close,
    packed: () => ({ start, terms: terms.slice(0, end), weights: weights.slice(0, end), mass }),
  };
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
