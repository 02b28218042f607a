import type { Crosswalk } from './crosswalk.ts';

/** A crosswalk read backwards, and what could not be said in that direction. Codes are those of the newer revision, but where it is said. */
export interface Inversion {
  readonly crosswalk: Crosswalk;
  /** Came from several entries, and nobody booked the amounts that would divide them. */
  readonly unshared: readonly string[];
  /** Came from several entries, of which a share forwards is not decided, so that amounts cannot divide them. */
  readonly undecided: readonly string[];
  /** Old codes that are open forwards: what they became may have come from them, too. */
  readonly open: readonly string[];
  /** Old codes of which a part goes nowhere; that part is not in the links. */
  readonly partlyDropped: readonly string[];
}
