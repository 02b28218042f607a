import type { Structure } from '../place/structure.ts';
import { mateElsewhere } from './mates.ts';
import type { PairTable } from './pair-table.ts';

/** What is said of a pair, in the order of the weights. All but the code are in [0, 1]. */
export const FEATURES = [
  'bias',
  'dice',
  'coverMax',
  'coverMin',
  'grams',
  'sameKey',
  'shared',
  'parent',
  'grandparent',
  'children',
  'internal',
  'neighbours',
  'sameCode',
  'levelDiffers',
  'leafDiffers',
  'noText',
  'conflict',
  'mateElsewhere',
  'strayed',
  'paths',
  'rarest',
  'soleKey',
  'branch',
] as const;
export type FeatureName = (typeof FEATURES)[number];
export const FEATURE_COUNT = FEATURES.length;

/** Where the features that depend on links stand; all others say the same in every round. */
export const PLACE_FEATURES: readonly number[] = [
  'parent',
  'grandparent',
  'children',
  'neighbours',
  'sameCode',
  'mateElsewhere',
  'strayed',
  'branch',
].map((name) => FEATURES.indexOf(name as FeatureName));

/** Features of a pair from its labels and its place; `structure` is what the round before found. Writes into `out`. */
export function pairFeatures(table: PairTable, pair: number, structure: Structure, out: Float64Array): void {
  labelFeatures(table, pair, out);
  placeFeatures(table, pair, structure, out);
}

/** The features that do not depend on links. Writes into `out`, and leaves the others as they are. */
export function labelFeatures(table: PairTable, pair: number, out: Float64Array): void {
  const { oldSide, newSide, vocabulary, keys } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const oldMass = vocabulary.oldBags[o]?.mass ?? 0;
  const newMass = vocabulary.newBags[n]?.mass ?? 0;
  const oldCover = table.oldCover[pair] as number;
  const newCover = table.newCover[pair] as number;
  const total = oldMass + newMass;
  const oldLeaf = oldSide.isLeaf[o] as number;
  const newLeaf = newSide.isLeaf[n] as number;
  const oldKey = keys.old[o] as number;
  out[0] = 1;
  out[1] = total === 0 ? 0 : (oldCover * oldMass + newCover * newMass) / total;
  out[2] = Math.max(oldCover, newCover);
  out[3] = Math.min(oldCover, newCover);
  out[4] = table.grams[pair] as number;
  out[5] = oldKey >= 0 && oldKey === keys.new[n] ? 1 : 0;
  out[6] = Math.log1p(table.shared[pair] as number);
  out[10] = oldLeaf || newLeaf ? 0 : 1;
  out[13] = oldSide.level[o] === newSide.level[n] ? 0 : 1;
  out[14] = oldLeaf === newLeaf ? 0 : 1;
  out[15] = oldMass === 0 || newMass === 0 ? 1 : 0;
  out[16] = Math.min(1, table.conflict[pair] as number);
  out[19] = table.paths[pair] as number;
  out[20] = table.rarest[pair] as number;
  out[21] = out[5] === 1 && table.isSoleOld[o] && table.isSoleNew[n] ? 1 : 0;
}

/** The features of {@link PLACE_FEATURES}. Writes into `out`, and leaves the others as they are. */
export function placeFeatures(table: PairTable, pair: number, structure: Structure, out: Float64Array): void {
  const { oldSide, newSide, mates } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const parent = structure.parent(o, n);
  out[7] = parent;
  out[8] = structure.grandparent(o, n);
  out[9] = oldSide.isLeaf[o] || newSide.isLeaf[n] ? 0 : structure.children(o, n);
  out[11] = structure.neighbours(o, n);
  out[12] = structure.sameCode(o, n);
  out[17] = (mateElsewhere(mates.ofOld, o, n) + mateElsewhere(mates.ofNew, n, o)) / 2;
  out[18] = structure.strayed(o, n, parent);
  out[22] = structure.branch(o, n);
}
