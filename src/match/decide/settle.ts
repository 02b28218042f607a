import type { Contradicts } from '../../language/contradiction.ts';
import { compareCodes } from '../../model/code.ts';
import type { Candidate, Evidence, Link, Unlinked } from '../../model/correspondence.ts';
import type { MapNode } from '../../model/process-map.ts';
import type { OnProgress } from '../../model/progress.ts';
import { pairsAt } from '../compare/pair-table.ts';
import {
  chosenPairs,
  probabilitiesOf,
  unlinkUnlikely,
  type WeighedJoin,
  weighJoins,
} from '../infer/joins.ts';
import type { Scored } from '../infer/rounds.ts';
import { findSecondTargets, namingClauses } from '../infer/second-targets.ts';
import type { ModelWeights } from '../model-weights.ts';
import { NUMBERS } from '../numbers.ts';
import { onGrid } from '../similarity/grid.ts';
import { sigmoid } from '../similarity/logistic.ts';
import { type Completeness, completenessOf } from './complete.ts';
import { type Constraints, forbids } from './constraints.ts';
import { evidenceFor } from './evidence.ts';
import { type TierView, tierOf, tierView } from './tier.ts';
import { findTies } from './ties.ts';

/** What became of the old entries; candidates by node id. */
export interface Settled extends Completeness {
  readonly links: readonly Link[];
  readonly unlinked: readonly Unlinked[];
  readonly candidates: readonly (readonly Candidate[])[];
}

export interface SettleOptions {
  readonly weights: ModelWeights;
  readonly constraints: Constraints;
  readonly contradicts: Contradicts;
  readonly onProgress: OnProgress;
}

/**
 * Turns scores into links: one to one first, then what merges and what was split off. What a person has accepted is
 * settled after matching; here a rejected pair makes room for the next best, and changes nothing else.
 */
export function settle(
  scored: Scored,
  { weights, constraints, contradicts, onProgress }: SettleOptions,
): Settled {
  const { table } = scored;
  const chosen = chooseLinks(scored, { weights, constraints, onProgress });
  const { confidence, ties } = chosen;
  const evidenceOf = evidenceByPair(scored, chosen, weights);
  const view = tierView(scored, contradicts);
  const links: Link[] = [];
  const linked = new Set<number>();
  for (let pair = 0; pair < confidence.length; pair++) {
    if (chosen.linked[pair] === 0) continue;
    links.push(linkOf(view, pair, { confidence: confidence[pair] as number, evidenceOf }));
    linked.add(table.old[pair] as number);
  }
  const allowed = (o: number): number[] =>
    [...pairsAt(table.byOld, o)].filter((pair) => !forbids(constraints, o, table.new[pair] as number));
  const unlinked = table.oldSide.matchable
    .filter((o) => !linked.has(o))
    .map((o) => (ties.has(o) ? tied(o) : unlinkedOf(o, allowed(o), confidence, constraints)));
  const candidates = table.oldSide.nodes.map((node) =>
    candidatesOf(scored, allowed(node.id), confidence, evidenceOf),
  );
  return { links, unlinked, candidates, ...completenessOf(scored, chosen, weights) };
}

/** Which pairs are links, and what that rests on. */
export interface Chosen {
  /** 1 for each pair that is a link. */
  readonly linked: Uint8Array;
  readonly confidence: Float64Array;
  readonly ties: ReadonlyMap<number, readonly number[]>;
  readonly weighed: readonly WeighedJoin[];
}

/** Chooses the links: what is likelier than not, and joins that stand out; none of entries that tie. */
export function chooseLinks(
  scored: Scored,
  { weights, constraints, onProgress }: Omit<SettleOptions, 'contradicts'>,
): Chosen {
  const { table } = scored;
  unlinkUnlikely(scored);
  const ties = findTies(scored, constraints);
  const weighed = weighJoins(scored, { weights, onProgress });
  onProgress({ stage: 'links', done: 0, total: 1 });
  const confidence = confidenceOf(scored, { weighed, ties, weights });
  const chosen = chosenPairs(weighed);
  const linked = new Uint8Array(confidence.length);
  for (let pair = 0; pair < confidence.length; pair++) {
    const o = table.old[pair] as number;
    if ((confidence[pair] as number) < NUMBERS.decide.link && !chosen.has(pair)) continue;
    if (!forbids(constraints, o, table.new[pair] as number) && !ties.has(o)) linked[pair] = 1;
  }
  return { linked, confidence, ties, weighed };
}

