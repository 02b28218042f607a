/** Learned weights of the logistic models. */
export interface ModelWeights {
  /** Of a pair's features when only its label is known. */
  readonly label: readonly number[];
  /** Of a pair's features with its place. */
  readonly pair: readonly number[];
  /** Of joining an entry without a partner to one that may have one already. */
  readonly join: readonly number[];
}

export const MODEL_WEIGHTS: ModelWeights = {
  label: [
    -7.658, -1.603, 2.549, 1.53, 2.933, 2.725, 3.388, -0.0, -0.0, 0, 1.119, 0, 0, -4.735, -2.022, 5.694,
  ],
  pair: [
    -9.668, -0.571, 1.989, -0.24, 1.474, 2.126, 2.758, 3.233, 1.09, 9.691, -0.234, 5.283, 0.795, 0.055,
    -3.075, -0.024,
  ],
  join: [
    -2.543, 3.543, -0.415, -0.583, 1.51, 1.627, 2.413, 0.821, 0.65, 1.252, -0.752, 1.874, 0.982, 1.352, 1.413,
    0.021, -1.582,
  ],
};
