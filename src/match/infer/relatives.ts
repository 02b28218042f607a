import { addComparable } from '../compare/pair-table.ts';
import { NUMBERS } from '../numbers.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';

/**
 * Compares entries without a partner, whose parent may be new too, with all entries of the branch they belong to, and
 * with the partner of their parent, which may have absorbed them.
 */
export function compareRelatives(scored: Scored): void {
  for (const view of [fromOld(scored), fromNew(scored)]) {
    const isOld = view.own === scored.table.oldSide;
    const compare = (x: number, y: number): void => {
      if (isOld) addComparable(scored.table, x, y);
      else addComparable(scored.table, y, x);
    };
    const cousinsIn = cousinsMeter(view);
    for (const x of view.own.matchable) {
      if ((view.partner[x] as number) >= 0) continue;
      const parent = view.own.parent[x] as number;
      const absorber = parent < 0 ? -1 : (view.partner[parent] as number);
      if (absorber >= 0) compare(x, absorber);
      const grandparent = parent < 0 ? -1 : (view.own.parent[parent] as number);
      const branch = grandparent < 0 ? -1 : (view.partner[grandparent] as number);
      if (branch < 0) continue;
      for (const y of cousinsIn(branch)) compare(x, y);
    }
  }
  scoreNewPairs(scored);
}

/** The entries two levels below one of the other map; none where they are too many. Each branch is walked once. */
function cousinsMeter({ other }: Orientation): (branch: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (branch) => {
    const before = known.get(branch);
    if (before) return before;
    const all = (other.children[branch] as readonly number[]).flatMap(
      (uncle) => other.children[uncle] as readonly number[],
    );
    const cousins = all.length > NUMBERS.candidates.cousins ? [] : all;
    known.set(branch, cousins);
    return cousins;
  };
}

/** Scores the pairs added since; those known keep what they scored in the last round. */
export function scoreNewPairs(scored: Scored): void {
  const { table, structure, scorer } = scored;
  const known = scored.score;
  if (known.length === table.index.count) return;
  scorer.labels();
  scored.score = scorer.places(structure, known.length);
  scored.score.set(known);
}
