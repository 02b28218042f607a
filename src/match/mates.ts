import { sigmoid } from './similarity/logistic.ts';

/** Entries whose labels are each other's best match, with how likely that makes them a pair; by id. */
export interface Mates {
  readonly ofOld: ReadonlyMap<number, Mate>;
  readonly ofNew: ReadonlyMap<number, Mate>;
}

interface Mate {
  readonly id: number;
  readonly probability: number;
}

/** Scores nearer than this are a tie. */
const TIE = 1e-9;

/** No mates: nothing has been compared. */
export const NO_MATES: Mates = { ofOld: new Map(), ofNew: new Map() };

/**
 * Finds the pairs whose labels prefer each other to all others, ties excluded.
 *
 * @param old old id per pair
 * @param other new id per pair
 * @param labelScore log-odds per pair, judged by the labels alone
 */
export function findMates(old: readonly number[], other: readonly number[], labelScore: Float64Array): Mates {
  const bestOfOld = bestPairs(old, labelScore);
  const bestOfNew = bestPairs(other, labelScore);
  const ofOld = new Map<number, Mate>();
  const ofNew = new Map<number, Mate>();
  for (const [o, pair] of bestOfOld) {
    const n = other[pair] as number;
    if (pair < 0 || bestOfNew.get(n) !== pair) continue;
    const probability = sigmoid(labelScore[pair] as number);
    ofOld.set(o, { id: n, probability });
    ofNew.set(n, { id: o, probability });
  }
  return { ofOld, ofNew };
}

/** How likely the label of an entry has its match elsewhere than in `partner`. */
export function mateElsewhere(mates: ReadonlyMap<number, Mate>, id: number, partner: number): number {
  const mate = mates.get(id);
  return mate && mate.id !== partner ? mate.probability : 0;
}

/** The best pair per id; -1 where two are equally good. */
function bestPairs(ids: readonly number[], score: Float64Array): Map<number, number> {
  const best = new Map<number, number>();
  const top = new Map<number, number>();
  for (let pair = 0; pair < score.length; pair++) {
    const id = ids[pair] as number;
    const value = score[pair] as number;
    const known = top.get(id) ?? Number.NEGATIVE_INFINITY;
    if (value > known + TIE) {
      top.set(id, value);
      best.set(id, pair);
    } else if (Math.abs(value - known) <= TIE) best.set(id, -1);
  }
  return best;
}
