import type { Candidate, Correspondence, Evidence, Link, Tier, Unlinked } from '../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { isBookable } from '../model/tree.ts';
import { type Constraints, constraintsOf, forbids, type MatchDecisions } from './constraints.ts';
import { evidenceFor } from './evidence.ts';
import { addImpliedEntries } from './implied-entries.ts';
import { chosenPairs, LINK, probabilitiesOf, unlinkUnlikely, weighJoins } from './joins/joins.ts';
import { findSecondTargets, type NamingClause, namingClauses } from './joins/second-targets.ts';
import { carryByRule } from './matchers/carried-by-rule.ts';
import { flowsBetween } from './matchers/from-children.ts';
import type { ModelWeights } from './model/model-weights.ts';
import { MODEL_WEIGHTS } from './model/weights.ts';
import { type PairTable, pairsAt } from './pairs/pair-table.ts';
import type { RoundState } from './place/structure.ts';
import { runRounds, type Scored } from './rounds.ts';
import { buildSide, isMixed } from './side.ts';
import { sigmoid } from './similarity/logistic.ts';
import { createAnalyser } from './text/analyser.ts';
import { detectLanguage, type Language } from './text/language.ts';
import { findTies } from './ties.ts';

export interface MatchOptions {
  /** Whether training and coordination entries are taken to exist where the new file lists none (default `carry`). */
  readonly serviceEntries?: 'carry' | 'strict';
  /** Language of the labels; found from them when not given. */
  readonly language?: Language;
  readonly decisions?: MatchDecisions;
  /** Learned weights, for those who train them. */
  readonly weights?: ModelWeights;
  /** Is told how far matching has come. */
  readonly onProgress?: OnProgress;
}

export interface MatchResult {
  /** The new map, with the entries that stand in it by rule. */
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
}

/**
 * From this probability on a link may be applied unseen: one to one, or where an entry is merged into one whose label has
 * its own whole. On links held back (docs/quality.md) none so likely was wrong; other merges and splits are, now and then.
 */
const CERTAIN = 0.95;
/** An entry with a candidate this likely is not said to be dropped. */
const OPEN = 0.15;
const MAX_CANDIDATES = 5;
/** Candidates less likely than this are not shown. */
const MIN_CANDIDATE = 0.01;

/**
 * Finds which entry of the old map became which of the new.
 *
 * Cost: grows with the number of entries, not with its square: for each a bounded number of others is looked at, and some
 * twenty are weighed (`npm run bench:scale`).
 *
 * @returns the links of bookable entries and of the structure above them, each with its confidence and evidence, and the
 * candidates of every entry; the same maps always give the same result, in whatever order their rows stand
 */
export function matchMaps(oldMap: ProcessMap, newMap: ProcessMap, options: MatchOptions = {}): MatchResult {
  const weights = options.weights ?? MODEL_WEIGHTS;
  const target = options.serviceEntries === 'strict' ? newMap : addImpliedEntries(newMap);
  const constraints = constraintsOf(options.decisions ?? {});
  const analyser = createAnalyser(options.language ?? languageOf(oldMap, newMap));
  const mixed = isMixed(oldMap) || isMixed(target);
  const onProgress = options.onProgress ?? (() => {});
  onProgress({ stage: 'labels', done: 0, total: 2 });
  const oldSide = buildSide(oldMap, analyser, mixed);
  onProgress({ stage: 'labels', done: 1, total: 2 });
  const newSide = buildSide(target, analyser, mixed);
  const scored = runRounds(oldSide, newSide, { weights, onProgress });
  const all = settle(scored, { weights, constraints, onProgress });
  const isEntry = ({ old }: { readonly old: number }): boolean => isBookable(oldMap.nodes[old] as MapNode);
  const structure = withFlows(
    scored,
    all.links.filter((link) => !isEntry(link)),
    all.links.filter(isEntry),
    constraints,
  );
  const placed = new Set(structure.map((link) => link.old));
  const carried = carryByRule(oldMap, target, structure, constraints);
  return {
    newMap: target,
    correspondence: {
      links: sortLinks([...all.links.filter(isEntry), ...carried.links]),
      unlinked: [...all.unlinked.filter(isEntry), ...carried.unlinked].sort((a, b) => a.old - b.old),
      structure: sortLinks(structure),
      structureUnlinked: all.unlinked.filter((entry) => !isEntry(entry) && !placed.has(entry.old)),
      candidates: all.candidates,
    },
  };
}

