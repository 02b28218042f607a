/** Learned weights of the logistic models. */
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

export const MODEL_WEIGHTS: ModelWeights = {
  label: [
    -3.526, -1.841, -1.139, 1.883, 3.351, 0.728, 4.792, 0, 0, 0, 2.611, 0, 0, -1.545, -0.724, 2.477, -0.939,
    -6.249,
  ],
  pair: [
    -6.944, -1.825, 0.593, 1.081, 1.726, 1.032, 5.071, 2.735, 1.4, 6.885, 1.272, 5.698, 0.486, 1.179, -2.47,
    0.011, -0.747, -5.182,
  ],
  join: [
    0.626, 0.163, 2.503, 3.061, 1.83, -0.311, 2.185, 0.56, 2.615, 1.214, 3.071, -0.468, 2.325, 1.059, 1.14,
    1.098, 1.369, -0.963, -1.102, 1.896,
  ],
  alone: [6.555, 1.694, 0.961],
  joinRate: 0.52,
};
