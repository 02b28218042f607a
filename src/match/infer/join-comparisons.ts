import type { EvidenceKind } from '../../model/correspondence.ts';
import { NUMBERS } from '../numbers.ts';
import { JOIN_LABEL } from './join-labels.ts';
import type { JoinPair, JoinView } from './join-view.ts';

/** One thing that is asked of joining an entry that has no partner to one of the other map. */
export interface JoinComparison {
  /** Names its weight in `model.json`. */
  readonly id: string;
  readonly of: (view: JoinView, pair: JoinPair) => number;
  /** What a reader is told it is. */
  readonly words: EvidenceKind;
}

/** One thing that is asked of joining it to none. */
export interface AloneComparison {
  readonly id: string;
  readonly of: (view: JoinView, own: number) => number;
}

/** All that is asked of a join; what it is worth is the sum of the answers, each times its weight. */
export const JOIN_COMPARISONS = [
  { id: 'ownCover', words: 'label-similarity', of: ownCover },
  {
    id: 'otherCover',
    words: 'label-similarity',
    of: ({ view }, { pair }) => view.otherCover[pair] as number,
  },
  {
    id: 'shared',
    words: 'label-similarity',
    of: ({ table }, { pair }) => Math.log1p(table.shared[pair] as number),
  },
  { id: 'grams', words: 'label-similarity', of: ({ table }, { pair }) => table.grams[pair] as number },
  { id: 'sameKey', words: 'same-label', of: sameKey },
  {
    id: 'conflict',
    words: 'excluded',
    of: ({ table }, { pair }) => Math.min(1, table.conflict[pair] as number),
  },
  // What of the other label its partner leaves, how much that is, and how much of it the own label has.
  { id: 'residual', words: 'label-similarity', of: (_, pair) => ofLabels(pair, 'restCover') },
  {
    id: 'residualShare',
    words: 'label-similarity',
    of: (_, pair) => ofLabels(pair, 'restCover') * ofLabels(pair, 'room'),
  },
  { id: 'parent', words: 'same-parent', of: (_, { parent }) => parent },
  { id: 'grandparent', words: 'same-parent', of: (_, { grandparent }) => grandparent },
  { id: 'neighbours', words: 'position', of: ({ structure }, { o, n }) => structure.neighbours(o, n) },
  { id: 'siblings', words: 'siblings', of: ({ siblings }, { x, y }) => siblings.linked(x, y) },
  {
    id: 'companions',
    words: 'siblings',
    of: ({ siblings, likely }, { x, y, pair }) => siblings.joining(x, y, likely[pair] ?? 0),
  },
  {
    id: 'soleChild',
    words: 'siblings',
    of: ({ view }, pair) => (isOnlyChild(view, pair) ? pair.parent : 0),
  },
  {
    id: 'coversParent',
    words: 'same-parent',
    of: (_, pair) => pair.parent * ofLabels(pair, 'parentCover'),
  },
  {
    id: 'restClass',
    words: 'siblings',
    of: ({ view }, { y, parent }) => (view.other.text[y]?.isRest ? parent : 0),
  },
  {
    id: 'levelDiffers',
    words: 'other-level',
    of: ({ view }, { x, y }) => (view.own.level[x] === view.other.level[y] ? 0 : 1),
  },
  {
    id: 'leafDiffers',
    words: 'other-level',
    of: ({ view }, { x, y }) => (view.own.isLeaf[x] === view.other.isLeaf[y] ? 0 : 1),
  },
  {
    id: 'taken',
    words: 'elsewhere',
    of: ({ view }, { y }) => ((view.partnerOfOther[y] as number) >= 0 ? 1 : 0),
  },
  { id: 'part', words: 'part-of-label', of: (_, pair) => ofLabels(pair, 'part') },
  {
    id: 'strayed',
    words: 'same-parent',
    of: ({ structure }, { o, n, parent }) => structure.strayed(o, n, parent),
  },
  { id: 'room', words: 'label-similarity', of: (_, pair) => ofLabels(pair, 'room') * pair.parent },
  {
    id: 'soleRoom',
    words: 'label-similarity',
    of: ({ view }, pair) => (isOnlyChild(view, pair) ? ofLabels(pair, 'room') * pair.parent : 0),
  },
  { id: 'lead', words: 'elsewhere', of: lead },
  { id: 'paths', words: 'label-similarity', of: ({ table }, { pair }) => table.paths[pair] as number },
  { id: 'rarest', words: 'label-similarity', of: ({ table }, { pair }) => table.rarest[pair] as number },
  // What a revision no longer lists goes into what its parent became; what it lists anew was spun off from that.
  {
    id: 'absorbed',
    words: 'siblings',
    of: ({ view, isOld }, pair) => (isOld && isOfParent(view, pair) ? 1 : 0),
  },
  { id: 'clause', words: 'part-of-label', of: (_, pair) => ofLabels(pair, 'clause') },
  {
    id: 'clauseNear',
    words: 'part-of-label',
    of: (_, pair) => ofLabels(pair, 'clause') * Math.max(pair.parent, pair.grandparent),
  },
  {
    id: 'cousin',
    words: 'same-parent',
    of: (view, pair) => (isNewFamily(view.view, pair) ? pair.grandparent * ownCover(view, pair) : 0),
  },
  { id: 'branch', words: 'same-parent', of: ({ structure }, { o, n }) => structure.branch(o, n) },
  {
    id: 'spunOff',
    words: 'siblings',
    of: ({ view, isOld }, pair) => (!isOld && isOfParent(view, pair) ? 1 : 0),
  },
] as const satisfies readonly JoinComparison[];

