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
  /** Of an entry going elsewhere, too. */
  readonly complete: readonly number[];
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
