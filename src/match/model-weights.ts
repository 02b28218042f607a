/** Weights by the name of what they weigh; what is not named weighs nothing. */
export type Weights = Readonly<Record<string, number>>;

/** Learnt weights of the logistic models. */
export interface ModelWeights {
  /** Of what is compared of a pair when only its label is known. */
  readonly label: Weights;
  /** Of what is compared of a pair with its place. */
  readonly pair: Weights;
  /** Of joining an entry without a partner to one that may have one already. */
  readonly join: Weights;
  /** Of joining it to none. */
  readonly alone: Weights;
  /** Of an entry going elsewhere, too. */
  readonly complete: Weights;
  /** An entry that is no likelier than this to go elsewhere, too, is complete. */
  readonly mostIncomplete: number;
  /** What the log-odds of partners are worth on links held back. */
  readonly calibration: Calibration;
}

/**
 * Log-odds that hold are `shift + scale` times those of the model: weights that are kept small make it too modest, those
 * learnt from few links too bold (Platt 1999).
 */
export interface Calibration {
  readonly shift: number;
  readonly scale: number;
}

/** Weights in the order of some names. */
export function inOrder(names: readonly string[], weights: Weights): readonly number[] {
  return names.map((name) => weights[name] ?? 0);
}

/** Weights by their names, from those in order. */
export function byName(names: readonly string[], weights: readonly number[]): Weights {
  return Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]));
}
