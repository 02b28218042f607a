import type { ProcessMap } from '../../src/model/process-map.ts';
import { keyOf } from '../../src/model/tree.ts';
import type { ReferenceSet } from './sets.ts';

/** The same links in a revision that renumbers everything: no code of the new map is like one of the old. */
export function renumbered(set: ReferenceSet): ReferenceSet {
  const renamed = (code: string): string => (code === '' ? '' : `~${code}`);
  const nodes = set.newMap.nodes.map((node) => ({
    ...node,
    code: { ...node.code, text: renamed(node.code.text) },
    bookingCode: node.bookingCode === null ? null : renamed(node.bookingCode),
  }));
  return {
    name: `${set.name} renumbered`,
    oldMap: set.oldMap,
    newMap: { ...set.newMap, nodes },
    gold: set.gold.map((link) => ({ ...link, new: renamed(link.new) })),
  };
}

/** The same revision with every k-th entry without children lost from the new map: those that linked to it link to nothing. */
export function withLosses(set: ReferenceSet, every: number, phase: number): ReferenceSet {
  const parents = new Set(set.newMap.nodes.map((node) => node.parent));
  const lost = new Set(
    set.newMap.nodes
      .filter((node) => !parents.has(node.id) && hash(keyOf(node)) % every === phase)
      .map((node) => node.id),
  );
  const lostCodes = new Set(set.newMap.nodes.filter((node) => lost.has(node.id)).map(keyOf));
  const gold = set.gold.map((link) =>
    lostCodes.has(link.new) ? { ...link, new: '', relation: 'removed' } : link,
  );
  return {
    name: `${set.name} with losses`,
    oldMap: set.oldMap,
    newMap: without(set.newMap, lost),
    gold: gold.filter(
      (link) => link.new !== '' || !gold.some((other) => other.old === link.old && other.new !== ''),
    ),
  };
}

function without(map: ProcessMap, lost: ReadonlySet<number>): ProcessMap {
  const kept = map.nodes.filter((node) => !lost.has(node.id));
  const newId = new Map(kept.map((node, i) => [node.id, i]));
  const nodes = kept.map((node, id) => ({
    ...node,
    id,
    parent: node.parent === null ? null : (newId.get(node.parent) ?? null),
  }));
  return { ...map, nodes };
}

/** FNV-1a: spreads codes evenly without any order in it. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
