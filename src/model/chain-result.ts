import type { Crosswalk } from './crosswalk.ts';

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
  /** What says that the two do not follow one another: codes that could be compared, and how many differ. */
  readonly unfollowed: { readonly compared: number; readonly differing: number } | null;
}
