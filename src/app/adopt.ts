import { buildReport } from '../change/build-report.ts';
import { classifyChanges } from '../change/classify-changes.ts';
import { findPossiblyLost } from '../change/possibly-lost.ts';
import { createAnalyser } from '../language/analyser.ts';
import { detectLanguage } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import { matchWithIds } from '../match/match-with-ids.ts';
import { type AdoptMapOptions, adoptMap } from '../merge/adopt-map.ts';
import {
  extendedBy,
  firmLinks,
  type Joined,
  joinedBy,
  localisation,
  type MergeInput,
  NOTHING_JOINED,
} from '../merge/families.ts';
import type { Adoption, AdoptionDecision } from '../model/adoption.ts';
import type { Link } from '../model/correspondence.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { isBookable, isServiceEntry, keyOf, nodeAt } from '../model/tree.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Comparison } from './comparison.ts';

/** The maps of an adoption: the chamber's own, the nation's new one, and the one that the chamber's was made from. */
export interface AdoptionMaps {
  readonly local: ProcessMap;
  readonly national: ProcessMap;
  readonly base: ProcessMap | null;
}

/** How a map is adopted. */
export interface AdoptOptions extends AdoptMapOptions {
  /** Words that a chamber adds to those of the language. */
  readonly lexicon?: LexiconExtension | undefined;
  readonly onProgress?: OnProgress;
}

/** The new local map with its report, and the comparison of the local map with it, from which a crosswalk is made. */
export interface AdoptResult {
  readonly adoption: Adoption;
  readonly comparison: Comparison;
}

/**
 * Below these shares of certain partners a map was not made from the other. A chamber changes little: of the maps at hand
 * 97 of 100 entries and more have a certain partner in their base, a third has in a map of another revision. A nation may
 * change a lot.
 */
export const LOCALISED = 0.6;
const REVISED = 0.25;

/** Carries the local map over as decided. */
export type Adopter = (decisions?: readonly AdoptionDecision[]) => AdoptResult;

/**
 * Carries a chamber's own map to the nation's new revision.
 *
 * @throws ProcmapError `adopt-thin` when two of the maps have too little in common for one to come from the other
 */
export function adoptMaps(maps: AdoptionMaps, options: AdoptOptions = {}): AdoptResult {
  return adopter(maps, options)(options.decisions);
}

/** The same for whoever goes on deciding: the maps are compared once. */
export function adopter(maps: AdoptionMaps, options: AdoptOptions = {}): Adopter {
  const input = mergeInput(maps, options);
  return (decisions = []) => adopted(input, { ...options, decisions });
}

function adopted(input: MergeInput, options: AdoptOptions): AdoptResult {
  const { adoption, correspondence } = adoptMap(input, options);
  const { local } = input;
  const changes = classifyChanges(local, adoption.map, correspondence, { lexicon: options.lexicon });
  const report = buildReport({
    oldMap: local,
    newMap: adoption.map,
    correspondence,
    ...changes,
    findings: [],
  });
  return {
    adoption,
    comparison: { oldMap: local, newMap: adoption.map, correspondence, report, plan: null },
  };
}

/** The facts of a merge: how the three maps correspond. */
export function mergeInput(
  { local, national, base }: AdoptionMaps,
  { lexicon, onProgress }: Pick<AdoptOptions, 'lexicon' | 'onProgress'> = {},
): MergeInput {
  const options = { serviceEntries: 'strict', lexicon, ...(onProgress ? { onProgress } : {}) } as const;
  const join = (from: ProcessMap, to: ProcessMap, atLeast: number): Joined => {
    const joined = joinedBy(matchWithIds(from, to, options).correspondence);
    refuseThin(from, to, joined, atLeast);
    return joined;
  };
  const across = join(local, national, REVISED);
  if (base === null) {
    const rest = { lost: new Set<number>(), extended: new Set<number>(), nationUnchanged: false };
    const none = {
      toLocal: NOTHING_JOINED,
      toNational: NOTHING_JOINED,
      hoursToNational: NOTHING_JOINED,
      hasBase: false,
    } as const;
    const servicesAreEntries = national.nodes.some(isServiceEntry);
    return { base: emptied(local), local, national, across, ...none, ...rest, servicesAreEntries };
  }
  const toLocal = localisation(base, local, join(base, local, LOCALISED));
  const hoursToNational = join(base, national, REVISED);
  const toNational = firmLinks(
    { toLocal, toNational: hoursToNational },
    sharedWords(base, national, lexicon),
  );
  return {
    base,
    local,
    national,
    across,
    toLocal,
    toNational,
    hoursToNational,
    lost: lostIn(base, national, hoursToNational),
    extended: extendedBy(local, toLocal),
    hasBase: true,
    nationUnchanged: sameEntries(base, national),
    servicesAreEntries: base.nodes.some(isServiceEntry) && national.nodes.some(isServiceEntry),
  };
}

