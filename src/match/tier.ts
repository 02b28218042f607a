import type { Tier } from '../model/correspondence.ts';
import type { Scored } from './rounds.ts';

/**
 * From these probabilities on a link may be applied unseen: one to one, where one of the labels has half of the other, or
 * whatever the labels; or where an entry is merged into one that was reworded and has most of its label. On links held
 * back (docs/quality.md) not one in a thousand so likely was wrong; other merges and splits are, now and then.
 */
const CERTAIN = { half: 0.93, any: 0.995, merged: 0.97 } as const;
const HALF = 0.5;
const MOST = 0.8;
/** Labels of which neither has more of the other than this are about different things, whatever their place says. */
const STRANGE = 0.15;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * The tier of a link.
 *
 * @param confidence how likely it is, calibrated
 * @returns `certain` or `probable`; never certain is a split, which needs shares, a link across levels, where a lost entry
 * would be taken for the group of the same name above it, and one on code and place alone
 */
export function tierOf(scored: Scored, pair: number, confidence: number): Tier {
  return confidence >= leastCertain(scored, pair) ? 'certain' : 'probable';
}

function leastCertain({ table, state }: Scored, pair: number): number {
  const { oldSide, newSide, keys } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const partner = state.partnerOfOld[o] as number;
  const oldCover = table.oldCover[pair] as number;
  const cover = Math.max(oldCover, table.newCover[pair] as number);
  if (oldSide.level[o] !== newSide.level[n]) return NEVER;
  if (cover <= STRANGE && keys.old[o] !== keys.new[n]) return NEVER;
  if (partner < 0) return oldCover >= MOST && !keepsItsLabel({ table, state }, n) ? CERTAIN.merged : NEVER;
  if (partner !== n) return NEVER;
  return cover >= HALF ? CERTAIN.half : CERTAIN.any;
}

/**
 * Whether a new entry bears the label of its partner unchanged: then nothing in it tells that it took in another one, which
 * may as well have been lost in the file beside a sibling named much alike.
 */
function keepsItsLabel({ table, state }: Pick<Scored, 'table' | 'state'>, n: number): boolean {
  const partner = state.partnerOfNew[n] as number;
  return partner >= 0 && table.keys.old[partner] === table.keys.new[n];
}
