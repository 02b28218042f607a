import { logOdds, sigmoid } from '../similarity/logistic.ts';

/**
 * How often entries without a partner join another differs between revisions, and between their two sides: where much
 * was merged, what is left over was probably merged too. The rate is estimated from the entries themselves (Saerens et
 * al. 2002) and shifts what joining none is worth.
 */
const RATE_TURNS = 20;
/** How often an entry with a plausible candidate joins one, and how many such entries that counts as much as. */
export const USUAL_RATE = { merge: 0.6, split: 0.4 } as const;
const USUAL_RATE_WEIGHT = 10;
/** Entries with no candidate worth mentioning say nothing of the rate. */
const PLAUSIBLE = 0.05;

/** What each option is worth to an entry, and what joining none is. */
interface Worth {
  readonly joins: Float64Array;
  readonly alone: number;
}

/** What joining none is worth more, or less, than usual. Cost: a step per entry and turn. */
export function rateShift(choices: readonly Worth[], usual: number): number {
  // All options together against none: log-odds that it joins any.
  const odds = choices.map(({ joins, alone }) => logSum(joins) - alone);
  const plausible = odds.filter((any) => sigmoid(any) >= PLAUSIBLE);
  let shift = 0;
  for (let turn = 0; turn < RATE_TURNS; turn++) {
    const seen = plausible.reduce((sum, any) => sum + sigmoid(any - shift), 0);
    const rate = (seen + USUAL_RATE_WEIGHT * usual) / (plausible.length + USUAL_RATE_WEIGHT);
    shift = logOdds(usual) - logOdds(rate);
  }
  return shift;
}

/** The logarithm of the sum of what the options are worth, raised; minus infinity for none. */
function logSum(utilities: Float64Array): number {
  const top = utilities.reduce((most, u) => Math.max(most, u), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return top;
  return top + Math.log(utilities.reduce((sum, u) => sum + Math.exp(u - top), 0));
}

/** The share of each option when joining none is worth `alone`. */
export function softmax(utilities: Float64Array, alone: number): Float64Array {
  const top = utilities.reduce((most, u) => Math.max(most, u), alone);
  const raised = utilities.map((u) => Math.exp(u - top));
  const total = raised.reduce((sum, value) => sum + value, Math.exp(alone - top));
  return raised.map((value) => value / total);
}
