import type { Side } from './side.ts';
import { filterBag, type TermBag } from './term-bag.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The parts of an enumeration as bags of their own; a label that is none has no parts. */
export function partsMeter(
  vocabulary: Vocabulary,
  side: Side,
  bags: readonly TermBag[],
): (id: number) => readonly TermBag[] {
  const known = new Map<number, readonly TermBag[]>();
  return (id) => {
    let parts = known.get(id);
    if (parts) return parts;
    parts = splitParts(vocabulary, side, id, bags[id] as TermBag);
    known.set(id, parts);
    return parts;
  };
}

function splitParts(vocabulary: Vocabulary, side: Side, id: number, bag: TermBag): readonly TermBag[] {
  const text = side.text[id];
  const count = (text?.parts.at(-1) ?? 0) + 1;
  if (text === undefined || count < 2) return [];
  const terms = Array.from({ length: count }, () => new Set<number>());
  text.terms.forEach((term, i) => {
    terms[text.parts[i] as number]?.add(vocabulary.termIds.get(term) as number);
  });
  return terms.map((part) => filterBag(bag, (term) => part.has(term)));
}