interface Weighed {
  readonly weighed: readonly WeighedJoin[];
  readonly ties: ReadonlyMap<number, readonly number[]>;
  readonly weights: ModelWeights;
}

/** How sure each pair is: as partners, or as a join; pairs that tie share what the best of them has. */
function confidenceOf(scored: Scored, { weighed, ties, weights }: Weighed): Float64Array {
  const { table, state, score } = scored;
  const { shift, scale } = weights.calibration;
  const joins = probabilitiesOf(scored, weighed);
  const seconds = findSecondTargets(scored, weighed);
  const confidence = new Float64Array(table.old.length);
  for (let pair = 0; pair < confidence.length; pair++) {
    const arePartners = state.partnerOfOld[table.old[pair] as number] === table.new[pair];
    confidence[pair] = arePartners
      ? sigmoid(shift + scale * (score[pair] as number))
      : Math.max(joins[pair] ?? 0, seconds.get(pair) ?? 0);
  }
  for (const equal of ties.values()) {
    const most = Math.max(...equal.map((pair) => confidence[pair] as number));
    for (const pair of equal) confidence[pair] = most / equal.length;
  }
  return confidence;
}

function linkOf(
  view: TierView,
  pair: number,
  { confidence, evidenceOf }: { readonly confidence: number; readonly evidenceOf: EvidenceOf },
): Link {
  const { table, state } = view;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const partner = state.partnerOfOld[o] as number;
  return {
    old: o,
    new: n,
    confidence,
    tier: tierOf(view, pair, confidence),
    get evidence() {
      return evidenceOf(pair);
    },
    matcher: partner === n ? 'one-to-one' : partner < 0 ? 'merge' : 'split',
  };
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
  const isOpen = best >= NUMBERS.decide.open || constraints.rejected.has(old);
  return {
    old,
    tier: isOpen ? 'open' : 'probable',
    confidence: 1 - best,
    reason: isOpen ? 'weak' : 'nothing-similar',
  };
}

/** Where each pair was weighed as a join; where both of its entries have no partner, the likelier way. */
function joinByPair(
  weighed: readonly WeighedJoin[],
): ReadonlyMap<number, { readonly join: WeighedJoin; readonly i: number }> {
  const found = new Map<number, { readonly join: WeighedJoin; readonly i: number }>();
  for (const join of weighed) {
    join.pairs.forEach((pair, i) => {
      const known = found.get(pair);
      const isLikelier = !known || (join.shares[i] as number) > (known.join.shares[known.i] as number);
      if (isLikelier) found.set(pair, { join, i });
    });
  }
  return found;
}

type EvidenceOf = (pair: number) => readonly Evidence[];

/**
 * Evidence of pairs; what stands for a link stands for the candidate too, and is drawn up once. It is drawn up when somebody
 * reads it: a report shows that of a few links, and all of it took a tenth of a run, and on large maps a third of the memory.
 */
function evidenceByPair(scored: Scored, { confidence, weighed }: Chosen, weights: ModelWeights): EvidenceOf {
  const clauses = namingClauses(weighed);
  const joins = joinByPair(weighed);
  const { table, state } = scored;
  const known = new Map<number, readonly Evidence[]>();
  return (pair) => {
    const before = known.get(pair);
    if (before) return before;
    const arePartners = state.partnerOfOld[table.old[pair] as number] === table.new[pair];
    const weighedAs = arePartners ? undefined : joins.get(pair);
    const evidence = evidenceFor(scored, pair, {
      weights,
      confidence: confidence[pair] as number,
      join: weighedAs && { values: weighedAs.join.valuesOf(weighedAs.i), alone: weighedAs.join.alone },
      clause: weighedAs && clauses.get(pair),
    });
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
  const codeOf = (pair: number) => (table.newSide.nodes[table.new[pair] as number] as MapNode).code;
  const order = (a: number, b: number): number =>
    onGrid(confidence[b] as number) - onGrid(confidence[a] as number) ||
    onGrid(score[b] as number) - onGrid(score[a] as number) ||
    compareCodes(codeOf(a), codeOf(b)) ||
    a - b;
  return firstOf(pairs, order, NUMBERS.decide.candidates)
    .filter(
      (pair) =>
        Math.max(confidence[pair] as number, sigmoid(score[pair] as number)) >= NUMBERS.decide.minCandidate,
    )
    .map((pair) => ({
      new: table.new[pair] as number,
      confidence: confidence[pair] as number,
      get evidence() {
        return evidenceOf(pair);
      },
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
