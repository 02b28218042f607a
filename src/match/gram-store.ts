import { diceOfSorted, trigramsOf } from './similarity/gram-overlap.ts';

/** The trigrams of numbered texts, made when they are first asked for. */
export interface GramStore {
  readonly texts: readonly string[];
  readonly grams: (Int32Array | undefined)[];
}

export function createGramStore(texts: readonly string[]): GramStore {
  return { texts, grams: new Array(texts.length) };
}

/** Dice's coefficient of the trigrams of two texts. Cost: the length of both. */
export function gramDice(store: GramStore, a: number, b: number): number {
  return a === b ? 1 : diceOfSorted(gramsAt(store, a), gramsAt(store, b));
}

function gramsAt({ texts, grams }: GramStore, id: number): Int32Array {
  const known = grams[id];
  if (known !== undefined) return known;
  const made = trigramsOf(texts[id] as string);
  grams[id] = made;
  return made;
}
