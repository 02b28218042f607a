import Fuse from 'fuse.js';
import { extract, token_set_ratio, token_sort_ratio } from 'fuzzball';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { isBookable } from '../../src/model/tree.ts';
import type { MethodResult } from './method-result.ts';
import type { RankedTarget, Ranking } from './ranking.ts';
import { type CrosswalkLink, scoreCrosswalk } from './score.ts';
import { isStructureSet, type ReferenceSet } from './sets.ts';

/** A way to link two maps that people have today, with everything about it chosen in its favour. */
export interface Baseline {
  readonly name: string;
  readonly run: (set: ReferenceSet) => BaselineResult;
}

export interface BaselineResult extends MethodResult {
  /** What was chosen on the answers, in words; empty where there was nothing to choose. */
  readonly choice: string;
}

interface Entry {
  readonly code: string;
  readonly label: string;
}

/** How many ranked targets are kept. */
const RANKS = 5;
const THRESHOLD_STEPS = 100;

/** What a lookup in a spreadsheet does. */
export const JOINS: readonly Baseline[] = [
  { name: 'join on code', run: (set) => joinOn(set, (entry) => entry.code) },
  { name: 'join on label', run: (set) => joinOn(set, (entry) => foldLabel(entry.label)) },
];

/** Every baseline, the simplest first. */
export const BASELINES: readonly Baseline[] = [
  ...JOINS,
  { name: 'fuse.js', run: (set) => bestMatch(set, searchWithFuse(newEntries(set))) },
  { name: 'fuzzball', run: (set) => bestMatch(set, searchWithFuzzball(newEntries(set))) },
];

/** Links every pair whose keys are equal. */
function joinOn(set: ReferenceSet, keyOf: (entry: Entry) => string): BaselineResult {
  const byKey = new Map<string, Entry[]>();
  for (const entry of newEntries(set)) byKey.set(keyOf(entry), [...(byKey.get(keyOf(entry)) ?? []), entry]);
  const ranking = new Map(
    judgedEntries(set).map((entry) => {
      const equals = byKey.get(keyOf(entry)) ?? [];
      return [entry.code, equals.map(({ code }) => ({ new: code, confidence: 1 }))] as const;
    }),
  );
  const crosswalk = [...ranking].flatMap(([old, targets]) =>
    targets.map((target) => linkOf(old, target.new)),
  );
  return { crosswalk, ranking, choice: '' };
}

/** Ranked targets for a label. */
type Search = (label: string) => RankedTarget[];

/** Links every entry to the best match of its label, from that similarity on with which F1 is highest. */
function bestMatch(set: ReferenceSet, search: Search): BaselineResult {
  const ranking: Ranking = new Map(judgedEntries(set).map((entry) => [entry.code, search(entry.label)]));
  const trials = Array.from({ length: THRESHOLD_STEPS + 1 }, (_, step) => {
    const threshold = step / THRESHOLD_STEPS;
    const crosswalk = linksFrom(ranking, threshold);
    return { threshold, crosswalk, f1: scoreCrosswalk(crosswalk, set.gold).f1 };
  });
  const best = trials.reduce((a, b) => (b.f1 > a.f1 ? b : a));
  return { crosswalk: best.crosswalk, ranking, choice: `similarity from ${best.threshold}` };
}

function linksFrom(ranking: Ranking, threshold: number): CrosswalkLink[] {
  return [...ranking].flatMap(([old, [best]]) =>
    best && best.confidence >= threshold ? [linkOf(old, best.new)] : [],
  );
}

function linkOf(old: string, target: string): CrosswalkLink {
  return { old, new: target, tier: 'probable', alarms: [] };
}

/** Wherever in the label the words stand (by default near its beginning); of its options these did best. */
function searchWithFuse(entries: readonly Entry[]): Search {
  const fuse = new Fuse(entries, { keys: ['label'], includeScore: true, ignoreLocation: true });
  return (label) =>
    fuse
      .search(label, { limit: RANKS })
      .map(({ item, score }) => ({ new: item.code, confidence: 1 - (score ?? 1) }));
}

/** Labels with equal sets of words are told apart by all their words in order, `token_sort_ratio`. */
function searchWithFuzzball(entries: readonly Entry[]): Search {
  const labels = entries.map((entry) => entry.label);
  return (label) => {
    const ranked = extract(label, labels, { scorer: token_set_ratio });
    const bar = ranked[RANKS - 1]?.[1] ?? 0;
    return ranked
      .filter(([, score]) => score >= bar)
      .map(([text, score, index]) => ({ score, index, order: token_sort_ratio(label, text) }))
      .sort((a, b) => b.score - a.score || b.order - a.order || a.index - b.index)
      .slice(0, RANKS)
      .map(({ score, index }) => ({ new: (entries[index] as Entry).code, confidence: score / 100 }));
  };
}

/** The old entries that the reference judges. */
function judgedEntries(set: ReferenceSet): Entry[] {
  const scope = new Set(set.gold.map((link) => link.old));
  return entriesOf(set.oldMap, isStructureSet(set))
    .filter(({ entry }) => scope.has(entry.code))
    .map(({ entry }) => entry);
}

/** The new entries on the levels where reference links end. procmap has to find that out by itself. */
function newEntries(set: ReferenceSet): Entry[] {
  const targets = new Set(set.gold.map((link) => link.new));
  const entries = entriesOf(set.newMap, isStructureSet(set));
  const levels = new Set(
    entries.filter(({ entry }) => targets.has(entry.code)).map(({ node }) => node.level),
  );
  return entries.filter(({ node }) => levels.has(node.level)).map(({ entry }) => entry);
}

function entriesOf(map: ProcessMap, structure: boolean): { readonly node: MapNode; readonly entry: Entry }[] {
  return map.nodes
    .filter((node) => isBookable(node) !== structure)
    .map((node) => ({ node, entry: { code: node.bookingCode ?? node.code.text, label: node.label } }));
}

/** Case, accents and punctuation set aside, which is more than a lookup in Excel does. */
function foldLabel(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
