import { NUMBERS } from '../numbers.ts';
import { type PartsOf, partsOf } from '../view/label-parts.ts';
import type { TermBag } from '../view/term-bag.ts';
import type { WeighedJoin } from './joins.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';

/**
 * Finds entries that belong to several others, where the choice among them gives each only a share.
 *
 * An enumeration goes to two that name different parts of it: `Mandati e reversali` to the one on `mandati` and to the
 * one on `reversali`. And an entry takes from all that name it in a clause nothing else answers to: the new `Contributi`
 * takes from every old entry that ended in `anche attraverso contributi`. Each must be likely when the others are left
 * aside.
 *
 * @returns the probability of each pair so found
 */
export function findSecondTargets(
  scored: Scored,
  weighed: readonly WeighedJoin[],
): ReadonlyMap<number, number> {
  const views = { merge: fromOld(scored), split: fromNew(scored) };
  const found = new Map<number, number>();
  const add = (pair: number, probability: number): void => {
    found.set(pair, Math.max(found.get(pair) ?? 0, probability));
  };
  for (const join of weighed) {
    const ranked = [...join.pairs.keys()].sort((a, b) => share(join, b) - share(join, a));
    const [first, second] = ranked;
    if (first === undefined || second === undefined) continue;
    const together = share(join, first) + share(join, second);
    const ofRest = share(join, second) / (1 - share(join, first));
    const isDivided = together >= NUMBERS.decide.link && ofRest >= NUMBERS.decide.link;
    if (isDivided && complement(scored, views[join.kind], join, [first, second])) {
      add(join.pairs[first] as number, together);
      add(join.pairs[second] as number, ofRest);
    }
    for (const { i, probability } of namedByClauses(join)) {
      if (probability >= NUMBERS.decide.link) add(join.pairs[i] as number, probability);
    }
  }
  return found;
}

/** A clause that names an entry of the other map. */
export interface NamingClause {
  /** How well it is named, in [0, 1]. */
  readonly score: number;
  /** Whether the clause stands in the old label. */
  readonly isOld: boolean;
}

/** The pairs in which a clause of one label, which nothing else answers to, names the other entry. */
export function namingClauses(weighed: readonly WeighedJoin[]): ReadonlyMap<number, NamingClause> {
  const found = new Map<number, NamingClause>();
  for (const { kind, pairs, clauses } of weighed) {
    clauses.forEach((score, i) => {
      if (score >= NUMBERS.decide.clause) found.set(pairs[i] as number, { score, isOld: kind === 'split' });
    });
  }
  return found;
}

/** The options that name the entry in a clause, each weighed with the others of them left aside. */
function namedByClauses(join: WeighedJoin): readonly { readonly i: number; readonly probability: number }[] {
  const named = [...join.clauses.keys()].filter((i) => (join.clauses[i] as number) >= NUMBERS.decide.clause);
  const together = named.reduce((sum, i) => sum + share(join, i), 0);
  return named.map((i) => ({ i, probability: share(join, i) / (1 - together + share(join, i)) }));
}

function share(join: WeighedJoin, i: number): number {
  return join.shares[i] as number;
}

/** Whether each of two targets names a part of the entry that the other leaves out. */
function complement(
  { table }: Scored,
  view: Orientation,
  join: WeighedJoin,
  targets: readonly [number, number],
): boolean {
  const owner: PartsOf = { vocabulary: table.vocabulary, side: view.own, bags: view.ownBags };
  const parts = partsOf(owner, join.own).filter((part) => part.mass > 0);
  const [first, second] = targets.map(
    (i) => view.otherBags[view.otherOf[join.pairs[i] as number] as number] as TermBag,
  ) as [TermBag, TermBag];
  const named = parts.map((part) => {
    table.meter.focus(part);
    return [table.meter.measure(first).first, table.meter.measure(second).first] as const;
  });
  return (
    named.some(([a, b]) => a >= NUMBERS.decide.named && b <= NUMBERS.decide.notNamed) &&
    named.some(([a, b]) => b >= NUMBERS.decide.named && a <= NUMBERS.decide.notNamed)
  );
}
