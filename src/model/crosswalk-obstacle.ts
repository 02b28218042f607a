/** What a person still has to decide before every hour can be recoded with a crosswalk. */
export interface CrosswalkObstacle {
  readonly kind: 'open' | 'possiblyLost' | 'unshared' | 'ambiguous' | 'incomplete' | 'stale';
  readonly count: number;
  /** Codes concerned; none for stale decisions. */
  readonly codes: readonly string[];
}
