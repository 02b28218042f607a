import type { TermBag } from '../view/term-bag.ts';

/**
 * An inverted index: the entries that have a term, and how much it tells there, stand from `start[term]` to before
 * `start[term + 1]`. 12 bytes per term of a label.
 */
export interface Postings {
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** Indexes some entries by their terms. Cost: their terms. */
export function postingsOf(ids: readonly number[], bags: readonly TermBag[], size: number): Postings {
  const start = new Int32Array(size + 1);
  for (const id of ids) {
    const { terms } = bags[id] as TermBag;
    for (let i = 0; i < terms.length; i++) {
      const next = (terms[i] as number) + 1;
      start[next] = (start[next] as number) + 1;
    }
  }
  for (let term = 0; term < size; term++) {
    start[term + 1] = (start[term + 1] as number) + (start[term] as number);
  }
  const total = start[size] as number;
  const free = start.slice();
  const postings = { start, ids: new Int32Array(total), weights: new Float64Array(total) };
  for (const id of ids) {
    const { terms, weights } = bags[id] as TermBag;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      const at = free[term] as number;
      free[term] = at + 1;
      postings.ids[at] = id;
      postings.weights[at] = weights[i] as number;
    }
  }
  return postings;
}
