import { chainCrosswalks } from '../crosswalk/chain-crosswalks.ts';
import { unfollowed } from '../crosswalk/unfollowed.ts';
import type { ChainResult } from '../model/chain-result.ts';
import type { Crosswalk } from '../model/crosswalk.ts';

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
