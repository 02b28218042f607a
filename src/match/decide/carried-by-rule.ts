import type { Link, Tier, Unlinked } from '../../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../../model/process-map.ts';
import { isServiceEntry } from '../../model/tree.ts';
import { NUMBERS } from '../numbers.ts';
import { type Constraints, forbids } from './constraints.ts';

type EntryOf = (kind: MapNode['kind'], parent: number) => number | undefined;

/**
 * Links training and coordination entries: each follows its process or macro-process, whatever its label says. Where
 * that goes to several targets the entry follows the surest of them, and is less sure of it.
 *
 * @param structure the links of processes and macro-processes
 */
export function carryByRule(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  structure: readonly Link[],
  constraints: Constraints,
): { readonly links: readonly Link[]; readonly unlinked: readonly Unlinked[] } {
  const targets = new Map<number, Link[]>();
  for (const link of structure) targets.set(link.old, [...(targets.get(link.old) ?? []), link]);
  const entryOf = serviceEntries(newMap);
  const links: Link[] = [];
  const unlinked: Unlinked[] = [];
  for (const node of oldMap.nodes.filter(isServiceEntry)) {
    const served = node.parent === null ? [] : (targets.get(node.parent) ?? []);
    const link = follow(node, served, entryOf, constraints);
    if (link) links.push(link);
    else unlinked.push(withoutCounterpart(node.id, served.length > 0));
  }
  return { links, unlinked };
}

/** The service entry of each kind under each served entry. */
function serviceEntries(map: ProcessMap): EntryOf {
  const byParent = new Map<string, number>();
  for (const node of map.nodes) {
    const key = `${node.kind} ${node.parent}`;
    if (isServiceEntry(node) && !byParent.has(key)) byParent.set(key, node.id);
  }
  return (kind, parent) => byParent.get(`${kind} ${parent}`);
}

function follow(
  node: MapNode,
  served: readonly Link[],
  entryOf: EntryOf,
  constraints: Constraints,
): Link | undefined {
  const ranked = [...served].sort((a, b) => b.confidence - a.confidence || a.new - b.new);
  for (const link of ranked) {
    const target = entryOf(node.kind, link.new);
    if (target === undefined || forbids(constraints, node.id, target)) continue;
    const alone = served.length === 1;
    const tier: Tier = !alone && link.tier === 'certain' ? 'probable' : link.tier;
    return {
      old: node.id,
      new: target,
      confidence: alone ? link.confidence : link.confidence * NUMBERS.decide.severalTargets,
      tier,
      evidence: [{ kind: 'carried-by-rule', score: link.confidence, weight: 1 }],
      matcher: 'carried-by-rule',
    };
  }
  return undefined;
}

function withoutCounterpart(id: number, goesOn: boolean): Unlinked {
  // The process goes on, but the new file, which does list such entries, lists none for it.
  return { old: id, tier: goesOn ? 'probable' : 'open', confidence: 0.5, reason: 'nothing-similar' };
}

/** What service entries are carried by: the links of what they serve, and which of that is complete. */
interface CarriedWith {
  readonly carried: readonly Link[];
  readonly structure: readonly Link[];
  readonly complete: ReadonlySet<number>;
}

/** Service entries of what goes to one place and nowhere else go there whole. */
export function carriedWhole(
  oldMap: ProcessMap,
  { carried, structure, complete }: CarriedWith,
): readonly number[] {
  const targets = new Map<number, number>();
  for (const { old } of structure) targets.set(old, (targets.get(old) ?? 0) + 1);
  return carried.flatMap(({ old }) => {
    const served = oldMap.nodes[old]?.parent ?? -1;
    return targets.get(served) === 1 && complete.has(served) ? [old] : [];
  });
}
