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
    -8.153, -2.341, 2.887, 2.07, 3.655, 1.938, 3.828, 0, 0, 0, 1.173, 0, 0, -4.457, -2.335, 7.407, -1.624, 0,
    0,
  ],
  pair: [
    -6.131, -1.548, 0.489, 0.612, 3.457, 1.068, 5.197, 0.975, 1.527, 9.604, 0.464, 4.736, 1.056, 1.463,
    -1.407, 0.025, -0.555, -5.956, -1.05,
  ],
  join: [
    0.305, 0.52, 1.436, 3.853, 0.353, -0.244, 1.896, -0.668, 0.078, 1, 1.935, 0.571, 3.187, -0.248, 1.116,
    1.319, 0.923, -0.612, -0.719, 1.582, -0.174, 1.373, 0.718, 1.674,
  ],
  alone: [5.734, 1.881, 0.068],
  joinRate: 0.46,
};