function languageOf(oldMap: ProcessMap, newMap: ProcessMap): Language {
  return detectLanguage([...oldMap.nodes, ...newMap.nodes].map((node) => node.label));
}

/** Links of structure entries, completed and corrected by where the entries below them went. */
function withFlows(
  { table }: Scored,
  links: readonly Link[],
  entries: readonly Link[],
  constraints: Constraints,
): readonly Link[] {
  const { oldSide, newSide } = table;
  const flows = flowsBetween(oldSide, newSide, entries, links);
  const flowing = new Set(flows.map((flow) => flow.old));
  const key = (o: number, n: number): string => `${o} ${n}`;
  const byPair = new Map(flows.map((flow) => [key(flow.old, flow.new), flow]));
  const kept = links.filter(
    (link) => !flowing.has(link.old) || byPair.has(key(link.old, link.new)) || link.tier === 'certain',
  );
  const known = new Set(kept.map((link) => key(link.old, link.new)));
  const added = flows
    .filter((flow) => !known.has(key(flow.old, flow.new)) && !forbids(constraints, flow.old, flow.new))
    .map((flow): Link => {
      const share = Math.max(flow.ofOld, flow.ofNew);
      return {
        old: flow.old,
        new: flow.new,
        confidence: 0.6 + 0.3 * share,
        tier: 'probable',
        evidence: [{ kind: 'same-children', score: share, weight: 1, detail: String(flow.links) }],
        matcher: 'from-children',
      };
    });
  return [...kept, ...added];
}

interface Settled {
  readonly links: readonly Link[];
  readonly unlinked: readonly Unlinked[];
  readonly candidates: readonly (readonly Candidate[])[];
}

interface SettleOptions {
  readonly weights: ModelWeights;
  readonly constraints: Constraints;
  readonly onProgress: OnProgress;
}

/**
 * Turns scores into links: one to one first, then what merges and what was split off. Decisions come last: each settles
 * its own entry and changes nothing else, so that what a person has reviewed stays as it was reviewed.
 */
function settle(scored: Scored, { weights, constraints, onProgress }: SettleOptions): Settled {
  const { table, state } = scored;
  unlinkUnlikely(scored);
  const ties = findTies(scored, constraints);
  const weighed = weighJoins(scored, { weights, onProgress });
  onProgress({ stage: 'links', done: 0, total: 1 });
  const seconds = findSecondTargets(scored, weighed);
  const { score } = scored;
  const joins = probabilitiesOf(scored, weighed);
  const chosen = chosenPairs(weighed);
  const links: Link[] = [];
  const linked = new Set<number>();
  const confidence = new Float64Array(table.old.length);
  const evidenceOf = evidenceByPair(scored, weights, namingClauses(weighed));
  for (let pair = 0; pair < score.length; pair++) {
    const o = table.old[pair] as number;
    const n = table.new[pair] as number;
    const core = state.partnerOfOld[o] === n;
    const joined = Math.max(joins[pair] ?? 0, seconds.get(pair) ?? 0);
    const p = core ? sigmoid(score[pair] as number) : joined;
    confidence[pair] = p;
    if (forbids(constraints, o, n) || ties.has(o)) continue;
    if (p >= LINK || chosen.has(pair)) {
      links.push({
        old: o,
        new: n,
        confidence: p,
        tier: tierOf(p, mayBeCertain(table, state, pair)),
        evidence: evidenceOf(pair),
        matcher: core ? 'one-to-one' : (state.partnerOfOld[o] as number) < 0 ? 'merge' : 'split',
      });
    } else continue;
    linked.add(o);
  }
  for (const equal of ties.values()) {
    const most = Math.max(...equal.map((pair) => confidence[pair] as number));
    for (const pair of equal) confidence[pair] = most / equal.length;
  }
  const allowed = (o: number): number[] =>
    [...pairsAt(table.byOld, o)].filter((pair) => !forbids(constraints, o, table.new[pair] as number));
  const unlinked = table.oldSide.matchable
    .filter((o) => !linked.has(o))
    .map((o) => (ties.has(o) ? tied(o) : unlinkedOf(o, allowed(o), confidence, constraints)));
  const candidates = table.oldSide.nodes.map((node) =>
    candidatesOf(scored, allowed(node.id), confidence, evidenceOf),
  );
  return { links, unlinked, candidates };
}

