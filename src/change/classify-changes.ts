import { type Analyser, createAnalyser } from '../language/analyser.ts';
import { type LabelDifference, labelComparer } from '../language/label-difference.ts';
import { likenessMeter } from '../language/label-likeness.ts';
import { languageOf } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import type { Alarm, Change, ChangeDetail, ChangeKind, GsimCode } from '../model/change.ts';
import type { Code } from '../model/code.ts';
import type { Correspondence, Link, Tier, Unlinked } from '../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { isBookable, isServiceEntry, keyOf, nodeAt } from '../model/tree.ts';
import { carrierOf } from './carrier.ts';
import { type IdentityAlarms, identityAlarms } from './identity-alarms.ts';
import { findPossiblyLost } from './possibly-lost.ts';

/** The changes of bookable entries, and of the structure above them. Old entries in map order, then added ones. */
export interface ClassifiedChanges {
  readonly changes: readonly Change[];
  readonly structure: readonly Change[];
}

/** How labels are read. */
export interface ClassifyOptions {
  readonly lexicon?: LexiconExtension | undefined;
  readonly analyser?: Analyser;
}

/**
 * Names what became of every entry, from the links between the maps alone: facts first, the judgements of
 * `docs/changes.md` on them.
 *
 * @param options what reads the labels, or words that a chamber adds to those of the language
 */
export function classifyChanges(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  correspondence: Correspondence,
  { lexicon, analyser = createAnalyser(languageOf(oldMap, newMap), lexicon) }: ClassifyOptions = {},
): ClassifiedChanges {
  const compareLabels = labelComparer(newMap, analyser);
  const labels = () => [...oldMap.nodes, ...newMap.nodes].map(({ label }) => label);
  const likeness = likenessMeter(labels, analyser);
  const structureGraph = linkGraph(correspondence.structure, correspondence.structureUnlinked);
  const bookableGraph = linkGraph(correspondence.links, correspondence.unlinked);
  // In a flat table of another classification branches are linked like the entries below them.
  const targetsOf = (id: number) =>
    [...(bookableGraph.targets.get(id) ?? []), ...(structureGraph.targets.get(id) ?? [])].map(
      (link) => link.new,
    );
  const lostTargets = lostByOldId(oldMap, newMap, correspondence, targetsOf);
  const bearers = bearersByKey(newMap);
  const identity = identityAlarms(oldMap, newMap, compareLabels);
  const shared = { identity, oldMap, newMap, compareLabels, likeness, lostTargets, bearers, targetsOf };
  return {
    changes: changesOf({ ...shared, graph: bookableGraph, belongs: isBookable }),
    structure: changesOf({ ...shared, graph: structureGraph, belongs: (node) => !isBookable(node) }),
  };
}

/** The links as a graph: T(o), S(n), and what is known of entries without one. Open links are not counted as links. */
interface LinkGraph {
  readonly targets: ReadonlyMap<number, readonly Link[]>;
  readonly sources: ReadonlyMap<number, readonly Link[]>;
  readonly undecided: ReadonlySet<number>;
  readonly unlinked: ReadonlyMap<number, Unlinked>;
}

interface Context {
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
  readonly graph: LinkGraph;
  /** Where an entry goes, whatever its level. */
  readonly targetsOf: TargetsOf;
  readonly compareLabels: (oldLabel: string, newLabel: string) => LabelDifference;
  /** How alike two labels are, in [0, 1]. */
  readonly likeness: (oldLabel: string, newLabel: string) => number;
  readonly lostTargets: ReadonlyMap<number, Code>;
  readonly bearers: ReadonlyMap<string, readonly MapNode[]>;
  readonly belongs: (node: MapNode) => boolean;
  readonly identity: IdentityAlarms;
}

function linkGraph(links: readonly Link[], unlinked: readonly Unlinked[]): LinkGraph {
  const targets = new Map<number, Link[]>();
  const sources = new Map<number, Link[]>();
  const undecided = new Set<number>();
  for (const link of links) {
    if (link.tier === 'open') undecided.add(link.old);
    else {
      targets.set(link.old, [...(targets.get(link.old) ?? []), link]);
      sources.set(link.new, [...(sources.get(link.new) ?? []), link]);
    }
  }
  return { targets, sources, undecided, unlinked: new Map(unlinked.map((entry) => [entry.old, entry])) };
}

