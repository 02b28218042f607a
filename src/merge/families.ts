import { compareCodes } from '../model/code.ts';
import type { Correspondence, Link } from '../model/correspondence.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { isServiceEntry, nodeAt } from '../model/tree.ts';
import { disjointSets } from '../values/disjoint-sets.ts';
import { groupBy } from '../values/group-by.ts';

/** How one map corresponds to another, as the merge sees it: links that hold, by either end, and what is not settled. */
export interface Joined {
  readonly targets: ReadonlyMap<number, readonly Link[]>;
  readonly sources: ReadonlyMap<number, readonly Link[]>;
  /** Old entries of which nobody knows where they went. */
  readonly open: ReadonlySet<number>;
}

/** Entries of the three maps that name the same matter; ids, each list in the order of the codes. */
export interface Family {
  readonly base: readonly number[];
  readonly local: readonly number[];
  readonly national: readonly number[];
}

/** The three maps, and how the base became the other two. Without a base `toLocal` and `toNational` are empty. */
export interface MergeInput {
  readonly base: ProcessMap;
  readonly local: ProcessMap;
  readonly national: ProcessMap;
  readonly toLocal: Joined;
  readonly toNational: Joined;
  /** All links from the base to the national map, loose ones included: where hours may go. */
  readonly hoursToNational: Joined;
  /** From the local map to the national one, for what the chamber added. */
  readonly across: Joined;
  /** Base entries whose target the national file seems to have lost. */
  readonly lost: ReadonlySet<number>;
  /** Local entries right below which the chamber added something. */
  readonly extended: ReadonlySet<number>;
  readonly hasBase: boolean;
  /** Whether base and national map are the same tree, so that the nation changed nothing at all. */
  readonly nationUnchanged: boolean;
  /** Whether service entries are entries like others; otherwise they follow the practice of the local map. */
  readonly servicesAreEntries: boolean;
}

/** Lays a correspondence out by either end. Links that are open do not count; entries with nothing else are open. */
export function joinedBy(correspondence: Correspondence): Joined {
  const all = [...correspondence.links, ...correspondence.structure];
  const holds = all.filter((link) => link.tier !== 'open');
  const linked = new Set(holds.map((link) => link.old));
  const doubtful = [
    ...all.filter((link) => link.tier === 'open'),
    ...correspondence.unlinked.filter(({ tier }) => tier === 'open'),
  ];
  return {
    targets: groupBy(holds, (link) => link.old),
    sources: groupBy(holds, (link) => link.new),
    open: new Set(doubtful.map(({ old }) => old).filter((old) => !linked.has(old))),
  };
}

/** Where nothing corresponds to anything. */
export const NOTHING_JOINED: Joined = { targets: new Map(), sources: new Map(), open: new Set() };

/**
 * What the chamber did to the base, from how the two correspond. A chamber leaves entries out far more often than it joins
 * them, and it keeps codes: an entry that has another code is the same only where that is certain, and what is left
 * without a partner was left out.
 */
export function localisation(base: ProcessMap, local: ProcessMap, joined: Joined): Joined {
  const stayed = (link: Link): boolean =>
    base.nodes[link.old]?.code.text === local.nodes[link.new]?.code.text;
  const sameWords = (link: Link): boolean => base.nodes[link.old]?.label === local.nodes[link.new]?.label;
  const kept = [...joined.targets.values()]
    .flat()
    .filter((link) => stayed(link) || link.tier === 'certain' || sameWords(link));
  return {
    targets: groupBy(kept, (link) => link.old),
    sources: groupBy(kept, (link) => link.new),
    open: new Set(),
  };
}

/**
 * Gathers the entries of the three maps into families: what the links hold together. An addition of the chamber's joins
 * the national entry that it corresponds to when that one is new, too.
 *
 * Cost: linear in entries and links.
 */
export function familiesOf(input: MergeInput): readonly Family[] {
  const { base, local, national, toLocal, toNational } = input;
  const offset = { base: 0, local: base.nodes.length, national: base.nodes.length + local.nodes.length };
  const sets = disjointSets(offset.national + national.nodes.length);
  for (const link of [...toLocal.targets.values()].flat()) sets.join(link.old, offset.local + link.new);
  for (const link of [...toNational.targets.values()].flat()) sets.join(link.old, offset.national + link.new);
  for (const link of takenUp(input)) sets.join(offset.local + link.old, offset.national + link.new);
  const families = new Map<number, { base: number[]; local: number[]; national: number[] }>();
  const put = (side: keyof typeof offset, map: ProcessMap): void => {
    for (const node of map.nodes) {
      if (node.implied || (isServiceEntry(node) && !input.servicesAreEntries)) continue;
      const root = sets.rootOf(offset[side] + node.id);
      const family = families.get(root) ?? { base: [], local: [], national: [] };
      family[side].push(node.id);
      families.set(root, family);
    }
  };
  put('base', base);
  put('local', local);
  put('national', national);
  return [...families.values()].map((family) => ({
    base: byCode(base, family.base),
    local: byCode(local, family.local),
    national: byCode(national, family.national),
  }));
}

/** Ids in the order of the codes, so that nothing depends on the order of rows. */
function byCode(map: ProcessMap, ids: readonly number[]): readonly number[] {
  const codeOf = (id: number) => nodeAt(map, id).code;
  return [...ids].sort((a, b) => compareCodes(codeOf(a), codeOf(b)) || a - b);
}

/** Links from what the chamber added to what the nation added, where they are certain; without a base, all links. */
function takenUp(input: MergeInput): readonly Link[] {
  const all = [...input.across.targets.values()].flat();
  return input.hasBase
    ? all.filter((link) => isBetweenAdditions(link, input) && link.tier === 'certain')
    : all;
}

/** Whether a link across leads from something that the chamber added to something that the nation added. */
export function isBetweenAdditions(link: Link, { toLocal, toNational }: MergeInput): boolean {
  return !toLocal.sources.has(link.old) && !toNational.sources.has(link.new);
}

/**
 * The links that families are made of. Two kinds only say where hours may go, and make nobody's entry another's: a
 * probable one between labels without a word in common (code and place spoke for it), and a probable one by which something
 * that the chamber had left out joins what has a partner of its own.
 */
export function firmLinks(
  { toLocal, toNational }: Pick<MergeInput, 'toLocal' | 'toNational'>,
  shareWords: (link: Link) => boolean,
): Joined {
  const isFirm = (link: Link): boolean => {
    if (link.tier === 'certain') return true;
    const rivals = (toNational.sources.get(link.new) ?? []).filter((other) => other !== link);
    if (!toLocal.targets.has(link.old) && rivals.length > 0) return false;
    return shareWords(link);
  };
  const firm = [...toNational.targets.values()].flat().filter(isFirm);
  const linked = new Set(firm.map((link) => link.old));
  const loose = [...toNational.targets.keys()].filter((old) => !linked.has(old));
  return {
    targets: groupBy(firm, (link) => link.old),
    sources: groupBy(firm, (link) => link.new),
    open: new Set([...toNational.open, ...loose]),
  };
}

/** Local entries right below which the chamber added something, service entries aside. */
export function extendedBy(local: ProcessMap, toLocal: Joined): ReadonlySet<number> {
  const added = local.nodes.filter((node) => !isServiceEntry(node) && !toLocal.sources.has(node.id));
  return new Set(added.flatMap(({ parent }) => (parent === null ? [] : [parent])));
}
