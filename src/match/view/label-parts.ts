import type { Side } from './side.ts';
import { filterBag, type TermBag } from './term-bag.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The entries of one map, whose labels may be enumerations. */
export interface PartsOf {
  readonly vocabulary: Vocabulary;
  readonly side: Side;
  readonly bags: readonly TermBag[];
}

/** The parts of an enumeration as bags of their own; a label that is none has no parts. Cost: its terms, per part. */
export function partsOf({ vocabulary, side, bags }: PartsOf, id: number): readonly TermBag[] {
  const text = side.text[id];
  const count = (text?.parts.at(-1) ?? 0) + 1;
  if (text === undefined || count < 2) return [];
  const terms = Array.from({ length: count }, () => new Set<number>());
  text.terms.forEach((term, i) => {
    terms[text.parts[i] as number]?.add(vocabulary.termIds.get(term) as number);
  });
  const bag = bags[id] as TermBag;
  return terms.map((part) => filterBag(bag, (term) => part.has(term)));
}
