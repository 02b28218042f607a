import { findPair } from '../compare/pair-table.ts';
import { inOrder, type ModelWeights } from '../model-weights.ts';
import { NUMBERS } from '../numbers.ts';
import { logit, sigmoid } from '../similarity/logistic.ts';
import {
  choiceMeter,
  freeEntries,
  type JoinChoice,
  kindOf,
  type LabelsByKind,
  labelsByKind,
} from './join-choices.ts';
import { ALONE_IDS, JOIN_IDS } from './join-comparisons.ts';
import { fromNew, fromOld } from './orientation.ts';
import { rateShift, softmax } from './rate-shift.ts';
import { compareRelatives, scoreNewPairs } from './relatives.ts';
import type { Scored, Weighing } from './rounds.ts';
import type { JoinProbabilities } from './siblings.ts';

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
  onProgress?.({ stage: 'joins', done: 0, total: NUMBERS.infer.joinTurns });
  let weighed = weigh(scored, { likely: NOTHING_LIKELY, labels }, weights);
  for (let turn = 1; turn < NUMBERS.infer.joinTurns; turn++) {
    onProgress?.({ stage: 'joins', done: turn, total: NUMBERS.infer.joinTurns });
    const likely = probabilitiesOf(scored, weighed);
    believe(scored, likely);
    weighed = weigh(scored, { likely, labels }, weights);
  }
  return weighed;
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
    if (top >= NUMBERS.decide.minChosen && top >= none && top >= NUMBERS.decide.standsOut * second)
      chosen.add(pairs[best] as number);
  }
  return chosen;
}

/** Takes likely joins for links when the structure is asked next, and compares the children of what joins. */
function believe(scored: Scored, joins: JoinProbabilities): void {
  const { table, state, visitChildren } = scored;
  const likely = joins.map((p) => (p >= NUMBERS.decide.link ? p : 0));
  likely.forEach((p, pair) => {
    if (p > 0) visitChildren(table.old[pair] as number, table.new[pair] as number);
  });
  scoreNewPairs(scored);
  state.score = scored.score;
  state.joined = likely;
}

const CLAUSE = JOIN_IDS.indexOf('clause');

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
  const joinWeights = inOrder(JOIN_IDS, weights.join);
  const aloneWeights = inOrder(ALONE_IDS, weights.alone);
  return [fromOld(scored), fromNew(scored)].flatMap((view) => {
    const kind = kindOf(scored, view);
    const measure = choiceMeter(scored, view, { likely, labels: labels[kind] });
    const choices = freeEntries(view).map((own): Utilities => {
      const { pairs, features, alone } = measure(own);
      const joins = Float64Array.from(features, (row) => logit(joinWeights, row));
      const clauses = Float64Array.from(features, (row) => row[CLAUSE] as number);
      return { own, pairs, joins, clauses, alone: logit(aloneWeights, alone) };
    });
    const shift = rateShift(choices, kind === 'merge' ? NUMBERS.infer.mergeRate : NUMBERS.infer.splitRate);
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
    if (n < 0 || sigmoid(score[findPair(table, o, n)] as number) >= NUMBERS.decide.link) continue;
    state.partnerOfOld[o] = -1;
    state.partnerOfNew[n] = -1;
  }
}
