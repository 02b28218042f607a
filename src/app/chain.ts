import { chainCrosswalks } from '../crosswalk/chain-crosswalks.ts';
import { type Unfollowed, unfollowed } from '../crosswalk/unfollowed.ts';
import type { Crosswalk } from '../model/crosswalk.ts';

/** A chain of crosswalks, and what did not join: codes that one leads to and the next does not know. */
export interface ChainResult {
  readonly crosswalk: Crosswalk;
  /** Per joint, in order: between the first and the second, between the second and the third, ... */
  readonly joints: readonly Joint[];
}

/** Where one crosswalk meets the next. */
export interface Joint {
  readonly unknown: readonly string[];
  readonly joined: number;
  /** What says that the two do not follow one another. */
  readonly unfollowed: Unfollowed | null;
}

/** Composes crosswalks from left to right; at least one. */
export function chainAll(crosswalks: readonly Crosswalk[]): ChainResult {
  const [first = { rows: [] }, ...rest] = crosswalks;
  return rest.reduce<ChainResult>(
    ({ crosswalk, joints }, next, i) => {
      const chain = chainCrosswalks(crosswalk, next);
      const led = new Set(crosswalk.rows.map((row) => row.newCode).filter((code) => code !== ''));
      const joint = {
        unknown: chain.unknown,
        joined: led.size - chain.unknown.length,
        unfollowed: unfollowed(crosswalks[i] ?? first, next),
      };
      return { crosswalk: chain.crosswalk, joints: [...joints, joint] };
    },
    { crosswalk: first, joints: [] },
  );
}
