import { mateElsewhere } from './mates.ts';
import type { PairTable } from './pair-table.ts';
import type { Structure } from './structure.ts';

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
] as const;
export type FeatureName = (typeof FEATURES)[number];
export const FEATURE_COUNT = FEATURES.length;

/** Features of a pair from its labels and its place; `structure` is what the round before found. Writes into `out`. */
export function pairFeatures(table: PairTable, pair: number, structure: Structure, out: Float64Array): void {
  const { oldSide, newSide } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const oldMass = table.vocabulary.oldBags[o]?.mass ?? 0;
  const newMass = table.vocabulary.newBags[n]?.mass ?? 0;
  const oldCover = table.oldCover[pair] as number;
  const newCover = table.newCover[pair] as number;
  const total = oldMass + newMass;
  const oldLeaf = oldSide.children[o]?.length === 0;
  const newLeaf = newSide.children[n]?.length === 0;
  const oldKey = oldSide.text[o]?.key ?? '';
  out[0] = 1;
  out[1] = total === 0 ? 0 : (oldCover * oldMass + newCover * newMass) / total;
  out[2] = Math.max(oldCover, newCover);
  out[3] = Math.min(oldCover, newCover);
  out[4] = table.grams[pair] as number;
  out[5] = oldKey !== '' && oldKey === newSide.text[n]?.key ? 1 : 0;
  out[6] = Math.log1p(table.shared[pair] as number);
  out[7] = structure.parent(o, n);
  out[8] = structure.grandparent(o, n);
  out[9] = oldLeaf || newLeaf ? 0 : structure.children(o, n);
  out[10] = oldLeaf || newLeaf ? 0 : 1;
  out[11] = structure.neighbours(o, n);
  out[12] = structure.sameCode(o, n);
  out[13] = oldSide.nodes[o]?.level === newSide.nodes[n]?.level ? 0 : 1;
  out[14] = oldLeaf === newLeaf ? 0 : 1;
  out[15] = oldMass === 0 || newMass === 0 ? 1 : 0;
  out[16] = Math.min(1, table.conflict[pair] as number);
  out[17] = (mateElsewhere(table.mates.ofOld, o, n) + mateElsewhere(table.mates.ofNew, n, o)) / 2;
  out[18] = structure.strayed(o, n);
}
