import type { ModelWeights } from '../../src/match/model/weights.ts';
import type { ReferenceSet } from './sets.ts';
import { trainModel } from './train-model.ts';
import { renumbered, withMoves } from './variants.ts';

/** The maps a set is about. Sets about the same maps are held back together: one tells the answers of the other. */
export function mapsOf(set: ReferenceSet): 'chamber' | 'nist' | 'naics' {
  const [name] = set.name.split(' ');
  return name === 'nist' || name === 'naics' ? name : 'chamber';
}

/**
 * Weights learnt without anything about the maps of a set: for the Italian process maps, from two English
 * classifications alone.
 *
 * @param sets those to learn from, among them the ones to leave out
 * @returns weights by what was left out
 */
export function heldOutWeights(
  sets: readonly ReferenceSet[],
): ReadonlyMap<ReturnType<typeof mapsOf>, ModelWeights> {
  const groups = [...new Set(sets.map(mapsOf))];
  return new Map(
    groups.map((group) => [
      group,
      trainModel(sets.filter((set) => mapsOf(set) !== group).flatMap(withVariants)),
    ]),
  );
}

/** Real revisions keep most codes; those that renumber or move more teach what codes are worth when they do not hold. */
function withVariants(set: ReferenceSet): ReferenceSet[] {
  return [set, renumbered(set), withMoves(set, 7, 2), withMoves(set, 2, 1)];
}
