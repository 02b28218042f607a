import { createPairIndex, numbered, numberOf, type PairIndex } from '../candidates/pair-index.ts';
import { bagAt } from '../view/path-bags.ts';

import type { Side } from '../view/side.ts';
import type { TermBag } from '../view/term-bag.ts';
import type { View } from '../view/view.ts';
import { type CoverageMeter, createCoverageMeter } from './coverage.ts';
import { createGramMeter, type GramMeter } from './gram-meter.ts';
import { type Mates, NO_MATES } from './mates.ts';

/**
 * The pairs under consideration, as columns indexed by pair. What the labels say is measured once; pairs added since the
 * last {@link measurePairs} are not in the columns yet. 48 bytes a pair, and its place in the index.
 */
export interface PairTable extends View {
  old: Int32Array;
  new: Int32Array;
  /** Share of the old label's weight found in the new one, and the reverse. */
  oldCover: Float64Array;
  newCover: Float64Array;
  shared: Float64Array;
  grams: Float64Array;
  conflict: Float64Array;
  /** Weight of the most telling term in common. */
  rarest: Float64Array;
  /** How alike the paths are, the labels with those of the entries above them: Dice's coefficient by weight. */
  paths: Float64Array;
  /** Pairs per node. */
  byOld: PairsOf;
  byNew: PairsOf;
  readonly index: PairIndex;
  readonly meter: CoverageMeter;
  /** Which codes are of the old and of the new map, by their number. */
  readonly isOldCode: Uint8Array;
  readonly isNewCode: Uint8Array;
  /** Whether no other entry of the same kind and level has the same folded label, by id. */
  readonly isSoleOld: Uint8Array;
  readonly isSoleNew: Uint8Array;
  /** Set once the labels have been scored. */
  mates: Mates;
  readonly gramMeter: GramMeter;
}

/** The pairs of each node by rising index: `pairs[start[id]]` to `pairs[start[id + 1] - 1]`. */
export interface PairsOf {
  readonly start: Int32Array;
  readonly pairs: Int32Array;
}

/** Makes a table without pairs. */
export function createPairTable(view: View): PairTable {
  const { oldSide, newSide, vocabulary, keys, codes } = view;
  return {
    ...view,
    old: new Int32Array(0),
    new: new Int32Array(0),
    oldCover: new Float64Array(0),
    newCover: new Float64Array(0),
    shared: new Float64Array(0),
    grams: new Float64Array(0),
    conflict: new Float64Array(0),
    rarest: new Float64Array(0),
    paths: new Float64Array(0),
    byOld: { start: new Int32Array(oldSide.nodes.length + 1), pairs: new Int32Array(0) },
    byNew: { start: new Int32Array(newSide.nodes.length + 1), pairs: new Int32Array(0) },
    index: createPairIndex(8 * (oldSide.nodes.length + newSide.nodes.length)),
    meter: createCoverageMeter(vocabulary),
    isOldCode: presentIds(codes.old, codes.texts.length),
    isNewCode: presentIds(codes.new, codes.texts.length),
    isSoleOld: soleTexts(oldSide, keys.old),
    isSoleNew: soleTexts(newSide, keys.new),
    mates: NO_MATES,
    gramMeter: createGramMeter(keys.texts),
  };
}

/** Marks the texts that a map has. */
function presentIds(texts: Int32Array, count: number): Uint8Array {
  const present = new Uint8Array(count);
  for (const text of texts) if (text >= 0) present[text] = 1;
  return present;
}

/** Marks the entries whose text no other entry of the same kind and level has. */
function soleTexts(side: Side, texts: Int32Array): Uint8Array {
  const keyOf = (id: number): string => `${texts[id]} ${side.kindClass[id]} ${side.level[id]}`;
  const counts = new Map<string, number>();
  for (const id of side.matchable) counts.set(keyOf(id), (counts.get(keyOf(id)) ?? 0) + 1);
  const isSole = new Uint8Array(side.nodes.length);
  for (const id of side.matchable) {
    if ((texts[id] as number) >= 0 && counts.get(keyOf(id)) === 1) isSole[id] = 1;
  }
  return isSole;
}

/** The index of a pair, or -1. Cost: a look-up. */
export function findPair(table: PairTable, oldId: number, newId: number): number {
  return numberOf(table.index, oldId, newId);
}

/** Adds a pair unless it is known; measured later by {@link measurePairs}. */
export function addPair(table: PairTable, oldId: number, newId: number): void {
  numbered(table.index, oldId, newId);
}