/**
 * All that is asked of joining none. The sides differ: what a revision no longer lists was mostly merged into something,
 * what it lists for the first time is mostly new.
 */
export const ALONE_COMPARISONS = [
  { id: 'bias', of: () => 1 },
  { id: 'hole', of: ({ view }, x) => (standsInHole(view, x) ? 1 : 0) },
  { id: 'parentLinked', of: parentLinked },
  { id: 'isNew', of: ({ isOld }) => (isOld ? 0 : 1) },
  { id: 'nested', of: ({ view }, x) => (isNested(view, x) ? 1 : 0) },
  { id: 'newNested', of: ({ view, isOld }, x) => (!isOld && isNested(view, x) ? 1 : 0) },
] as const satisfies readonly AloneComparison[];

/** The names of the weights, in the order of the tables. */
export const JOIN_IDS = JOIN_COMPARISONS.map(({ id }) => id);
export const ALONE_IDS = ALONE_COMPARISONS.map(({ id }) => id);

type Seen = JoinView['view'];

function ofLabels({ labels, at }: JoinPair, id: keyof typeof JOIN_LABEL): number {
  return labels[at + JOIN_LABEL[id]] as number;
}

function ownCover({ view }: JoinView, { pair }: JoinPair): number {
  return view.ownCover[pair] as number;
}

function sameKey({ view }: JoinView, { x, y }: JoinPair): number {
  const key = view.ownKey[x] as number;
  return key >= 0 && key === view.otherKey[y] ? 1 : 0;
}

/** Whether the other entry is the only one below its parent. */
function isOnlyChild({ own, other }: Seen, { x, y }: JoinPair): boolean {
  const parent = other.parent[y] as number;
  return (own.parent[x] as number) >= 0 && parent >= 0 && other.children[parent]?.length === 1;
}

/** Whether the other entry is what became of the parent. */
function isOfParent({ own, partner }: Seen, { x, y }: JoinPair): boolean {
  const parent = own.parent[x] as number;
  return parent >= 0 && partner[parent] === y;
}

/** Whether the entries above both are not linked either: the branch was divided otherwise. */
function isNewFamily({ own, other, partner, partnerOfOther }: Seen, { x, y }: JoinPair): boolean {
  const a = own.parent[x] as number;
  const b = other.parent[y] as number;
  return a >= 0 && b >= 0 && ((partner[a] as number) < 0 || (partnerOfOther[b] as number) < 0);
}

/** How far the pair leads the entry's other pairs, or trails the best of them; in [-1, 1]. */
function lead({ score, view }: JoinView, { x, pair }: JoinPair): number {
  let rival = -NUMBERS.infer.scoreLimit;
  const { start, pairs } = view.pairsOf;
  const end = start[x + 1] as number;
  for (let at = start[x] as number; at < end; at++) {
    const other = pairs[at] as number;
    if (other !== pair && (score[other] as number) > rival) rival = score[other] as number;
  }
  const gap = ((score[pair] as number) - rival) / NUMBERS.infer.scoreLimit;
  return Math.max(-1, Math.min(1, gap));
}

function parentLinked({ view }: JoinView, x: number): number {
  const above = view.own.parent[x] as number;
  return above >= 0 && (view.partner[above] as number) >= 0 ? 1 : 0;
}

/** Whether the entry above could have taken this one in, being an entry like it: so in flat tables, not in process maps. */
function isNested({ own, other, partner }: Seen, x: number): boolean {
  const above = own.parent[x] as number;
  const absorber = above < 0 ? -1 : (partner[above] as number);
  return absorber >= 0 && own.kindClass[x] === other.kindClass[absorber];
}

/**
 * Whether the other map leaves out a number where the entry would stand: its own code, or one between the targets of its
 * neighbours. Such an entry was more likely lost in the file than joined to another.
 */
function standsInHole(view: Seen, x: number): boolean {
  const { gaps } = view.other;
  if (gaps.codes.has(view.own.nodes[x]?.code.text ?? '')) return true;
  const after = view.own.after[x] as number;
  const next = after < 0 ? -1 : (view.partner[after] as number);
  if (next < 0 || !gaps.before.has(view.other.nodes[next]?.code.text ?? '')) return false;
  const before = view.own.before[x] as number;
  return before < 0 || view.partner[before] === view.other.before[next];
}
