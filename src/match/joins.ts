import { ALONE_FEATURE_COUNT, JOIN_FEATURE_COUNT, joinMeter } from './join-features.ts';
import type { ModelWeights } from './model/weights.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import { addComparable, compareChildren, findPair, measurePairs } from './pair-table.ts';
import { type Scored, scorePairs } from './rounds.ts';
import { logit, sigmoid } from './similarity/logistic.ts';

/** A link is made when it is more likely than not. */
export const LINK = 0.5;

/** The entry is weighed against each of these, and against none. */
export interface JoinChoice {
  readonly own: number;
  readonly kind: 'merge' | 'split';
  readonly pairs: readonly number[];
  /** Per pair what was measured of it. */
  readonly features: readonly Float64Array[];
  readonly alone: Float64Array;
}

/** What was weighed of one entry: its choice, and the probability of each of its pairs. */
export interface WeighedJoin extends JoinChoice {
  readonly shares: readonly number[];
}

/** The probability of each pair whose entry has no partner on at least one side, that it is a further link. */
export type JoinProbabilities = ReadonlyMap<number, number>;

/** Everything is weighed this often, each time with what the time before has found. */
const TURNS = 3;

/**
 * Weighs for every entry without a partner, on either side, the entries of the other map it could belong to, one against
 * the other and all against none (a multinomial logit: McFadden 1974).
 *
 * Everything is weighed more than once: what the siblings of an entry seem to join speaks for its joining the same, and
 * where parents join, their children are compared.
 */
export function weighJoins(scored: Scored, weights: ModelWeights): readonly WeighedJoin[] {
  compareCousins(scored, weights);
  let weighed = weigh(joinChoices(scored, new Map()), weights);
  for (let turn = 1; turn < TURNS; turn++) {
    const likely = probabilitiesOf(weighed);
    believe(scored, likely, weights);
    weighed = weigh(joinChoices(scored, likely), weights);
  }
  return weighed;
}

/** The probability of each pair as a join; where both of its entries have no partner, the larger one. */
export function probabilitiesOf(weighed: readonly WeighedJoin[]): JoinProbabilities {
  const result = new Map<number, number>();
  for (const { pairs, shares } of weighed) {
    pairs.forEach((pair, i) => {
      const p = shares[i] as number;
      if (p > (result.get(pair) ?? 0)) result.set(pair, p);
    });
  }
  return result;
}

/** Entries without a partner are compared with all that stands where their parent's parent went, up to this many. */
const MAX_COUSINS = 60;

/** Compares entries without a partner, whose parent may be new too, with all entries of the branch they belong to. */
function compareCousins(scored: Scored, weights: ModelWeights): void {
  for (const view of [fromOld(scored), fromNew(scored)]) {
    const isOld = view.own === scored.table.oldSide;
    for (const x of view.own.matchable) {
      if ((view.partner[x] as number) >= 0) continue;
      const parent = view.own.parent[x] as number;
      const grandparent = parent < 0 ? -1 : (view.own.parent[parent] as number);
      const branch = grandparent < 0 ? -1 : (view.partner[grandparent] as number);
      if (branch < 0) continue;
      const cousins = (view.other.children[branch] as readonly number[]).flatMap(
        (uncle) => view.other.children[uncle] as readonly number[],
      );
      if (cousins.length > MAX_COUSINS) continue;
      for (const y of cousins) {
        if (isOld) addComparable(scored.table, x, y);
        else addComparable(scored.table, y, x);
      }
    }
  }
  scoreNewPairs(scored, weights);
}

/** Takes likely joins for links when the structure is asked next, and compares the children of what joins. */
function believe(scored: Scored, joins: JoinProbabilities, weights: ModelWeights): void {
  const { table, state } = scored;
  const likely = [...joins].filter(([, p]) => p >= LINK);
  for (const [pair] of likely) compareChildren(table, table.old[pair] as number, table.new[pair] as number);
  scoreNewPairs(scored, weights);
  state.probability = scored.score.map(sigmoid);
  for (const [pair, p] of likely) state.probability[pair] = p;
  state.joined = new Set(likely.map(([pair]) => pair));
}

