/**
 * Numbers pairs of ids from 0 in the order they come, each pair once: a hash table with open addressing over typed
 * arrays (Knuth, TAOCP 3, 6.4, algorithm L), because a `Map` from numbers beyond 2^31 keeps every key in the heap.
 * 16 to 32 bytes a pair; one look-up a step on average.
 */
export interface PairIndex {
  /** How many pairs are numbered. */
  count: number;
  /** The ids of each pair by its number; longer than `count`. */
  first: Int32Array;
  second: Int32Array;
  /** Number of the pair + 1; 0 for free. A power of two long, at most half full. */
  slots: Int32Array;
}

export function createPairIndex(expected = 512): PairIndex {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected)));
  return {
    count: 0,
    first: new Int32Array(capacity),
    second: new Int32Array(capacity),
    slots: new Int32Array(2 * capacity),
  };
}

/** The number of a pair, or -1. */
export function numberOf({ first, second, slots }: PairIndex, a: number, b: number): number {
  const mask = slots.length - 1;
  for (let at = hashOf(a, b) & mask; ; at = (at + 1) & mask) {
    const number = (slots[at] as number) - 1;
    if (number < 0 || (first[number] === a && second[number] === b)) return number;
  }
}

/** The number of a pair, which it is given unless it has one. */
export function numbered(index: PairIndex, a: number, b: number): number {
  const known = numberOf(index, a, b);
  if (known >= 0) return known;
  if (index.count === index.first.length) grow(index);
  const number = index.count++;
  index.first[number] = a;
  index.second[number] = b;
  claim(index.slots, hashOf(a, b), number);
  return number;
}

function claim(slots: Int32Array, hash: number, number: number): void {
  const mask = slots.length - 1;
  let at = hash & mask;
  while (slots[at] !== 0) at = (at + 1) & mask;
  slots[at] = number + 1;
}

function grow(index: PairIndex): void {
  const capacity = 2 * index.first.length;
  index.first = widened(index.first, capacity);
  index.second = widened(index.second, capacity);
  index.slots = new Int32Array(2 * capacity);
  for (let number = 0; number < index.count; number++) {
    claim(index.slots, hashOf(index.first[number] as number, index.second[number] as number), number);
  }
}

function widened(column: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(column);
  return wider;
}

/** Mixes two ids so that neighbouring ones spread (the constants of MurmurHash3). */
function hashOf(a: number, b: number): number {
  let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
