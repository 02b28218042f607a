const GRAM = 3;

/** The distinct character trigrams of a text as sorted numbers; a text shorter than that is one gram. */
export function trigramsOf(text: string): Int32Array {
  const padded = ` ${text} `;
  const grams = new Set<number>();
  for (let i = 0; i + GRAM <= padded.length; i++) {
    // 21 bits hold three characters of 7 bits; higher characters may share a number, which only adds noise.
    grams.add(
      ((padded.charCodeAt(i) & 0x7f) << 14) |
        ((padded.charCodeAt(i + 1) & 0x7f) << 7) |
        (padded.charCodeAt(i + 2) & 0x7f),
    );
  }
  return Int32Array.from(grams).sort();
}

/** Dice's coefficient of two sorted sets: twice the common elements by all elements. 1 for two empty sets is not claimed: 0. */
export function diceOfSorted(a: Int32Array, b: Int32Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) {
      common++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}
