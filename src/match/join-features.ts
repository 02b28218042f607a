import type { Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';

/** What is said of joining an entry that has no partner to one of the other map, in the order of the weights. */
export const JOIN_FEATURES = [
  'bias',
  'score',
  'ownCover',
  'otherCover',
  'shared',
  'grams',
  'residual',
  'residualShare',
  'parent',
  'grandparent',
  'siblings',
  'soleChild',
  'coversParent',
  'margin',
  'levelDiffers',
  'leafDiffers',
  'taken',
] as const;
export const JOIN_FEATURE_COUNT = JOIN_FEATURES.length;

/** Scores further apart than this are as good as certain. */
const SCORE_LIMIT = 6;

/** Measures joins seen from one map. */
export function joinMeter(scored: Scored, view: Orientation): (pair: number, out: Float64Array) => void {
  const { table, structure, score } = scored;
  const { weight } = table.vocabulary;
  const isOld = view.own === table.oldSide;
  const residuals = new Map<number, Int32Array>();
  const clip = (z: number): number => Math.max(-SCORE_LIMIT, Math.min(SCORE_LIMIT, z)) / SCORE_LIMIT;
  const massOf = (terms: Int32Array): number =>
    terms.reduce((sum, term) => sum + (weight[term] as number), 0);

  /** The terms of an entry of the other map that its partner does not have. */
  const residualOf = (y: number): Int32Array => {
    const known = residuals.get(y);
    if (known) return known;
    const partner = view.partnerOfOther[y] as number;
    const terms = view.otherTerms[y] as Int32Array;
    const rest = partner < 0 ? terms : uncovered(terms, view.ownTerms[partner] as Int32Array);
    residuals.set(y, rest);
    return rest;
  };
  const uncovered = (terms: Int32Array, by: Int32Array): Int32Array => {
    const present = new Set<number>(by);
    for (const term of by) for (const form of table.vocabulary.near[term] ?? []) present.add(form.term);
    return terms.filter((term) => !present.has(term));
  };

  return (pair, out) => {
    const x = view.ownOf[pair] as number;
    const y = view.otherOf[pair] as number;
    const [o, n] = isOld ? [x, y] : [y, x];
    const rest = residualOf(y);
    table.meter.focus(view.ownTerms[x] as Int32Array);
    const overRest = table.meter.measure(rest);
    const restMass = massOf(rest);
    const otherMass = massOf(view.otherTerms[y] as Int32Array);
    let rival = -SCORE_LIMIT;
    for (const p of view.pairsOf[x] as readonly number[]) {
      if (p !== pair && (score[p] as number) > rival) rival = score[p] as number;
    }
    const parentX = view.own.parent[x] as number;
    const parentY = view.other.parent[y] as number;
    out[0] = 1;
    out[1] = clip(score[pair] as number);
    out[2] = view.ownCover[pair] as number;
    out[3] = view.otherCover[pair] as number;
    out[4] = Math.log1p(table.shared[pair] as number);
    out[5] = table.grams[pair] as number;
    out[6] = overRest.second * (restMass > 0 ? 1 : 0);
    out[7] = otherMass === 0 ? 0 : (overRest.second * restMass) / otherMass;
    out[8] = structure.parent(o, n);
    out[9] = structure.grandparent(o, n);
    out[10] = siblingsLinked(view, x, y);
    out[11] =
      parentY >= 0 && view.other.children[parentY]?.length === 1 && parentX >= 0 ? structure.parent(o, n) : 0;
    out[12] =
      parentX < 0
        ? 0
        : coverOf(table, view.ownTerms[parentX] as Int32Array, view.otherTerms[y] as Int32Array);
    out[13] = clip((score[pair] as number) - rival);
    out[14] = view.own.nodes[x]?.level === view.other.nodes[y]?.level ? 0 : 1;
    out[15] = (view.own.children[x]?.length === 0) === (view.other.children[y]?.length === 0) ? 0 : 1;
    out[16] = (view.partnerOfOther[y] as number) >= 0 ? 1 : 0;
  };
}

function coverOf(table: Scored['table'], of: Int32Array, by: Int32Array): number {
  table.meter.focus(of);
  return table.meter.measure(by).first;
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
