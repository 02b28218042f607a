import { addComparable, compareChildren, findPair, pairsAt } from '../compare/pair-table.ts';
import { inOrder, type ModelWeights } from '../model-weights.ts';
import { logit, sigmoid } from '../similarity/logistic.ts';
import {
  ALONE_FEATURE_COUNT,
  ALONE_FEATURES,
  JOIN_FEATURE_COUNT,
  JOIN_FEATURES,
  type JoinProbabilities,
  type JoinsSoFar,
  joinMeter,
} from './join-comparisons.ts';
import { createJoinLabels, type JoinLabels } from './join-labels.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import { rateShift, softmax, USUAL_RATE } from './rate-shift.ts';
import type { Scored, Weighing } from './rounds.ts';

/** A link is made when it is more likely than not; a join also when it stands out ({@link chosenPairs}). */
export const LINK = 0.5;

/** The entry is weighed against each of these, and against none. */
export interface JoinChoice {
  readonly own: number;
  readonly kind: 'merge' | 'split';
  readonly pairs: Int32Array;
  /** Per pair what was measured of it. */
  readonly features: readonly Float64Array[];
  readonly alone: Float64Array;
}

/** What was weighed of one entry: the pairs it could be joined by, and the probability of each. */
export interface WeighedJoin {
  readonly own: number;
  readonly kind: JoinChoice['kind'];
  readonly pairs: Int32Array;
  readonly shares: Float64Array;
  /** What was said of joining the `i`-th, and what joining none is worth. */
  readonly valuesOf: (i: number) => Float64Array;
  readonly alone: number;
  /** How well a clause of each other label that nothing else answers to names the entry, in [0, 1]. */
  readonly clauses: Float64Array;
}

/** Everything is weighed this often, each time with what the time before has found. */
const TURNS = 3;

/**
 * Weighs for every entry without a partner, on either side, the entries of the other map it could belong to, one against
 * the other and all against none (a multinomial logit: McFadden 1974).
 *
 * Everything is weighed more than once: what the siblings of an entry seem to join speaks for its joining the same, and
 * where parents join, their children are compared.
 */
export function weighJoins(scored: Scored, { weights, onProgress }: Weighing): readonly WeighedJoin[] {
  compareRelatives(scored);
  const labels = labelsByKind(scored);
  onProgress?.({ stage: 'joins', done: 0, total: TURNS });
  let weighed = weigh(scored, { likely: NOTHING_LIKELY, labels }, weights);
  for (let turn = 1; turn < TURNS; turn++) {
    onProgress?.({ stage: 'joins', done: turn, total: TURNS });
    const likely = probabilitiesOf(scored, weighed);
    believe(scored, likely);
    weighed = weigh(scored, { likely, labels }, weights);
  }
  return weighed;
}

type LabelsByKind = Readonly<Record<JoinChoice['kind'], JoinLabels>>;

function labelsByKind(scored: Scored): LabelsByKind {
  return { merge: createJoinLabels(scored), split: createJoinLabels(scored) };
}

/** What is known of joins before any is weighed. */
export const NOTHING_LIKELY: JoinProbabilities = new Float64Array(0);

/** The probability of each pair as a join; where both of its entries have no partner, the larger one. */
export function probabilitiesOf({ table }: Scored, weighed: readonly WeighedJoin[]): JoinProbabilities {
  const result = new Float64Array(table.old.length);
  for (const { pairs, shares } of weighed) {
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      result[pair] = Math.max(result[pair] as number, shares[i] as number);
    }
  }
  return result;
}

/** What is chosen stands out from the next best by this factor, and is no less likely than this. */
const STANDS_OUT = 2;
const MIN_CHOSEN = 1 / 3;

/** The pairs that are likelier than joining none, and stand out from what else their entry could join. */
export function chosenPairs(weighed: readonly WeighedJoin[]): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const { pairs, shares } of weighed) {
    let [best, second, none] = [-1, 0, 1];
    shares.forEach((share, i) => {
      none -= share;
      if (best < 0 || share > (shares[best] as number)) {
        second = best < 0 ? 0 : (shares[best] as number);
        best = i;
      } else second = Math.max(second, share);
    });
    const top = shares[best] ?? 0;
    if (top >= MIN_CHOSEN && top >= none && top >= STANDS_OUT * second) chosen.add(pairs[best] as number);
  }
  return chosen;
}

/** Entries without a partner are compared with all that stands where their parent's parent went, up to this many. */
const MAX_COUSINS = 60;

/**
 * Compares entries without a partner, whose parent may be new too, with all entries of the branch they belong to, and
 * with the partner of their parent, which may have absorbed them.
 */
function compareRelatives(scored: Scored): void {
  for (const view of [fromOld(scored), fromNew(scored)]) {
    const isOld = view.own === scored.table.oldSide;
    const compare = (x: number, y: number): void => {
      if (isOld) addComparable(scored.table, x, y);
      else addComparable(scored.table, y, x);
    };
    const cousinsIn = cousinsMeter(view);
    for (const x of view.own.matchable) {
      if ((view.partner[x] as number) >= 0) continue;
      const parent = view.own.parent[x] as number;
      const absorber = parent < 0 ? -1 : (view.partner[parent] as number);
      if (absorber >= 0) compare(x, absorber);
      const grandparent = parent < 0 ? -1 : (view.own.parent[parent] as number);
      const branch = grandparent < 0 ? -1 : (view.partner[grandparent] as number);
      if (branch < 0) continue;
      for (const y of cousinsIn(branch)) compare(x, y);
    }
  }
  scoreNewPairs(scored);
}