function tierOf(confidence: number, isPlain: boolean): Tier {
  return isPlain && confidence >= CERTAIN ? 'certain' : 'probable';
}

/** A label has another whole with this share of its weight. */
const WHOLE = 0.95;

/** Labels of which neither has more of the other than this are about different things, whatever their place says. */
const STRANGE = 0.15;

/**
 * Only partners may be certain, and an old entry without a partner whose label the one it joins has whole; never across
 * levels, where a lost entry would be taken for the group of the same name above it, nor on code and place alone.
 */
function mayBeCertain({ oldSide, newSide, ...table }: PairTable, state: RoundState, pair: number): boolean {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  if (oldSide.level[o] !== newSide.level[n]) return false;
  const oldCover = table.oldCover[pair] as number;
  const isStrange = Math.max(oldCover, table.newCover[pair] as number) <= STRANGE;
  if (isStrange && (table.keys.old[o] as number) !== (table.keys.new[n] as number)) return false;
  const partner = state.partnerOfOld[o] as number;
  return partner === n || (partner < 0 && oldCover >= WHOLE);
}

/** That none corresponds is not what is in doubt here. */
function tied(old: number): Unlinked {
  return { old, tier: 'open', confidence: 0, reason: 'tie' };
}

function unlinkedOf(
  old: number,
  pairs: readonly number[],
  confidence: Float64Array,
  constraints: Constraints,
): Unlinked {
  const best = Math.max(0, ...pairs.map((pair) => confidence[pair] as number));
  // Where a person has rejected what was found, a person decides what it is then.
  const isOpen = best >= OPEN || constraints.rejected.has(old);
  return {
    old,
    tier: isOpen ? 'open' : 'probable',
    confidence: 1 - best,
    reason: isOpen ? 'weak' : 'nothing-similar',
  };
}

type EvidenceOf = (pair: number) => readonly Evidence[];

/** Evidence of pairs; what stands for a link stands for the candidate too, and is drawn up once. */
function evidenceByPair(
  scored: Scored,
  weights: ModelWeights,
  clauses: ReadonlyMap<number, NamingClause>,
): EvidenceOf {
  const known = new Map<number, readonly Evidence[]>();
  return (pair) => {
    const before = known.get(pair);
    if (before) return before;
    const evidence = evidenceFor(scored, pair, { weights, clause: clauses.get(pair) });
    known.set(pair, evidence);
    return evidence;
  };
}

function candidatesOf(
  { table, score }: Scored,
  pairs: readonly number[],
  confidence: Float64Array,
  evidenceOf: EvidenceOf,
): readonly Candidate[] {
  const order = (a: number, b: number): number =>
    (confidence[b] as number) - (confidence[a] as number) ||
    (score[b] as number) - (score[a] as number) ||
    a - b;
  return firstOf(pairs, order, MAX_CANDIDATES)
    .filter((pair) => Math.max(confidence[pair] as number, sigmoid(score[pair] as number)) >= MIN_CANDIDATE)
    .map((pair) => ({
      new: table.new[pair] as number,
      confidence: confidence[pair] as number,
      evidence: evidenceOf(pair),
    }));
}

/** The first `count` in an order, without sorting the rest. */
function firstOf(pairs: readonly number[], order: (a: number, b: number) => number, count: number): number[] {
  const first: number[] = [];
  for (const pair of pairs) {
    if (first.length === count && order(first[count - 1] as number, pair) <= 0) continue;
    let at = first.length === count ? count - 1 : first.length;
    for (; at > 0 && order(first[at - 1] as number, pair) > 0; at--) first[at] = first[at - 1] as number;
    first[at] = pair;
  }
  return first;
}

function sortLinks(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => a.old - b.old || a.new - b.new);
}
