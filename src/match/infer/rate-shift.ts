import { NUMBERS } from '../numbers.ts';
import { logOdds, sigmoid } from '../similarity/logistic.ts';

/** What each option is worth to an entry, and what joining none is. */
interface Worth {
  readonly joins: Float64Array;
  readonly alone: number;
}

/**
 * What joining none is worth more, or less, than usual. How often entries without a partner join another differs between
 * revisions, and between their two sides: where much was merged, what is left over was probably merged too. The rate is
 * estimated from the entries themselves (Saerens et al. 2002). Cost: a step per entry and turn.
 *
 * @param usual how often an entry with a plausible candidate joins one
 */
export function rateShift(choices: readonly Worth[], usual: number): number {
  // All options together against none: log-odds that it joins any.
  const odds = choices.map(({ joins, alone }) => logSum(joins) - alone);
  const plausible = odds.filter((any) => sigmoid(any) >= NUMBERS.infer.plausible);
  let shift = 0;
  for (let turn = 0; turn < NUMBERS.infer.rateTurns; turn++) {
    const seen = plausible.reduce((sum, any) => sum + sigmoid(any - shift), 0);
    const rate = (seen + NUMBERS.infer.rateWeight * usual) / (plausible.length + NUMBERS.infer.rateWeight);
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