/** The entries two levels below one of the other map; none where they are too many. Each branch is walked once. */
function cousinsMeter({ other }: Orientation): (branch: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (branch) => {
    const before = known.get(branch);
    if (before) return before;
    const all = (other.children[branch] as readonly number[]).flatMap(
      (uncle) => other.children[uncle] as readonly number[],
    );
    const cousins = all.length > MAX_COUSINS ? [] : all;
    known.set(branch, cousins);
    return cousins;
  };
}

/** Takes likely joins for links when the structure is asked next, and compares the children of what joins. */
function believe(scored: Scored, joins: JoinProbabilities): void {
  const { table, state } = scored;
  const likely = joins.map((p) => (p >= LINK ? p : 0));
  likely.forEach((p, pair) => {
    if (p > 0) compareChildren(table, table.old[pair] as number, table.new[pair] as number);
  });
  scoreNewPairs(scored);
  state.score = scored.score;
  state.joined = likely;
}

/** Scores the pairs added since; those known keep what they scored in the last round. */
function scoreNewPairs(scored: Scored): void {
  const { table, structure, scorer } = scored;
  const known = scored.score;
  if (known.length === table.index.count) return;
  scorer.labels();
  scored.score = scorer.places(structure, known.length);
  scored.score.set(known);
}

/** The choices of all entries without a partner; `likely` is what is known of joins so far. */
export function joinChoices(scored: Scored, likely: JoinProbabilities): readonly JoinChoice[] {
  const labels = labelsByKind(scored);
  return [fromOld(scored), fromNew(scored)].flatMap((view) => {
    const measure = choiceMeter(scored, view, { likely, labels: labels[kindOf(scored, view)] });
    return freeEntries(view).map((own) => {
      const { features, alone, ...choice } = measure(own);
      return { ...choice, features: features.map((each) => each.slice()), alone: alone.slice() };
    });
  });
}

/** Old entries that join others make them merge; new ones make them split. */
function kindOf({ table }: Scored, { own }: Orientation): JoinChoice['kind'] {
  return own === table.oldSide ? 'merge' : 'split';
}

function freeEntries({ own, partner }: Orientation): readonly number[] {
  return own.matchable.filter((x) => (partner[x] as number) < 0);
}

/** Measures the choice of one entry after the other, each into the same arrays. */
function choiceMeter(scored: Scored, view: Orientation, known: JoinsSoFar): (own: number) => JoinChoice {
  const meter = joinMeter(scored, view, known);
  const kind = kindOf(scored, view);
  const alone = new Float64Array(ALONE_FEATURE_COUNT);
  const rows: Float64Array[] = [];
  return (own) => {
    const pairs = pairsAt(view.pairsOf, own);
    while (rows.length < pairs.length) rows.push(new Float64Array(JOIN_FEATURE_COUNT));
    const features = rows.slice(0, pairs.length);
    features.forEach((row, i) => {
      meter.join(own, i, row);
    });
    meter.alone(own, alone);
    return { own, kind, pairs, features, alone };
  };
}

const CLAUSE = JOIN_FEATURES.indexOf('clause');

/** What each option is worth to one entry, and what joining none is. */
interface Utilities {
  readonly own: number;
  readonly pairs: Int32Array;
  readonly joins: Float64Array;
  readonly clauses: Float64Array;
  readonly alone: number;
}

function weigh(
  scored: Scored,
  { likely, labels }: { readonly likely: JoinProbabilities; readonly labels: LabelsByKind },
  weights: ModelWeights,
): readonly WeighedJoin[] {
  const joinWeights = inOrder(JOIN_FEATURES, weights.join);
  const aloneWeights = inOrder(ALONE_FEATURES, weights.alone);
  return [fromOld(scored), fromNew(scored)].flatMap((view) => {
    const kind = kindOf(scored, view);
    const measure = choiceMeter(scored, view, { likely, labels: labels[kind] });
    const choices = freeEntries(view).map((own): Utilities => {
      const { pairs, features, alone } = measure(own);
      const joins = Float64Array.from(features, (row) => logit(joinWeights, row));
      const clauses = Float64Array.from(features, (row) => row[CLAUSE] as number);
      return { own, pairs, joins, clauses, alone: logit(aloneWeights, alone) };
    });
    const shift = rateShift(choices, USUAL_RATE[kind]);
    return choices.map(
      ({ own, pairs, joins, clauses, alone }): WeighedJoin => ({
        own,
        kind,
        pairs,
        shares: softmax(joins, alone + shift),
        valuesOf: (i) => (measure(own).features[i] as Float64Array).slice(),
        alone: alone + shift,
        clauses,
      }),
    );
  });
}

/** Unlinks one-to-one links that are less likely than not, so that both sides may join something else. */
export function unlinkUnlikely({ table, state, score }: Scored): void {
  for (const o of table.oldSide.matchable) {
    const n = state.partnerOfOld[o] as number;
    if (n < 0 || sigmoid(score[findPair(table, o, n)] as number) >= LINK) continue;
    state.partnerOfOld[o] = -1;
    state.partnerOfNew[n] = -1;
  }
}