/** The indexes of a node's pairs. */
export function pairsAt({ start, pairs }: PairsOf, id: number): Int32Array {
  return pairs.subarray(start[id], start[id + 1]);
}

/**
 * Measures the labels of all pairs added since the last call. Cost: the terms and trigrams of the labels of each new
 * pair; the rest is one pass over the table.
 */
export function measurePairs(table: PairTable): void {
  const start = table.oldCover.length;
  if (table.index.count === start) return;
  extendColumns(table);
  measureLabels(table, start);
  measurePaths(table, start);
}

function measureLabels(table: PairTable, start: number): void {
  const { vocabulary, meter, keys, gramMeter } = table;
  let focused = -1;
  for (let o = 0; o < table.oldSide.nodes.length; o++) {
    const end = table.byOld.start[o + 1] as number;
    for (let at = table.byOld.start[o] as number; at < end; at++) {
      const pair = table.byOld.pairs[at] as number;
      if (pair < start) continue;
      const n = table.new[pair] as number;
      const oldKey = keys.old[o] as number;
      if (o !== focused) {
        meter.focus(vocabulary.oldBags[o] as TermBag);
        if (oldKey >= 0) gramMeter.focus(oldKey);
      }
      focused = o;
      const overlap = meter.measure(vocabulary.newBags[n] as TermBag);
      table.oldCover[pair] = overlap.first;
      table.newCover[pair] = overlap.second;
      table.shared[pair] = overlap.shared;
      table.conflict[pair] = overlap.conflict;
      table.rarest[pair] = overlap.rarest;
      const newKey = keys.new[n] as number;
      table.grams[pair] = oldKey < 0 || newKey < 0 ? 0 : gramMeter.dice(newKey);
    }
  }
}

function measurePaths(table: PairTable, start: number): void {
  const { vocabulary, meter, byOld } = table;
  for (let o = 0; o < table.oldSide.nodes.length; o++) {
    const oldMass = vocabulary.oldPaths.mass[o] as number;
    const fresh = pairsAt(byOld, o).filter((pair) => pair >= start);
    if (fresh.length > 0) meter.focus(bagAt(vocabulary.oldPaths, o));
    for (const pair of fresh) {
      const n = table.new[pair] as number;
      const newMass = vocabulary.newPaths.mass[n] as number;
      const { first, second } = meter.measureAt(vocabulary.newPaths, n);
      const total = oldMass + newMass;
      table.paths[pair] = total === 0 ? 0 : (first * oldMass + second * newMass) / total;
    }
  }
}

function extendColumns(table: PairTable): void {
  const { index, oldSide, newSide } = table;
  const { count } = index;
  table.old = index.first.subarray(0, count);
  table.new = index.second.subarray(0, count);
  table.oldCover = extended(table.oldCover, count);
  table.newCover = extended(table.newCover, count);
  table.shared = extended(table.shared, count);
  table.grams = extended(table.grams, count);
  table.conflict = extended(table.conflict, count);
  table.rarest = extended(table.rarest, count);
  table.paths = extended(table.paths, count);
  table.byOld = groupedBy(table.old, oldSide.nodes.length);
  table.byNew = groupedBy(table.new, newSide.nodes.length);
}

/** The same column with room for more; reserves some, so that growing often copies seldom. */
export function extended(column: Float64Array, length: number): Float64Array {
  const { buffer } = column;
  if (buffer.byteLength >= 8 * length) return new Float64Array(buffer, 0, length);
  const wider = new Float64Array(Math.ceil(1.25 * length));
  wider.set(column);
  return wider.subarray(0, length);
}

/** Groups pairs by id: a counting sort. */
function groupedBy(ids: Int32Array, nodes: number): PairsOf {
  const start = new Int32Array(nodes + 1);
  for (let pair = 0; pair < ids.length; pair++) {
    const next = (ids[pair] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let id = 0; id < nodes; id++) start[id + 1] = (start[id + 1] as number) + (start[id] as number);
  const free = start.slice();
  const pairs = new Int32Array(ids.length);
  for (let pair = 0; pair < ids.length; pair++) {
    const id = ids[pair] as number;
    const at = free[id] as number;
    pairs[at] = pair;
    free[id] = at + 1;
  }
  return { start, pairs };
}

/** Adds a pair if entries of these kinds may correspond. */
export function addComparable(table: PairTable, o: number, n: number): void {
  if (table.oldSide.kindClass[o] === table.newSide.kindClass[n]) addPair(table, o, n);
}
