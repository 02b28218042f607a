/** Terms shorter than this, or with digits, are either equal or different. */
const MIN_LENGTH = 4;
/** Below this similarity two terms are different words. */
export const MIN_TERM_SIMILARITY = 0.7;
const DIGIT = /\d/;

/**
 * How likely two terms are forms of one word: misspelt (edit distance) or derived from it (a long common beginning, as
 * in `formazion` and `format`).
 *
 * @returns 1 for equal terms, 0 for different words, otherwise at least {@link MIN_TERM_SIMILARITY}
 */
export function termSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < MIN_LENGTH || DIGIT.test(a) || DIGIT.test(b)) return 0;
  const derived = commonPrefix(a, b) / long.length;
  // One edit for every four letters, and no more than two: further away words differ more often than they agree.
  const allowed = Math.min(2, Math.floor(long.length / 4));
  const distance = long.length - short.length <= allowed ? editDistance(a, b, allowed) : allowed + 1;
  const misspelt = distance <= allowed ? 1 - distance / long.length : 0;
  const similarity = Math.max(derived, misspelt);
  return similarity >= MIN_TERM_SIMILARITY ? similarity : 0;
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/**
 * Optimal string alignment distance (insertion, deletion, substitution, swap of neighbours), cut off above `limit`.
 * Damerau 1964, restricted form. Cost O(|a| * limit).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
