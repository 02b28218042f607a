import type { PairTable } from '../compare/pair-table.ts';
import type { Side } from '../view/side.ts';
import type { TermBag } from '../view/term-bag.ts';

/** What is known of entries that no word tells apart. */
export interface TwinsOf {
  /** Whether one entry of each map, and no other, has this label, on whatever level. */
  readonly isSoleLabel: (key: number) => boolean;
  /**
   * Whether a pair is one of siblings without a word between them, and is not told from the others by its code and its
   * place among them.
   */
  readonly areMixed: (o: number, n: number) => boolean;
}

/** A family of siblings whose labels have the same terms, in the order of their codes. */
type Family = readonly number[];

/** Finds such families. Cost: the terms of the labels, once. */
export function twinsOf({ oldSide, newSide, vocabulary, keys, codes }: PairTable): TwinsOf {
  const ofOld = familiesOf(oldSide, vocabulary.oldBags);
  const ofNew = familiesOf(newSide, vocabulary.newBags);
  const oldBearers = countOf(oldSide, keys.old, keys.texts.length);
  const newBearers = countOf(newSide, keys.new, keys.texts.length);
  const isToldByLabel = (o: number, n: number, olds: Family, news: Family): boolean =>
    keys.old[o] === keys.new[n] &&
    olds.every((id) => id === o || keys.old[id] !== keys.old[o]) &&
    news.every((id) => id === n || keys.new[id] !== keys.new[n]);
  return {
    isSoleLabel: (key) => oldBearers[key] === 1 && newBearers[key] === 1,
    areMixed: (o, n) => {
      const olds = ofOld.get(o) ?? [o];
      const news = ofNew.get(n) ?? [n];
      if (olds.length === 1 && news.length === 1) return false;
      if (isToldByLabel(o, n, olds, news)) return false;
      const isInPlace = olds.length === news.length && olds.indexOf(o) === news.indexOf(n);
      return !isInPlace || codes.old[o] !== codes.new[n];
    },
  };
}

/** By id the family of each entry that has such siblings. */
function familiesOf(side: Side, bags: readonly TermBag[]): ReadonlyMap<number, Family> {
  const families = new Map<number, Family>();
  for (const siblings of side.children) {
    if (siblings.length < 2) continue;
    const byTerms = new Map<string, number[]>();
    for (const id of siblings) {
      const terms = [...(bags[id] as TermBag).terms].sort((a, b) => a - b).join(' ');
      const family = byTerms.get(terms);
      if (family) family.push(id);
      else byTerms.set(terms, [id]);
    }
    for (const family of byTerms.values()) {
      if (family.length > 1) for (const id of family) families.set(id, family);
    }
  }
  return families;
}

function countOf(side: Side, keys: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const id of side.matchable) {
    const key = keys[id] as number;
    if (key >= 0) counts[key] = (counts[key] as number) + 1;
  }
  return counts;
}