function scoreNewPairs(scored: Scored, weights: ModelWeights): void {
  const { table, structure } = scored;
  if (scored.score.length === table.old.length) return;
  measurePairs(table);
  const known = scored.score;
  scored.score = scorePairs(table, structure, weights.pair);
  scored.score.set(known);
}

/** The choices of all entries without a partner; `likely` is what is known of joins so far. */
export function joinChoices(scored: Scored, likely: JoinProbabilities): readonly JoinChoice[] {
  return [fromOld(scored), fromNew(scored)].flatMap((view) => choicesFrom(scored, view, likely));
}

function choicesFrom(scored: Scored, view: Orientation, likely: JoinProbabilities): readonly JoinChoice[] {
  const meter = joinMeter(scored, view, likely);
  const kind = view.own === scored.table.oldSide ? 'merge' : 'split';
  const free = view.own.matchable.filter((x) => (view.partner[x] as number) < 0);
  return free.map((own) => {
    const pairs = view.pairsOf[own] as readonly number[];
    const features = pairs.map((pair) => {
      const out = new Float64Array(JOIN_FEATURE_COUNT);
      meter.join(pair, out);
      return out;
    });
    const alone = new Float64Array(ALONE_FEATURE_COUNT);
    meter.alone(own, alone);
    return { own, kind, pairs, features, alone };
  });
}

/**
 * How often entries without a partner join another differs between revisions, and between their two sides: where much
 * was merged, what is left over was probably merged too. The rate is estimated from the entries themselves (Saerens et
 * al. 2002) and shifts what joining none is worth.
 */
const RATE_TURNS = 20;
/** The usual rate counts as much as this many entries. */
const USUAL_RATE_WEIGHT = 2;
/** Entries with no candidate worth mentioning say nothing of the rate. */
export const PLAUSIBLE = 0.05;

function weigh(choices: readonly JoinChoice[], weights: ModelWeights): readonly WeighedJoin[] {
  const shifts = rateShifts(choices, weights);
  return choices.map((choice) => {
    const utilities = choice.features.map((features) => logit(weights.join, features));
    const alone = logit(weights.alone, choice.alone) + shifts[choice.kind];
    return { ...choice, shares: softmax(utilities, alone) };
  });
}

/** What joining none is worth more, or less, than usual: for old entries, and for new ones. */
function rateShifts(
  choices: readonly JoinChoice[],
  weights: ModelWeights,
): Readonly<Record<JoinChoice['kind'], number>> {
  const shiftOf = (kind: JoinChoice['kind']): number => {
    const own = choices.filter((choice) => choice.kind === kind);
    const utilities = own.map((choice) => choice.features.map((features) => logit(weights.join, features)));
    const alone = own.map((choice) => logit(weights.alone, choice.alone));
    return rateShift(utilities, alone, weights.joinRate);
  };
  return { merge: shiftOf('merge'), split: shiftOf('split') };
}

function rateShift(
  utilities: readonly (readonly number[])[],
  alone: readonly number[],
  usual: number,
): number {
  const joins = (i: number, shift: number): number =>
    softmax(utilities[i] as number[], (alone[i] as number) + shift).reduce((sum, p) => sum + p, 0);
  const plausible = alone.map((_, i) => i).filter((i) => joins(i, 0) >= PLAUSIBLE);
  let shift = 0;
  for (let turn = 0; turn < RATE_TURNS; turn++) {
    const seen = plausible.reduce((sum, i) => sum + joins(i, shift), 0);
    const rate = (seen + USUAL_RATE_WEIGHT * usual) / (plausible.length + USUAL_RATE_WEIGHT);
    shift = logOdds(usual) - logOdds(rate);
  }
  return shift;
}

/** The share of each option when joining none is worth `alone`. */
function softmax(utilities: readonly number[], alone: number): number[] {
  const top = Math.max(alone, ...utilities);
  const raised = utilities.map((u) => Math.exp(u - top));
  const total = raised.reduce((sum, value) => sum + value, Math.exp(alone - top));
  return raised.map((value) => value / total);
}

function logOdds(p: number): number {
  return Math.log(p / (1 - p));
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
