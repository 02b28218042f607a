import type { Ranking } from './ranking.ts';
import type { CrosswalkLink } from './score.ts';

/** What a method says of a reference set. */
export interface MethodResult {
  readonly crosswalk: readonly CrosswalkLink[];
  readonly ranking: Ranking;
}
