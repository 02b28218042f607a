const BLANK = 0x20;

/**
 * The distinct character trigrams of a text between two blanks, as sorted numbers below 2^21; none of an empty text. They
 * hold three characters of 7 bits; higher characters may share a number, which only adds noise. Cost: sorting them.
 */
export function trigramsOf(text: string): Int32Array {
  const grams = new Int32Array(text.length);
  let gram = (BLANK << 7) | (text.charCodeAt(0) & 0x7f);
  for (let i = 1; i <= text.length; i++) {
    const next = i < text.length ? text.charCodeAt(i) & 0x7f : BLANK;
    gram = ((gram << 7) | next) & 0x1fffff;
    grams[i - 1] = gram;
  }
  grams.sort();
  let count = 0;
  for (let i = 0; i < grams.length; i++) {
    if (i === 0 || grams[i] !== grams[i - 1]) grams[count++] = grams[i] as number;
  }
  return grams.slice(0, count);
}
