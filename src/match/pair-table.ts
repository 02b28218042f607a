import { type Mates, NO_MATES } from './mates.ts';
import type { Side } from './side.ts';
import { type CoverageMeter, createCoverageMeter } from './similarity/coverage.ts';
import { diceOfSorted, trigramsOf } from './similarity/gram-overlap.ts';
import type { TermBag } from './term-bag.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The pairs under consideration, as parallel lists indexed by pair. What the labels say is measured once. */
export interface PairTable {
  readonly oldSide: Side;
  readonly newSide: Side;
  readonly vocabulary: Vocabulary;
  readonly old: number[];
  readonly new: number[];
  /** Share of the old label's weight found in the new one, and the reverse. */
  readonly oldCover: number[];
  readonly newCover: number[];
  readonly shared: number[];
  readonly grams: number[];
  readonly conflict: number[];
  /** Pair indexes per node. */
  readonly byOld: readonly number[][];
  readonly byNew: readonly number[][];
  readonly meter: CoverageMeter;
  /** Set once the labels have been scored. */
  mates: Mates;
  readonly oldGrams: (Int32Array | undefined)[];
  readonly newGrams: (Int32Array | undefined)[];
}

export function createPairTable(oldSide: Side, newSide: Side, vocabulary: Vocabulary): PairTable {
  return {
    oldSide,
    newSide,
    vocabulary,
    old: [],
    new: [],
    oldCover: [],
    newCover: [],
    shared: [],
    grams: [],
    conflict: [],
    byOld: oldSide.nodes.map(() => []),
    byNew: newSide.nodes.map(() => []),
    meter: createCoverageMeter(vocabulary),
    mates: NO_MATES,
    oldGrams: [],
    newGrams: [],
  };
}

/** The index of a pair, or -1. Cost: the pairs of the old entry. */
export function findPair(table: PairTable, oldId: number, newId: number): number {
  for (const pair of table.byOld[oldId] ?? []) if (table.new[pair] === newId) return pair;
  return -1;
}

/** Adds a pair unless it is known; measured later by {@link measurePairs}. */
export function addPair(table: PairTable, oldId: number, newId: number): void {
  if (findPair(table, oldId, newId) >= 0) return;
  const pair = table.old.length;
  table.old.push(oldId);
  table.new.push(newId);
  (table.byOld[oldId] as number[]).push(pair);
  (table.byNew[newId] as number[]).push(pair);
}

/** Measures the labels of all pairs added since the last call. */
export function measurePairs(table: PairTable): void {
  const { vocabulary, meter } = table;
  const start = table.oldCover.length;
  const fresh = Array.from({ length: table.old.length - start }, (_, i) => start + i);
  fresh.sort((a, b) => (table.old[a] as number) - (table.old[b] as number) || a - b);
  let focused = -1;
  for (const pair of fresh) {
    const oldId = table.old[pair] as number;
    const newId = table.new[pair] as number;
    if (oldId !== focused) meter.focus(vocabulary.oldBags[oldId] as TermBag);
    focused = oldId;
    const overlap = meter.measure(vocabulary.newBags[newId] as TermBag);
    table.oldCover[pair] = overlap.first;
    table.newCover[pair] = overlap.second;
    table.shared[pair] = overlap.shared;
    table.conflict[pair] = overlap.conflict;
    table.grams[pair] = diceOfSorted(
      gramsAt(table.oldGrams, table.oldSide, oldId),
      gramsAt(table.newGrams, table.newSide, newId),
    );
  }
}

function gramsAt(cache: (Int32Array | undefined)[], side: Side, id: number): Int32Array {
  cache[id] ??= trigramsOf(side.text[id]?.key ?? '');
  return cache[id] as Int32Array;
}

/** Entries under corresponding parents are compared whatever their labels, in families up to this size. */
const MAX_FAMILY = 40;

/** Adds all pairs of children of two entries. */
export function compareChildren(table: PairTable, oldId: number, newId: number): void {
  const oldChildren = table.oldSide.children[oldId] as readonly number[];
  const newChildren = table.newSide.children[newId] as readonly number[];
  if (oldChildren.length > MAX_FAMILY || newChildren.length > MAX_FAMILY) return;
  for (const o of oldChildren) for (const n of newChildren) addComparable(table, o, n);
}

/** Adds a pair if entries of these kinds may correspond. */
export function addComparable(table: PairTable, o: number, n: number): void {
  if (table.oldSide.kindClass[o] === table.newSide.kindClass[n]) addPair(table, o, n);
}
