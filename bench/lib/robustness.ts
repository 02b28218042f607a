import { runProcmap } from './procmap-method.ts';
import { type Score, scoreCrosswalk } from './score.ts';
import type { ReferenceSet } from './sets.ts';
import { mirrored, renumbered, withLosses, withMoves } from './variants.ts';

/** What else may befall a revision, done to the reference sets; the links change with it. */
const HARDSHIPS = {
  'every code new': renumbered,
  'an entry in seven moved': (set) => withMoves(set, 7, 2),
  'a row in six lost': (set) => withLosses(set, 6, 1),
  'read backwards': mirrored,
} as const satisfies Record<string, (set: ReferenceSet) => ReferenceSet>;

/** What procmap is worth on a set under a hardship. */
export interface Hardship {
  readonly set: string;
  readonly hardship: string;
  readonly score: Score;
}

/** Scores procmap, with the weights it comes with, on every set under every hardship. */
export function measureHardships(sets: readonly ReferenceSet[]): readonly Hardship[] {
  return sets.flatMap((set) =>
    Object.entries(HARDSHIPS).map(([hardship, befall]): Hardship => {
      const changed = befall(set);
      const { crosswalk } = runProcmap(changed);
      return { set: set.name, hardship, score: scoreCrosswalk(crosswalk, changed.gold) };
    }),
  );
}
