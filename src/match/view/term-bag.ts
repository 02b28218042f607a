/** The distinct terms of a label, each with how much it tells there. */
export interface TermBag {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly mass: number;
}

/** Makes a bag; terms must be distinct. */
export function bagOf(terms: Int32Array, weights: Float64Array): TermBag {
  let mass = 0;
  for (let i = 0; i < weights.length; i++) mass += weights[i] as number;
  return { terms, weights, mass };
}

/** The terms of a bag that pass a test. */
export function filterBag(bag: TermBag, keep: (term: number) => boolean): TermBag {
  const terms = new Int32Array(bag.terms.length);
  const weights = new Float64Array(bag.terms.length);
  let count = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = bag.terms[i] as number;
    if (!keep(term)) continue;
    terms[count] = term;
    weights[count++] = bag.weights[i] as number;
  }
  return count === terms.length ? bag : bagOf(terms.slice(0, count), weights.slice(0, count));
}
