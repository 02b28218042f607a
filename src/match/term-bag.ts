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
  for (const weight of weights) mass += weight;
  return { terms, weights, mass };
}

/** The terms of a bag that pass a test. */
export function filterBag(bag: TermBag, keep: (term: number) => boolean): TermBag {
  const kept: number[] = [];
  bag.terms.forEach((term, i) => {
    if (keep(term)) kept.push(i);
  });
  return bagOf(
    Int32Array.from(kept, (i) => bag.terms[i] as number),
    Float64Array.from(kept, (i) => bag.weights[i] as number),
  );
}
