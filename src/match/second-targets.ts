import { LINK, type WeighedJoin } from './joins.ts';
import { partsOf } from './label-parts.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';
import type { TermBag } from './term-bag.ts';

/** A part of an enumeration is named by a label that has this much of it, and is not by one that has less than that. */
const NAMED = 0.9;
const NOT_NAMED = 0.4;

/**
 * Finds entries that go to two others: `Mandati e reversali` to the one on `mandati` and to the one on `reversali`. The
 * second must be likely when the first is left aside, and each must name a part of the enumeration that the other does
 * not.
 *
 * @returns the probability of each such second pair
 */
export function findSecondTargets(
  scored: Scored,
  weighed: readonly WeighedJoin[],
): ReadonlyMap<number, number> {
  const views = { merge: fromOld(scored), split: fromNew(scored) };
  const found = new Map<number, number>();
  for (const join of weighed) {
    const ranked = [...join.pairs.keys()].sort((a, b) => share(join, b) - share(join, a));
    const [first, second] = ranked;
    if (first === undefined || second === undefined || share(join, first) < LINK) continue;
    const conditional = share(join, second) / (1 - share(join, first));
    if (conditional < LINK) continue;
    if (complement(scored, views[join.kind], join, first, second)) {
      found.set(join.pairs[second] as number, conditional);
    }
  }
  return found;
}

function share(join: WeighedJoin, i: number): number {
  return join.shares[i] as number;
}

/** Whether each of two targets names a part of the entry that the other leaves out. */
function complement(
  { table }: Scored,
  view: Orientation,
  join: WeighedJoin,
  first: number,
  second: number,
): boolean {
  const own = { vocabulary: table.vocabulary, side: view.own, bags: view.ownBags };
  const parts = partsOf(own, join.own).filter((part) => part.mass > 0);
  const bagAt = (i: number): TermBag =>
    view.otherBags[view.otherOf[join.pairs[i] as number] as number] as TermBag;
  const named = parts.map((part) => {
    table.meter.focus(part);
    return [table.meter.measure(bagAt(first)).first, table.meter.measure(bagAt(second)).first] as const;
  });
  return (
    named.some(([a, b]) => a >= NAMED && b <= NOT_NAMED) &&
    named.some(([a, b]) => b >= NAMED && a <= NOT_NAMED)
  );
}
