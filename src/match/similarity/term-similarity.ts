import { NUMBERS } from '../numbers.ts';

const DIGIT = /\d/;

/** Whether a term can have other forms: it is a word, and long enough for its forms to be told from other words. */
export function hasForms(term: string): boolean {
  return term.length >= NUMBERS.similarity.minLength && !DIGIT.test(term);
}

/**
 * How likely two terms that have forms are forms of one word: misspelt (edit distance) or derived from it (a long common
 * beginning, as in `formazion` and `format`).
 *
 * @returns 1 for equal terms, 0 for different words, otherwise at least `minTerm`
 */
export function termSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.max(a.length, b.length);
  const prefix = commonPrefix(a, b);
  const derived = prefix / length;
  const allowed = length < NUMBERS.similarity.oneEdit ? 0 : length < NUMBERS.similarity.twoEdits ? 1 : 2;
  // What is not as near as that is no better than a common beginning, and often that alone is enough.
  const distance =
    prefix >= length - 1 ? allowed + 1 : editDistance(a.slice(prefix), b.slice(prefix), allowed);
  const misspelt = distance <= allowed ? 1 - distance / length : 0;
  const similarity = Math.max(derived, misspelt);
  return similarity >= NUMBERS.similarity.minTerm ? similarity : 0;
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** Rows of the table of distances: this one, the one above, and the one above that. */
let rows: [Int32Array, Int32Array, Int32Array] = [new Int32Array(32), new Int32Array(32), new Int32Array(32)];

/**
 * Optimal string alignment distance (insertion, deletion, substitution, swap of neighbours), cut off above `limit`.
 * Damerau 1964, restricted form; only the diagonal band that can stay within the limit is filled (Ukkonen 1985). Cost
 * O(|a| * limit).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (rows[0].length <= b.length + 1) {
    const width = 2 * b.length + 2;
    rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  }
  let [row, above, twoAbove] = rows;
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : limit + 1;
    if (to < b.length) row[to + 1] = limit + 1;
    let least = row[from - 1] as number;
    const own = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (above[j - 1] as number) + (own === other ? 0 : 1);
      if ((above[j] as number) + 1 < cost) cost = (above[j] as number) + 1;
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1;
      const swapped = i > 1 && j > 1 && own === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped && (twoAbove[j - 2] as number) + 1 < cost) cost = (twoAbove[j - 2] as number) + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [row, above, twoAbove] = [twoAbove, row, above];
  }
  return above[b.length] as number;
}
