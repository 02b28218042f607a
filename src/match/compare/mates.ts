import { onGrid } from '../similarity/grid.ts';
import { sigmoid } from '../similarity/logistic.ts';

/** Entries whose labels are each other's best match, seen from one map; by id. */
export interface MatesOf {
  /** The entry of the other map; -1 for none. */
  readonly id: Int32Array;
  /** How likely that makes them a pair. */
  readonly probability: Float64Array;
}

export interface Mates {
  readonly ofOld: MatesOf;
  readonly ofNew: MatesOf;
}

/** No mates: nothing has been compared. */
export const NO_MATES: Mates = { ofOld: noMates(0), ofNew: noMates(0) };

function noMates(size: number): MatesOf {
  return { id: new Int32Array(size).fill(-1), probability: new Float64Array(size) };
}

/** Where pairs lead: the id of each in a map of so many nodes. */
interface Ends {
  readonly ids: Int32Array;
  readonly size: number;
}

/**
 * Finds the pairs whose labels prefer each other to all others, ties excluded. Cost: one pass over the pairs.
 *
 * @param labelScore log-odds per pair, judged by the labels alone
 */
export function findMates(old: Ends, other: Ends, labelScore: Float64Array): Mates {
  const bestOfOld = bestPairs(old, labelScore);
  const bestOfNew = bestPairs(other, labelScore);
  const ofOld = noMates(old.size);
  const ofNew = noMates(other.size);
  for (let o = 0; o < old.size; o++) {
    const pair = bestOfOld[o] as number;
    if (pair < 0) continue;
    const n = other.ids[pair] as number;
    if (bestOfNew[n] !== pair) continue;
    const probability = sigmoid(labelScore[pair] as number);
    ofOld.id[o] = n;
    ofOld.probability[o] = probability;
    ofNew.id[n] = o;
    ofNew.probability[n] = probability;
  }
  return { ofOld, ofNew };
}

/** How likely the label of an entry has its match elsewhere than in `partner`. */
export function mateElsewhere({ id, probability }: MatesOf, own: number, partner: number): number {
  const mate = id[own] ?? -1;
  return mate >= 0 && mate !== partner ? (probability[own] as number) : 0;
}

/** The best pair per id; -1 where there is none, or two are equally good. */
function bestPairs({ ids, size }: Ends, score: Float64Array): Int32Array {
  const best = new Int32Array(size).fill(-1);
  const top = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let pair = 0; pair < score.length; pair++) {
    const id = ids[pair] as number;
    const value = onGrid(score[pair] as number);
    const known = top[id] as number;
    if (value > known) {
      top[id] = value;
      best[id] = pair;
    } else if (value === known) best[id] = -1;
  }
  return best;
}
