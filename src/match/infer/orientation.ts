import type { PairsOf } from '../compare/pair-table.ts';
import type { Side } from '../view/side.ts';
import type { TermBag } from '../view/term-bag.ts';
import type { Scored } from './rounds.ts';

/**
 * The scored pairs seen from one map. What holds for merging old entries holds for splitting them when the maps are
 * swapped, so both are written once, from `own` to `other`.
 */
export interface Orientation {
  readonly own: Side;
  readonly other: Side;
  readonly ownBags: readonly TermBag[];
  readonly otherBags: readonly TermBag[];
  /** Pairs per own id. */
  readonly pairsOf: PairsOf;
  /** The entry of the own and of the other map in a pair. */
  readonly ownOf: Int32Array;
  readonly otherOf: Int32Array;
  /** Share of the own label found in the other, and the reverse, per pair. */
  readonly ownCover: Float64Array;
  readonly otherCover: Float64Array;
  /** Folded labels as numbers, -1 for none, per id. */
  readonly ownKey: Int32Array;
  readonly otherKey: Int32Array;
  /** The other entry each own one is linked with, and the reverse; -1 for none. */
  readonly partner: Int32Array;
  readonly partnerOfOther: Int32Array;
}

/** The view from the old map: what becomes of its entries. */
export function fromOld({ table, state }: Scored): Orientation {
  return {
    own: table.oldSide,
    other: table.newSide,
    ownBags: table.vocabulary.oldBags,
    otherBags: table.vocabulary.newBags,
    pairsOf: table.byOld,
    ownOf: table.old,
    otherOf: table.new,
    ownCover: table.oldCover,
    otherCover: table.newCover,
    ownKey: table.keys.old,
    otherKey: table.keys.new,
    partner: state.partnerOfOld,
    partnerOfOther: state.partnerOfNew,
  };
}

/** The view from the new map: where its entries come from. */
export function fromNew({ table, state }: Scored): Orientation {
  return {
    own: table.newSide,
    other: table.oldSide,
    ownBags: table.vocabulary.newBags,
    otherBags: table.vocabulary.oldBags,
    pairsOf: table.byNew,
    ownOf: table.new,
    otherOf: table.old,
    ownCover: table.newCover,
    otherCover: table.oldCover,
    ownKey: table.keys.new,
    otherKey: table.keys.old,
    partner: state.partnerOfNew,
    partnerOfOther: state.partnerOfOld,
  };
}
