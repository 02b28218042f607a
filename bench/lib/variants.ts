import { compareCodes } from '../../src/model/code.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { childrenOf, keyOf } from '../../src/model/tree.ts';
import type { GoldLink, ReferenceSet } from './sets.ts';

/** The same links in a revision that renumbers everything: no code of the new map is like one of the old. */
export function renumbered(set: ReferenceSet): ReferenceSet {
  const renamed = (code: string): string => (code === '' ? '' : `~${code}`);
  const nodes = set.newMap.nodes.map((node) => withCode(node, renamed(node.code.text)));
  return {
    ...set,
    name: `${set.name} renumbered`,
    variantOf: set.name,
    newMap: { ...set.newMap, nodes },
    gold: set.gold.map((link) => ({ ...link, new: renamed(link.new) })),
  };
}

/** The same revision with every k-th entry without children lost from the new map: those that linked to it link to nothing. */
export function withLosses(set: ReferenceSet, every: number, phase: number): ReferenceSet {
  const { children } = childrenOf(set.newMap);
  const isLost = (node: MapNode): boolean =>
    children[node.id]?.length === 0 && hash(keyOf(node)) % every === phase;
  const lost = set.newMap.nodes.filter(isLost);
  const lostCodes = new Set(lost.map((node) => node.code.text));
  const kept: GoldLink[] = set.gold.filter((link) => !lostCodes.has(link.new));
  const linked = new Set(kept.map((link) => link.old));
  const orphans = new Set(set.gold.map((link) => link.old).filter((old) => !linked.has(old)));
  const dropped = [...orphans].map((old) => ({ old, new: '', relation: 'removed', optional: false }));
  return {
    ...set,
    name: `${set.name} with losses`,
    variantOf: set.name,
    newMap: without(set.newMap, new Set(lost.map((node) => node.id))),
    gold: [...kept, ...dropped],
  };
}

/**
 * The same revision with every k-th entry without children moved under another parent; its later siblings close the gap,
 * so that its code, and theirs, name other entries from then on.
 */
export function withMoves(set: ReferenceSet, every: number, phase: number): ReferenceSet {
  const { children } = childrenOf(set.newMap);
  const isLeaf = (id: number): boolean => children[id]?.length === 0;
  const families = set.newMap.nodes
    .filter((node) => (children[node.id] ?? []).some(isLeaf))
    .map((node) => node.id);
  const parent = set.newMap.nodes.map((node) => node.parent);
  const text = set.newMap.nodes.map((node) => node.code.text);
  for (const family of families) {
    const siblings = [...(children[family] ?? [])].sort((a, b) =>
      compareCodes((set.newMap.nodes[a] as MapNode).code, (set.newMap.nodes[b] as MapNode).code),
    );
    const leaving = siblings.filter(
      (id) => isLeaf(id) && hash(keyOf(set.newMap.nodes[id] as MapNode)) % every === phase,
    );
    if (leaving.length === siblings.length) continue;
    const codes = siblings.map((id) => text[id] as string);
    for (const [i, id] of siblings.filter((sibling) => !leaving.includes(sibling)).entries())
      text[id] = codes[i] as string;
    for (const id of leaving) {
      const target = families[hash(`${text[id]} moves`) % families.length] as number;
      if (levelOf(set.newMap, children, target) !== levelOf(set.newMap, children, family)) continue;
      parent[id] = target;
      text[id] = `${set.newMap.nodes[target]?.code.text}~${id}`;
    }
  }
  const renamed = new Map(set.newMap.nodes.map((node) => [node.code.text, text[node.id] as string]));
  const nodes = set.newMap.nodes.map((node) => ({
    ...withCode(node, text[node.id] as string),
    parent: parent[node.id] ?? null,
  }));
  return {
    ...set,
    name: `${set.name} with moves`,
    variantOf: set.name,
    newMap: { ...set.newMap, nodes: nodes.map((node) => ({ ...node })) },
    gold: set.gold.map((link) => ({ ...link, new: renamed.get(link.new) ?? link.new })),
  };
}

/** The revision read backwards: splits become mergers, added entries dropped ones. */
export function mirrored(set: ReferenceSet): ReferenceSet {
  return {
    ...set,
    name: `${set.name} mirrored`,
    variantOf: set.name,
    oldMap: set.newMap,
    newMap: set.oldMap,
    gold: set.gold
      .filter((link) => link.new !== '')
      .map((link) => ({ ...link, old: link.new, new: link.old })),
  };
}

function levelOf(map: ProcessMap, children: readonly (readonly number[])[], id: number): string {
  return (children[id] ?? []).map((child) => map.nodes[child]?.kind)[0] ?? '';
}

function withCode(node: MapNode, text: string): MapNode {
  if (text === node.code.text) return node;
  return {
    ...node,
    code: { ...node.code, text },
    bookingCode: node.bookingCode === null ? null : text,
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

/** FNV-1a with a final mix: spreads codes evenly without any order in it. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