type TargetsOf = (oldId: number) => readonly number[];

function lostByOldId(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  { unlinked, structureUnlinked }: Correspondence,
  targetsOf: TargetsOf,
): ReadonlyMap<number, Code> {
  const all = [...unlinked, ...structureUnlinked];
  const decided = new Set(all.filter(({ reason }) => reason === 'decision').map(({ old }) => old));
  const orphans = oldMap.nodes.filter(
    (node) => !isServiceEntry(node) && !decided.has(node.id) && targetsOf(node.id).length === 0,
  );
  return findPossiblyLost(
    oldMap,
    newMap,
    orphans.map((node) => node.id),
    targetsOf,
  );
}

function changesOf(context: Context): readonly Change[] {
  const ofOld = context.oldMap.nodes.filter(context.belongs).map((node) => changeOf(node, context));
  const added = context.newMap.nodes.filter(
    (node) => context.belongs(node) && !node.implied && !context.graph.sources.has(node.id),
  );
  return [...ofOld, ...added.map(addition)];
}

function addition(node: MapNode): Change {
  return { kind: 'added', details: [], gsim: 'RC2', old: null, new: [node.id], tier: 'certain', alarms: [] };
}

function changeOf(node: MapNode, context: Context): Change {
  const links = context.graph.targets.get(node.id) ?? [];
  const alarms = alarmsOf(node, links, context);
  const judged = judge(node, links, context);
  return {
    ...judged,
    old: node.id,
    new: links.map((link) => link.new),
    tier: tierOf(node, links, context),
    alarms,
  };
}

type Judgement = Pick<Change, 'kind' | 'details' | 'gsim' | 'carriedBy'>;

/** Of an entry that a person has to decide on, in part or whole, nothing is said but that. */
const OPEN: Judgement = { kind: 'open', details: [], gsim: null };
const POSSIBLY_LOST: Judgement = { kind: 'possibly-lost', details: [], gsim: null };

function judge(node: MapNode, links: readonly Link[], context: Context): Judgement {
  if (links.length === 0 && context.lostTargets.has(node.id)) return POSSIBLY_LOST;
  if (context.graph.undecided.has(node.id)) return OPEN;
  return links.length === 0 ? withoutTarget(node, context) : withTargets(node, links, context);
}

function withoutTarget(node: MapNode, { graph }: Context): Judgement {
  return graph.unlinked.get(node.id)?.tier === 'open' ? OPEN : { kind: 'dropped', details: [], gsim: 'RC1' };
}

function withTargets(node: MapNode, links: readonly Link[], context: Context): Judgement {
  const [only] = links;
  if (links.length > 1 || only === undefined) return splitOf(links, context);
  const sources = context.graph.sources.get(only.new) ?? [];
  return sources.length > 1
    ? mergerOf(sources, context)
    : renamedOrMoved(node, nodeAt(context.newMap, only.new), context);
}

function splitOf(links: readonly Link[], context: Context): Judgement {
  const { graph } = context;
  const carrier = carryingLink(links, context);
  const carriedBy = carrier === undefined ? {} : { carriedBy: carrier.new };
  const merges = links.some((link) => (graph.sources.get(link.new)?.length ?? 0) > 1);
  if (merges) return { kind: 'transfer', details: [], gsim: 'RC5', ...carriedBy };
  const detail: ChangeDetail = carrier ? 'split-off' : 'breakdown';
  return { kind: 'split', details: [detail], gsim: carrier ? 'RC4.2' : 'RC4.1', ...carriedBy };
}

/** Of links that share an end, the one whose labels show that the entry goes on along it. */
function carryingLink(links: readonly Link[], { oldMap, newMap, likeness }: Context): Link | undefined {
  const alike = links.map((link) => likeness(nodeAt(oldMap, link.old).label, nodeAt(newMap, link.new).label));
  const carrier = carrierOf(alike);
  return carrier === undefined ? undefined : links[carrier];
}

