/** Learned weights of the logistic models, in the order of the features they belong to. */
export interface ModelWeights {
  /** Of a pair's features when only its label is known. */
  readonly label: readonly number[];
  /** Of a pair's features with its place. */
  readonly pair: readonly number[];
  /** Of joining an entry without a partner to one that may have one already. */
  readonly join: readonly number[];
  /** Of joining it to none. */
  readonly alone: readonly number[];
  /** How often an entry without a partner but with a plausible candidate joins one. */
  readonly joinRate: number;
}
