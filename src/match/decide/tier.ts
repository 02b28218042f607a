import type { AnalysedLabel } from '../../language/analyser.ts';
import type { Contradicts } from '../../language/contradiction.ts';
import type { Tier } from '../../model/correspondence.ts';
import type { Scored } from '../infer/rounds.ts';
import { NUMBERS } from '../numbers.ts';
import { ANY_ENTRY } from '../view/classes.ts';
import type { Side } from '../view/side.ts';
import type { TermBag } from '../view/term-bag.ts';
import { type TwinsOf, twinsOf } from './twins.ts';

/** What a link is judged by. */
export interface TierView extends Scored {
  readonly contradicts: Contradicts;
  readonly twins: TwinsOf;
}

/** Makes the view; cost: one pass over the entries. */
export function tierView(scored: Scored, contradicts: Contradicts): TierView {
  return { ...scored, contradicts, twins: twinsOf(scored.table) };
}

/** A pair with its ends, as the guards are asked of it. */
interface Ends {
  readonly pair: number;
  readonly o: number;
  readonly n: number;
}

type Guard = (view: TierView, ends: Ends) => boolean;

/**
 * What forbids that a link be certain, however likely it is. Each is a kind of error that was seen in links that scored
 * high; each has its test, with a neighbour that it lets pass.
 */
export const GUARDS = {
  /** A split needs shares. */
  split: ({ state }, { o, n }) => {
    const partner = state.partnerOfOld[o] as number;
    return partner >= 0 && partner !== n;
  },
  /** A lost entry would be taken for the group of the same name above it. */
  'other-level': (view, ends) => !isSameLevel(view, ends) && !isSoleName(view, ends),
  /** In tables without fixed levels a heading is none of the entries it gathers, unless one was subdivided under its code. */
  'leaf-and-group': (view, ends) => {
    const { oldSide, newSide, codes } = view.table;
    const { o, n } = ends;
    if (oldSide.kindClass[o] !== ANY_ENTRY || oldSide.isLeaf[o] === newSide.isLeaf[n]) return false;
    return codes.old[o] !== codes.new[n] || hasNamesakeBelow(view, ends);
  },
  /**
   * An entry of a table that came into another family, whose head says a part of what it says, may as well have become part
   * of that head: heads are entries like it.
   */
  'head-of-family': (view, ends) => {
    const { oldSide, newSide, vocabulary, meter } = view.table;
    const { o, n } = ends;
    if (oldSide.kindClass[o] !== ANY_ENTRY || view.structure.parent(o, n) >= NUMBERS.decide.half)
      return false;
    const hasHeadOf = (side: Side, bags: readonly TermBag[], id: number, own: TermBag): boolean => {
      const head = side.parent[id] as number;
      if (head < 0 || side.kindClass[head] !== ANY_ENTRY || (bags[head] as TermBag).mass === 0) return false;
      meter.focus(bags[head] as TermBag);
      return meter.measure(own).first >= NUMBERS.decide.most;
    };
    const [own, other] = [vocabulary.oldBags[o] as TermBag, vocabulary.newBags[n] as TermBag];
    return hasHeadOf(newSide, vocabulary.newBags, n, own) || hasHeadOf(oldSide, vocabulary.oldBags, o, other);
  },
  /** Code and place alone: labels of which neither has anything of the other. */
  'strange-labels': (view, ends) => cover(view, ends) <= NUMBERS.decide.strange && !hasSameLabel(view, ends),
  /** One label says the opposite of the other. */
  'opposite-labels': (view, ends) => {
    if (hasSameLabel(view, ends)) return false;
    const { oldSide, newSide } = view.table;
    return view.contradicts(oldSide.text[ends.o] as AnalysedLabel, newSide.text[ends.n] as AnalysedLabel);
  },
  /** Siblings that no word tells apart: only where each stands in its old place under its old code. */
  twins: ({ twins }, { o, n }) => twins.areMixed(o, n),
  /** Merged into an entry that has not all of its label, or that shows no sign of having taken anything in. */
  'merged-without-trace': (view, { pair, o, n }) => {
    const { table, state } = view;
    if ((state.partnerOfOld[o] as number) >= 0) return false;
    return (table.oldCover[pair] as number) < NUMBERS.decide.most || keepsItsLabel(view, n);
  },
} as const satisfies Record<string, Guard>;

/**
 * The tier of a link.
 *
 * @param confidence how likely it is, calibrated
 * @returns `certain` or `probable`
 */
export function tierOf(view: TierView, pair: number, confidence: number): Tier {
  const ends = { pair, o: view.table.old[pair] as number, n: view.table.new[pair] as number };
  if (confidence < leastCertain(view, ends)) return 'probable';
  return Object.values(GUARDS).some((forbids: Guard) => forbids(view, ends)) ? 'probable' : 'certain';
}

function leastCertain(view: TierView, ends: Ends): number {
  if ((view.state.partnerOfOld[ends.o] as number) < 0) return NUMBERS.decide.certainMerged;
  return cover(view, ends) >= NUMBERS.decide.half ? NUMBERS.decide.certainHalf : NUMBERS.decide.certainAny;
}

/** How much of one label the other has, of either the larger share. */
function cover({ table }: TierView, { pair }: Ends): number {
  return Math.max(table.oldCover[pair] as number, table.newCover[pair] as number);
}

function hasSameLabel({ table: { keys } }: TierView, { o, n }: Ends): boolean {
  return (keys.old[o] as number) >= 0 && keys.old[o] === keys.new[n];
}

function isSameLevel({ table: { oldSide, newSide } }: TierView, { o, n }: Ends): boolean {
  return oldSide.level[o] === newSide.level[n];
}

/**
 * Whether entries of a table without fixed levels bear a name that no other entry has, on whatever level: both have
 * others below them or neither has, and nothing above either bears the code of the other, for then that entry may have
 * become, or come from, the group.
 */
function isSoleName(view: TierView, ends: Ends): boolean {
  const { oldSide, newSide, codes, keys } = view.table;
  const { o, n } = ends;
  if (oldSide.kindClass[o] !== ANY_ENTRY || !hasSameLabel(view, ends)) return false;
  if (oldSide.isLeaf[o] !== newSide.isLeaf[n]) return false;
  if (!view.twins.isSoleLabel(keys.old[o] as number)) return false;
  return (
    !hasAbove(newSide, codes.new, n, codes.old[o] as number) &&
    !hasAbove(oldSide, codes.old, o, codes.new[n] as number)
  );
}

/** Whether something above an entry bears a code. */
function hasAbove({ parent }: Side, codes: Int32Array, id: number, code: number): boolean {
  for (let at = parent[id] as number; at >= 0; at = parent[at] as number) {
    if (codes[at] === code) return true;
  }
  return false;
}

function hasNamesakeBelow({ table: { oldSide, newSide, keys } }: TierView, { o, n }: Ends): boolean {
  const bears = ({ children }: Side, ofSide: Int32Array, id: number, key: number): boolean =>
    (children[id] as readonly number[]).some((child) => ofSide[child] === key);
  return (
    bears(oldSide, keys.old, o, keys.new[n] as number) || bears(newSide, keys.new, n, keys.old[o] as number)
  );
}

/**
 * Whether a new entry bears the label of its partner unchanged: then nothing in it tells that it took in another one, which
 * may as well have been lost in the file beside a sibling named much alike.
 */
function keepsItsLabel({ table, state }: TierView, n: number): boolean {
  const partner = state.partnerOfNew[n] as number;
  return partner >= 0 && table.keys.old[partner] === table.keys.new[n];
}