function mergerOf(sources: readonly Link[], context: Context): Judgement {
  const { graph } = context;
  const whole = sources.filter((link) => graph.targets.get(link.old)?.length === 1);
  const carrier = carryingLink(whole, context);
  const detail: ChangeDetail = carrier ? 'take-over' : 'merger';
  const carriedBy = carrier === undefined ? {} : { carriedBy: carrier.new };
  return { kind: 'merged', details: [detail], gsim: carrier ? 'RC3.2' : 'RC3.1', ...carriedBy };
}

function renamedOrMoved(before: MapNode, after: MapNode, context: Context): Judgement {
  const label = context.compareLabels(before.label, after.label);
  const moved = keyOf(before) !== keyOf(after);
  const details: ChangeDetail[] = [];
  if (moved) details.push(parentsCorrespond(before, after, context.targetsOf) ? 'renumbered' : 'relocated');
  if (label !== 'none') details.push(label);
  const [kind, gsim] = KINDS_OF_ONE[`${moved}-${label !== 'none'}`];
  return { kind, details, gsim };
}

const KINDS_OF_ONE: Readonly<Record<`${boolean}-${boolean}`, readonly [ChangeKind, GsimCode | null]>> = {
  'false-false': ['unchanged', null],
  'false-true': ['renamed', 'VC2'],
  'true-false': ['moved', 'VC1'],
  'true-true': ['moved-and-renamed', 'VC1+VC2'],
};

function parentsCorrespond(before: MapNode, after: MapNode, targetsOf: TargetsOf): boolean {
  if (before.parent === null || after.parent === null) return before.parent === after.parent;
  return targetsOf(before.parent).includes(after.parent);
}

const TIER_ORDER: readonly Tier[] = ['certain', 'probable', 'open'];

/** The least certain of its links; an entry that may be lost in the file is for a person to decide. */
function tierOf(node: MapNode, links: readonly Link[], { graph, lostTargets }: Context): Tier {
  if (graph.undecided.has(node.id)) return 'open';
  if (links.length > 0) return leastCertain(links.map((link) => link.tier));
  return lostTargets.has(node.id) ? 'open' : (graph.unlinked.get(node.id)?.tier ?? 'open');
}

function leastCertain(tiers: readonly Tier[]): Tier {
  return TIER_ORDER[Math.max(...tiers.map((tier) => TIER_ORDER.indexOf(tier)))] ?? 'open';
}

function alarmsOf(node: MapNode, links: readonly Link[], context: Context): readonly Alarm[] {
  const recycled = recycledAs(node, links, context);
  const lost = links.length === 0 ? context.lostTargets.get(node.id) : undefined;
  return [
    ...(recycled === undefined
      ? []
      : [{ kind: 'recycled', code: keyOf(node), oldLabel: node.label, newLabel: recycled.label } as const]),
    ...context.identity(node, links),
    ...(lost === undefined ? [] : [{ kind: 'possibly-lost', missingCode: lost.text } as const]),
  ];
}

/**
 * The new entry that bears the old entry's code without being its target. Entries that stand in the new file only by
 * rule bear no code of their own and recycle none.
 */
function recycledAs(
  node: MapNode,
  links: readonly Link[],
  { bearers, belongs }: Context,
): MapNode | undefined {
  const key = keyOf(node);
  const candidates = bearers.get(key)?.filter((bearer) => belongs(bearer) && !bearer.implied) ?? [];
  const isTarget = candidates.some((bearer) => links.some((link) => link.new === bearer.id));
  return isTarget ? undefined : candidates[0];
}

/** The entries of a map by booking code. */
function bearersByKey(map: ProcessMap): ReadonlyMap<string, readonly MapNode[]> {
  const byKey = new Map<string, MapNode[]>();
  for (const node of map.nodes) {
    const same = byKey.get(keyOf(node));
    if (same) same.push(node);
    else byKey.set(keyOf(node), [node]);
  }
  return byKey;
}
