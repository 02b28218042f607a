import type { EvidenceKind } from '../../model/correspondence.ts';
import { mateElsewhere } from './mates.ts';
import type { PairTable } from './pair-table.ts';
import type { Structure } from './structure.ts';

/** What is looked at when a pair is compared: the pairs and their labels, and what the links so far say of places. */
export interface CompareView {
  readonly table: PairTable;
  readonly structure: Structure;
}

/** One thing that is asked of a pair. */
export interface Comparison {
  /** Names its weight in `model.json`. */
  readonly id: string;
  /** Whether the answer stays once the labels are known, or is asked anew when links have changed. */
  readonly depends: 'labels' | 'links';
  /** In [0, 1], but for what is counted in odds or by weight. */
  readonly of: (view: CompareView, pair: number) => number;
  /** What a reader is told it is. */
  readonly words: EvidenceKind;
}

/**
 * All that is asked of a pair; its score is the sum of the answers, each times its weight. What is asked of
 * every pair takes nothing apart into a list: on the real maps that alone was an eighth of all memory taken.
 */
export const COMPARISONS = [
  { id: 'prior', depends: 'labels', of: () => 1, words: 'prior' },
  // How much of the words, by how much they tell, both labels have: of both, of the one that has more, and that has less.
  { id: 'dice', depends: 'labels', of: dice, words: 'label-similarity' },
  {
    id: 'coverMax',
    depends: 'labels',
    of: ({ table }, pair) => Math.max(table.oldCover[pair] as number, table.newCover[pair] as number),
    words: 'label-contained',
  },
  {
    id: 'coverMin',
    depends: 'labels',
    of: ({ table }, pair) => Math.min(table.oldCover[pair] as number, table.newCover[pair] as number),
    words: 'label-similarity',
  },
  // How alike they are written, letter by letter.
  {
    id: 'grams',
    depends: 'labels',
    of: ({ table }, pair) => table.grams[pair] as number,
    words: 'label-similarity',
  },
  { id: 'sameKey', depends: 'labels', of: sameKey, words: 'same-label' },
  // How much they say in common, however long they are, and how much the most telling word of it tells.
  {
    id: 'shared',
    depends: 'labels',
    of: ({ table }, pair) => Math.log1p(table.shared[pair] as number),
    words: 'label-similarity',
  },
  {
    id: 'parent',
    depends: 'links',
    of: ({ table, structure }, pair) =>
      structure.parent(table.old[pair] as number, table.new[pair] as number),
    words: 'same-parent',
  },
  {
    id: 'grandparent',
    depends: 'links',
    of: ({ table, structure }, pair) =>
      structure.grandparent(table.old[pair] as number, table.new[pair] as number),
    words: 'same-parent',
  },
  { id: 'children', depends: 'links', of: children, words: 'same-children' },
  { id: 'internal', depends: 'labels', of: internal, words: 'other-level' },
  {
    id: 'neighbours',
    depends: 'links',
    of: ({ table, structure }, pair) =>
      structure.neighbours(table.old[pair] as number, table.new[pair] as number),
    words: 'position',
  },
  {
    id: 'sameCode',
    depends: 'links',
    of: ({ table, structure }, pair) =>
      structure.sameCode(table.old[pair] as number, table.new[pair] as number),
    words: 'same-code',
  },
  { id: 'levelDiffers', depends: 'labels', of: levelDiffers, words: 'other-level' },
  { id: 'leafDiffers', depends: 'labels', of: leafDiffers, words: 'other-level' },
  { id: 'noText', depends: 'labels', of: noText, words: 'label-similarity' },
  // What one label names and the other says it does not cover.
  {
    id: 'conflict',
    depends: 'labels',
    of: ({ table }, pair) => Math.min(1, table.conflict[pair] as number),
    words: 'excluded',
  },
  // Whether the label of either has its best match in another entry.
  { id: 'mateElsewhere', depends: 'links', of: elsewhere, words: 'elsewhere' },
  { id: 'strayed', depends: 'links', of: strayed, words: 'same-parent' },
  {
    id: 'paths',
    depends: 'labels',
    of: ({ table }, pair) => table.paths[pair] as number,
    words: 'label-similarity',
  },
  {
    id: 'rarest',
    depends: 'labels',
    of: ({ table }, pair) => table.rarest[pair] as number,
    words: 'label-similarity',
  },
  // The same label, which no other entry of its level has.
  { id: 'soleKey', depends: 'labels', of: soleKey, words: 'same-label' },
  {
    id: 'branch',
    depends: 'links',
    of: ({ table, structure }, pair) =>
      structure.branch(table.old[pair] as number, table.new[pair] as number),
    words: 'same-parent',
  },
] as const satisfies readonly Comparison[];

export type ComparisonId = (typeof COMPARISONS)[number]['id'];

/** What all comparisons say of a pair, in their order. */
export function compare(view: CompareView, pair: number): Float64Array {
  return Float64Array.from(COMPARISONS, ({ of }) => of(view, pair));
}

function dice({ table }: CompareView, pair: number): number {
  const { oldBags, newBags } = table.vocabulary;
  const oldMass = oldBags[table.old[pair] as number]?.mass ?? 0;
  const newMass = newBags[table.new[pair] as number]?.mass ?? 0;
  const total = oldMass + newMass;
  if (total === 0) return 0;
  return ((table.oldCover[pair] as number) * oldMass + (table.newCover[pair] as number) * newMass) / total;
}

function sameKey({ table: { keys, old, new: other } }: CompareView, pair: number): number {
  const key = keys.old[old[pair] as number] as number;
  return key >= 0 && key === keys.new[other[pair] as number] ? 1 : 0;
}

function soleKey(view: CompareView, pair: number): number {
  const { isSoleOld, isSoleNew, old, new: other } = view.table;
  return sameKey(view, pair) === 1 && isSoleOld[old[pair] as number] && isSoleNew[other[pair] as number]
    ? 1
    : 0;
}

function children({ table, structure }: CompareView, pair: number): number {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  return table.oldSide.isLeaf[o] || table.newSide.isLeaf[n] ? 0 : structure.children(o, n);
}

function internal({ table }: CompareView, pair: number): number {
  const { oldSide, newSide } = table;
  return oldSide.isLeaf[table.old[pair] as number] || newSide.isLeaf[table.new[pair] as number] ? 0 : 1;
}

function levelDiffers({ table }: CompareView, pair: number): number {
  const { oldSide, newSide } = table;
  return oldSide.level[table.old[pair] as number] === newSide.level[table.new[pair] as number] ? 0 : 1;
}

function leafDiffers({ table }: CompareView, pair: number): number {
  const { oldSide, newSide } = table;
  return oldSide.isLeaf[table.old[pair] as number] === newSide.isLeaf[table.new[pair] as number] ? 0 : 1;
}

function noText({ table }: CompareView, pair: number): number {
  const { oldBags, newBags } = table.vocabulary;
  const own = oldBags[table.old[pair] as number];
  const other = newBags[table.new[pair] as number];
  return (own?.mass ?? 0) === 0 || (other?.mass ?? 0) === 0 ? 1 : 0;
}

function elsewhere({ table }: CompareView, pair: number): number {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  return (mateElsewhere(table.mates.ofOld, o, n) + mateElsewhere(table.mates.ofNew, n, o)) / 2;
}

function strayed({ table, structure }: CompareView, pair: number): number {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  return structure.strayed(o, n, structure.parent(o, n));
}
