import { trigramsOf } from '../similarity/trigrams.ts';

/** Compares many of some numbered texts with one of them; {@link GramMeter.focus} chooses that one. */
export interface GramMeter {
  readonly focus: (id: number) => void;
  /** Dice's coefficient of the trigrams of the focused text and another, in [0, 1]. Cost: the length of the other. */
  readonly dice: (id: number) => number;
}

/** Trigrams are numbers below this. */
const GRAMS = 2 ** 21;

/** Makes a meter; the trigrams of each text are made when it is first asked for. */
export function createGramMeter(texts: readonly string[]): GramMeter {
  const known: (Int32Array | undefined)[] = new Array(texts.length);
  const isFocused = new Uint8Array(GRAMS);
  let focused = -1;
  let own: Int32Array = new Int32Array(0);
  const gramsAt = (id: number): Int32Array => {
    const before = known[id];
    if (before !== undefined) return before;
    const grams = trigramsOf(texts[id] as string);
    known[id] = grams;
    return grams;
  };
  const focus = (id: number): void => {
    if (id === focused) return;
    for (let i = 0; i < own.length; i++) isFocused[own[i] as number] = 0;
    focused = id;
    own = gramsAt(id);
    for (let i = 0; i < own.length; i++) isFocused[own[i] as number] = 1;
  };
  const dice = (id: number): number => {
    if (id === focused) return 1;
    const other = gramsAt(id);
    let common = 0;
    for (let i = 0; i < other.length; i++) common += isFocused[other[i] as number] as number;
    return (2 * common) / (own.length + other.length);
  };
  return { focus, dice };
}
