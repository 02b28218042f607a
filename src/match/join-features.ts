import { partsMeter } from './label-parts.ts';
import type { Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';
import { filterBag, type TermBag } from './term-bag.ts';

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
] as const;
export const JOIN_FEATURE_COUNT = JOIN_FEATURES.length;

/** Scores this far apart are as far apart as can be. */
const SCORE_LIMIT = 6;

/** What is said of joining it to none. */
export const ALONE_FEATURES = ['bias', 'hole', 'parentLinked'] as const;
export const ALONE_FEATURE_COUNT = ALONE_FEATURES.length;

/** Measures the joins of the entries of one map. */
export interface JoinMeter {
  readonly join: (pair: number, out: Float64Array) => void;
  readonly alone: (own: number, out: Float64Array) => void;
}

/**
 * Makes a meter for joins seen from one map.
 *
 * @param likely what is known of joins so far: per pair its probability
 */
export function joinMeter(scored: Scored, view: Orientation, likely: ReadonlyMap<number, number>): JoinMeter {
  const { table, structure } = scored;
  const { near } = table.vocabulary;
  const isOld = view.own === table.oldSide;
  const residuals = new Map<number, TermBag>();
  const partsOf = partsMeter(table.vocabulary, view.other, view.otherBags);
  /** The terms of an entry of the other map that its partner does not have. */
  const residualOf = (y: number): TermBag => {
    const known = residuals.get(y);
    if (known) return known;
    const partner = view.partnerOfOther[y] as number;
    const bag = view.otherBags[y] as TermBag;
    const rest = partner < 0 ? bag : uncovered(bag, view.ownBags[partner] as TermBag);
    residuals.set(y, rest);
    return rest;
  };
  const uncovered = (bag: TermBag, by: TermBag): TermBag => {
    const present = new Set<number>(by.terms);
    for (const term of by.terms) for (const form of near[term] ?? []) present.add(form.term);
    return filterBag(bag, (term) => !present.has(term));
  };
  const coverOf = (of: TermBag, by: TermBag): number => {
    table.meter.focus(of);
    return table.meter.measure(by).first;
  };

  const join = (pair: number, out: Float64Array): void => {
    const x = view.ownOf[pair] as number;
    const y = view.otherOf[pair] as number;
    const [o, n] = isOld ? [x, y] : [y, x];
    const rest = residualOf(y);
    const ownBag = view.ownBags[x] as TermBag;
    const otherBag = view.otherBags[y] as TermBag;
    const restCover = rest.mass === 0 ? 0 : coverOf(rest, ownBag);
    const parentX = view.own.parent[x] as number;
    const parentY = view.other.parent[y] as number;
    const parent = structure.parent(o, n);
    const only = parentX >= 0 && parentY >= 0 && view.other.children[parentY]?.length === 1;
    const key = view.own.text[x]?.key ?? '';
    out[0] = view.ownCover[pair] as number;
    out[1] = view.otherCover[pair] as number;
    out[2] = Math.log1p(table.shared[pair] as number);
    out[3] = table.grams[pair] as number;
    out[4] = key !== '' && key === view.other.text[y]?.key ? 1 : 0;
    out[5] = Math.min(1, table.conflict[pair] as number);
    out[6] = restCover;
    out[7] = otherBag.mass === 0 ? 0 : (restCover * rest.mass) / otherBag.mass;
    out[8] = parent;
    out[9] = structure.grandparent(o, n);
    out[10] = structure.neighbours(o, n);
    out[11] = siblingsLinked(view, x, y);
    out[12] = companions(view, x, y, likely);
    out[13] = only ? parent : 0;
    out[14] = parentX < 0 ? 0 : parent * coverOf(view.ownBags[parentX] as TermBag, otherBag);
    out[15] = view.other.text[y]?.isRest ? parent : 0;
    out[16] = view.own.nodes[x]?.level === view.other.nodes[y]?.level ? 0 : 1;
    out[17] = isLeaf(view.own.children[x]) === isLeaf(view.other.children[y]) ? 0 : 1;
    out[18] = (view.partnerOfOther[y] as number) >= 0 ? 1 : 0;
    out[19] = bestPart(partsOf(y), ownBag, coverOf);
    out[20] = structure.strayed(o, n);
    const room = otherBag.mass === 0 ? 1 : rest.mass / otherBag.mass;
    out[21] = room * parent;
    out[22] = only ? room * parent : 0;
    out[23] = lead(scored, view, x, pair);
  };
  const alone = (x: number, out: Float64Array): void => {
    const above = view.own.parent[x] as number;
    out[0] = 1;
    out[1] = standsInHole(view, x) ? 1 : 0;
    out[2] = above >= 0 && (view.partner[above] as number) >= 0 ? 1 : 0;
  };
  return { join, alone };
}

/** How far the pair leads the entry's other pairs, or trails the best of them; in [-1, 1]. */
function lead({ score }: Scored, view: Orientation, x: number, pair: number): number {
  let rival = -SCORE_LIMIT;
  for (const other of view.pairsOf[x] as readonly number[]) {
    if (other !== pair && (score[other] as number) > rival) rival = score[other] as number;
  }
  const gap = ((score[pair] as number) - rival) / SCORE_LIMIT;
  return Math.max(-1, Math.min(1, gap));
}

/** How much the best-covered part of an enumeration tells, in [0, 1]: nothing unless it is covered nearly whole. */
function bestPart(
  parts: readonly TermBag[],
  by: TermBag,
  coverOf: (of: TermBag, by: TermBag) => number,
): number {
  let best = 0;
  for (const part of parts) {
    if (part.mass === 0) continue;
    const cover = coverOf(part, by);
    best = Math.max(best, cover ** 3 * Math.min(1, part.mass));
  }
  return best;
}

function isLeaf(children: readonly number[] | undefined): boolean {
  return children === undefined || children.length === 0;
}

/** Share of the entry's linked siblings that link to this other entry. */
function siblingsLinked(view: Orientation, x: number, y: number): number {
  const above = view.own.parent[x] as number;
  if (above < 0) return 0;
  let linked = 0;
  let here = 0;
  for (const sibling of view.own.children[above] as readonly number[]) {
    const partner = view.partner[sibling] as number;
    if (sibling === x || partner < 0) continue;
    linked++;
    if (partner === y) here++;
  }
  return linked === 0 ? 0 : here / linked;
}

/** How likely the entry's siblings without a partner join the same other entry, on average. */
function companions(view: Orientation, x: number, y: number, likely: ReadonlyMap<number, number>): number {
  const above = view.own.parent[x] as number;
  if (above < 0 || likely.size === 0) return 0;
  let count = 0;
  let sum = 0;
  for (const sibling of view.own.children[above] as readonly number[]) {
    if (sibling === x || (view.partner[sibling] as number) >= 0) continue;
    count++;
    for (const pair of view.pairsOf[sibling] as readonly number[]) {
      if (view.otherOf[pair] === y) sum += likely.get(pair) ?? 0;
    }
  }
  return count === 0 ? 0 : sum / count;
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
