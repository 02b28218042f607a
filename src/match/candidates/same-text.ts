import type { SharedIds } from '../view/shared-ids.ts';
import type { Side } from '../view/side.ts';

/** Is told of a pair: old id, new id. */
export type AddPair = (oldId: number, newId: number) => void;

/**
 * Finds the pairs of entries that have the same text, a label or a code, where no more than `most` of either map have it.
 * Cost: one pass over the entries, and up to `most` squared for each text.
 */
export function visitSameTexts(
  { oldSide, newSide }: { readonly oldSide: Side; readonly newSide: Side },
  texts: SharedIds,
  { most, add }: { readonly most: number; readonly add: AddPair },
): void {
  const oldBearers = bearersOf(oldSide, texts.old, texts.texts.length);
  const newBearers = bearersOf(newSide, texts.new, texts.texts.length);
  oldBearers.forEach((olds, text) => {
    const news = newBearers[text] ?? [];
    if (olds.length > most || news.length > most) return;
    for (const o of olds) for (const n of news) add(o, n);
  });
}

/** The entries that have each text, by its number. */
function bearersOf(side: Side, texts: Int32Array, count: number): readonly (readonly number[])[] {
  const bearers: number[][] = Array.from({ length: count }, () => []);
  for (const id of side.matchable) bearers[texts[id] as number]?.push(id);
  return bearers;
}