function emptied(map: ProcessMap): ProcessMap {
  return { ...map, macroFunctions: [], nodes: [], notes: [] };
}

/**
 * Two maps that hardly correspond are of different revisions: nothing sound can be merged from them. What counts is how
 * many entries of the smaller one have a certain partner in the other.
 *
 * @param atLeast share in [0, 1]
 */
function refuseThin(from: ProcessMap, to: ProcessMap, joined: Joined, atLeast: number): void {
  const linked = commonShare(from, to, joined);
  if (linked >= atLeast) return;
  const percent = Math.floor(linked * 100);
  throw new ProcmapError('adopt-thin', { from: from.source.name, to: to.source.name, percent });
}

/** How many entries of the smaller of two maps have a certain partner in the other, in [0, 1]; 1 where there are none. */
export function commonShare(from: ProcessMap, to: ProcessMap, joined: Joined): number {
  const booked = (map: ProcessMap): number =>
    map.nodes.filter((node) => isBookable(node) && !isServiceEntry(node)).length;
  const certain = [...joined.targets.values()]
    .flat()
    .filter((link) => link.tier === 'certain' && isBookable(nodeAt(from, link.old)));
  const [own, theirs] = [booked(from), booked(to)];
  if (own === 0 || theirs === 0) return 1;
  return Math.max(
    new Set(certain.map((link) => link.old)).size / own,
    new Set(certain.map((link) => link.new)).size / theirs,
  );
}

/** Whether the labels of two entries have a word of meaning in common, or no words to compare. */
function sharedWords(
  from: ProcessMap,
  to: ProcessMap,
  lexicon: LexiconExtension | undefined,
): (link: Link) => boolean {
  const labels = [...from.nodes, ...to.nodes].map(({ label }) => label);
  const analyser = createAnalyser(detectLanguage(labels), lexicon);
  const terms = (label: string): ReadonlySet<string> => new Set(analyser.analyse(label).terms);
  return (link) => {
    const [before, after] = [terms(nodeAt(from, link.old).label), terms(nodeAt(to, link.new).label)];
    return before.size === 0 || after.size === 0 || [...before].some((term) => after.has(term));
  };
}

/** Base entries for which the national file has a gap in its numbering. */
function lostIn(base: ProcessMap, national: ProcessMap, joined: Joined): ReadonlySet<number> {
  const targetsOf = (id: number) => (joined.targets.get(id) ?? []).map((link) => link.new);
  const orphans = base.nodes.filter((node) => !isServiceEntry(node) && targetsOf(node.id).length === 0);
  const lost = findPossiblyLost(
    base,
    national,
    orphans.map(({ id }) => id),
    targetsOf,
  );
  return new Set(lost.keys());
}

/** Whether two maps have the same entries, in whatever order their rows stand. */
function sameEntries(a: ProcessMap, b: ProcessMap): boolean {
  const entries = (map: ProcessMap): readonly string[] =>
    map.nodes
      .map((node) => {
        const above = node.parent === null ? '' : keyOf(nodeAt(map, node.parent));
        return JSON.stringify([node.code.text, node.label, above, node.kind]);
      })
      .sort();
  const [left, right] = [entries(a), entries(b)];
  return left.length === right.length && left.every((entry, i) => entry === right[i]);
}
