import type { EvidenceKind } from '../../model/correspondence.ts';
import { createPairIndex, numbered, numberOf } from '../candidates/pair-index.ts';
import { JOIN_LABEL, JOIN_LABEL_COUNT, type JoinLabels } from './join-labels.ts';
import type { Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';

/** What is said of joining an entry that has no partner to one of the other map, in the order of the weights. */
export const JOIN_FEATURES = [
  'ownCover',
  'otherCover',
  'shared',
  'grams',
  'sameKey',
  'conflict',
  'residual',
  'residualShare',
  'parent',
  'grandparent',
  'neighbours',
  'siblings',
  'companions',
  'soleChild',
  'coversParent',
  'restClass',
  'levelDiffers',
  'leafDiffers',
  'taken',
  'part',
  'strayed',
  'room',
  'soleRoom',
  'lead',
  'paths',
  'rarest',
  'absorbed',
  'clause',
  'clauseNear',
  'cousin',
  'branch',
  'spunOff',
] as const;
/** What a reader is told each of them is. */
export const JOIN_WORDS: Readonly<Record<(typeof JOIN_FEATURES)[number], EvidenceKind>> = {
  ownCover: 'label-similarity',
  otherCover: 'label-similarity',
  shared: 'label-similarity',
  grams: 'label-similarity',
  sameKey: 'same-label',
  conflict: 'excluded',
  residual: 'label-similarity',
  residualShare: 'label-similarity',
  parent: 'same-parent',
  grandparent: 'same-parent',
  neighbours: 'position',
  siblings: 'siblings',
  companions: 'siblings',
  soleChild: 'siblings',
  coversParent: 'same-parent',
  restClass: 'siblings',
  levelDiffers: 'other-level',
  leafDiffers: 'other-level',
  taken: 'elsewhere',
  part: 'part-of-label',
  strayed: 'same-parent',
  room: 'label-similarity',
  soleRoom: 'label-similarity',
  lead: 'elsewhere',
  paths: 'label-similarity',
  rarest: 'label-similarity',
  absorbed: 'siblings',
  clause: 'part-of-label',
  clauseNear: 'part-of-label',
  cousin: 'same-parent',
  branch: 'same-parent',
  spunOff: 'siblings',
};
export const JOIN_FEATURE_COUNT = JOIN_FEATURES.length;

/** Scores this far apart are as far apart as can be. */
const SCORE_LIMIT = 6;

/**
 * What is said of joining it to none. The sides differ: what a revision no longer lists was mostly merged into something,
 * what it lists for the first time is mostly new.
 */
export const ALONE_FEATURES = ['bias', 'hole', 'parentLinked', 'isNew', 'nested', 'newNested'] as const;
export const ALONE_FEATURE_COUNT = ALONE_FEATURES.length;

/** Measures the joins of the entries of one map. */
export interface JoinMeter {
  /** Measures the `i`-th pair of an entry. */
  readonly join: (own: number, i: number, out: Float64Array) => void;
  readonly alone: (own: number, out: Float64Array) => void;
}

/** The probability of each pair that it is a further link; shorter than the table, or 0, where nothing is known. */
export type JoinProbabilities = Float64Array;

/** What is known of joins when they are measured. */
export interface JoinsSoFar {
  readonly likely: JoinProbabilities;
  readonly labels: JoinLabels;
}

/** Makes a meter for joins seen from one map. Cost of a join: the pairs of the entry, and its labels the first time. */
export function joinMeter(scored: Scored, view: Orientation, { likely, labels }: JoinsSoFar): JoinMeter {
  const { table, structure } = scored;
  const isOld = view.own === table.oldSide;
  const siblings = siblingsMeter(view, likely);

  const join = (x: number, i: number, out: Float64Array): void => {
    const pair = view.pairsOf.pairs[(view.pairsOf.start[x] as number) + i] as number;
    const y = view.otherOf[pair] as number;
    const [o, n] = isOld ? [x, y] : [y, x];
    const byLabels = labels(view, x);
    const at = JOIN_LABEL_COUNT * i;
    const restCover = byLabels[at + JOIN_LABEL.restCover] as number;
    const room = byLabels[at + JOIN_LABEL.room] as number;
    const parentX = view.own.parent[x] as number;
    const parentY = view.other.parent[y] as number;
    const parent = structure.parent(o, n);
    const only = parentX >= 0 && parentY >= 0 && view.other.children[parentY]?.length === 1;
    const key = view.ownKey[x] as number;
    out[0] = view.ownCover[pair] as number;
    out[1] = view.otherCover[pair] as number;
    out[2] = Math.log1p(table.shared[pair] as number);
    out[3] = table.grams[pair] as number;
    out[4] = key >= 0 && key === view.otherKey[y] ? 1 : 0;
    out[5] = Math.min(1, table.conflict[pair] as number);
    out[6] = restCover;
    out[7] = restCover * room;
    out[8] = parent;
    out[9] = structure.grandparent(o, n);
    out[10] = structure.neighbours(o, n);
    out[11] = siblings.linked(x, y);
    out[12] = siblings.joining(x, y, likely[pair] ?? 0);
    out[13] = only ? parent : 0;
    out[14] = parent * (byLabels[at + JOIN_LABEL.parentCover] as number);
    out[15] = view.other.text[y]?.isRest ? parent : 0;
    out[16] = view.own.level[x] === view.other.level[y] ? 0 : 1;
    out[17] = view.own.isLeaf[x] === view.other.isLeaf[y] ? 0 : 1;
    out[18] = (view.partnerOfOther[y] as number) >= 0 ? 1 : 0;
    out[19] = byLabels[at + JOIN_LABEL.part] as number;
    out[20] = structure.strayed(o, n, parent);
    out[21] = room * parent;
    out[22] = only ? room * parent : 0;
    out[23] = lead(scored, view, x, pair);
    const grandparent = out[9] as number;
    const clause = byLabels[at + JOIN_LABEL.clause] as number;
    const isNewFamily =
      parentX >= 0 &&
      parentY >= 0 &&
      ((view.partner[parentX] as number) < 0 || (view.partnerOfOther[parentY] as number) < 0);
    out[24] = table.paths[pair] as number;
    out[25] = table.rarest[pair] as number;
    const isOfParent = parentX >= 0 && view.partner[parentX] === y ? 1 : 0;
    out[26] = isOld ? isOfParent : 0;
    out[27] = clause;
    out[28] = clause * Math.max(parent, grandparent);
    out[29] = isNewFamily ? grandparent * (out[0] as number) : 0;
    out[30] = structure.branch(o, n);
    out[31] = isOld ? 0 : isOfParent;
  };
  const alone = (x: number, out: Float64Array): void => {
    const above = view.own.parent[x] as number;
    out[0] = 1;
    out[1] = standsInHole(view, x) ? 1 : 0;
    out[2] = above >= 0 && (view.partner[above] as number) >= 0 ? 1 : 0;
    out[3] = isOld ? 0 : 1;
    out[4] = isNested(view, x) ? 1 : 0;
    out[5] = out[3] * out[4];
  };
  return { join, alone };
}

/** Whether the entry above could have taken this one in, being an entry like it: so in flat tables, not in process maps. */
function isNested({ own, other, partner }: Orientation, x: number): boolean {
  const above = own.parent[x] as number;
  const absorber = above < 0 ? -1 : (partner[above] as number);
  return absorber >= 0 && own.kindClass[x] === other.kindClass[absorber];
}

/** How far the pair leads the entry's other pairs, or trails the best of them; in [-1, 1]. */
function lead({ score }: Scored, view: Orientation, x: number, pair: number): number {
  let rival = -SCORE_LIMIT;
  const { start, pairs } = view.pairsOf;
  const end = start[x + 1] as number;
  for (let at = start[x] as number; at < end; at++) {
    const other = pairs[at] as number;
    if (other !== pair && (score[other] as number) > rival) rival = score[other] as number;
  }
  const gap = ((score[pair] as number) - rival) / SCORE_LIMIT;
  return Math.max(-1, Math.min(1, gap));
}

/** What the siblings of an entry without a partner say of its joining an entry of the other map. */
interface SiblingsMeter {
  /** Share of its linked siblings that link to this other entry. */
  readonly linked: (x: number, y: number) => number;
  /** How likely its siblings without a partner join the same other entry, on average; `own` is how likely it does. */
  readonly joining: (x: number, y: number, own: number) => number;
}

/** Cost: one pass over the entries and over what is likely; then a look-up each. */
function siblingsMeter(view: Orientation, likely: JoinProbabilities): SiblingsMeter {
  const { own, partner, partnerOfOther } = view;
  const linkedBelow = new Int32Array(own.nodes.length);
  const freeBelow = new Int32Array(own.nodes.length);
  for (const id of own.matchable) {
    const above = own.parent[id] as number;
    if (above < 0) continue;
    const below = (partner[id] as number) < 0 ? freeBelow : linkedBelow;
    below[above] = (below[above] as number) + 1;
  }
  const families = createPairIndex();
  const sum: number[] = [];
  for (let pair = 0; pair < likely.length; pair++) {
    const p = likely[pair] as number;
    const x = view.ownOf[pair] as number;
    const above = own.parent[x] as number;
    if (p === 0 || above < 0 || (partner[x] as number) >= 0) continue;
    const family = numbered(families, above, view.otherOf[pair] as number);
    sum[family] = (sum[family] ?? 0) + p;
  }
  const linked = (x: number, y: number): number => {
    const above = own.parent[x] as number;
    const source = partnerOfOther[y] as number;
    if (above < 0 || source < 0 || own.parent[source] !== above) return 0;
    return 1 / (linkedBelow[above] as number);
  };
  const joining = (x: number, y: number, ownLikely: number): number => {
    const above = own.parent[x] as number;
    const others = above < 0 ? 0 : (freeBelow[above] as number) - 1;
    if (others <= 0) return 0;
    const family = numberOf(families, above, y);
    return family < 0 ? 0 : Math.max(0, (sum[family] as number) - ownLikely) / others;
  };
  return { linked, joining };
}

/**
 * Whether the other map leaves out a number where the entry would stand: its own code, or one between the targets of its
 * neighbours. Such an entry was more likely lost in the file than joined to another.
 */
function standsInHole(view: Orientation, x: number): boolean {
  const { gaps } = view.other;
  if (gaps.codes.has(view.own.nodes[x]?.code.text ?? '')) return true;
  const after = view.own.after[x] as number;
  const next = after < 0 ? -1 : (view.partner[after] as number);
  if (next < 0 || !gaps.before.has(view.other.nodes[next]?.code.text ?? '')) return false;
  const before = view.own.before[x] as number;
  return before < 0 || view.partner[before] === view.other.before[next];
}
