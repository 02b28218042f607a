import type { CoverageMeter } from '../compare/coverage.ts';
import { type PartsOf, partsOf } from '../view/label-parts.ts';
import { filterBag, type TermBag } from '../view/term-bag.ts';
import type { NearTerms } from '../view/vocabulary.ts';
import type { Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';

/** What the labels say of joining an entry to another one, besides what they say of the pair: where each value stands. */
export const JOIN_LABEL = {
  /** Share of what the other entry's partner leaves of its label that the own label has. */
  restCover: 0,
  /** Share of the other entry's label that its partner leaves. */
  room: 1,
  /** Share of the label above the own entry that the other label has. */
  parentCover: 2,
  /** How much the best-covered part of the other entry's enumeration tells. */
  part: 3,
  /** How well the own label covers a clause of the other's that its partner does not answer to. */
  clause: 4,
} as const;
export const JOIN_LABEL_COUNT = Object.keys(JOIN_LABEL).length;

/**
 * What the labels say of the joins of an entry: {@link JOIN_LABEL_COUNT} values for each of its pairs, in their order.
 * Labels and partners stay while joins are weighed, so each pair is measured once, however often it is asked for.
 */
export type JoinLabels = (view: Orientation, own: number) => Float64Array;

/** Makes a store of such values, for one view of the pairs. Cost: the terms of both labels, once a pair. */
export function createJoinLabels({ table }: Scored): JoinLabels {
  const { meter, vocabulary } = table;
  const known: Float64Array[] = [];
  const restOf = createRests(vocabulary.near);
  const partsOfOther: (readonly TermBag[])[] = [];
  const partsAt = (view: Orientation, y: number): readonly TermBag[] => {
    partsOfOther[y] ??= partsOf({ vocabulary, side: view.other, bags: view.otherBags } satisfies PartsOf, y);
    return partsOfOther[y] as readonly TermBag[];
  };
  const measure = (view: Orientation, own: number, out: Float64Array, from: number): void => {
    const { start, pairs } = view.pairsOf;
    const first = start[own] as number;
    const count = out.length / JOIN_LABEL_COUNT;
    const ownBag = view.ownBags[own] as TermBag;
    for (let i = from; i < count; i++) {
      const y = view.otherOf[pairs[first + i] as number] as number;
      const { mass } = view.otherBags[y] as TermBag;
      const parts = partsAt(view, y);
      const partner = view.partnerOfOther[y] as number;
      const rest = restOf(view, y);
      const at = JOIN_LABEL_COUNT * i;
      out[at + JOIN_LABEL.restCover] = coverOf(meter, rest, ownBag);
      out[at + JOIN_LABEL.room] = mass === 0 ? 1 : rest.mass / mass;
      if (parts.length === 0) continue;
      const covers = parts.map((part) => coverOf(meter, part, ownBag) ** 3);
      out[at + JOIN_LABEL.part] = bestPart(parts, covers);
      if (partner >= 0)
        out[at + JOIN_LABEL.clause] = bestClause(parts, covers, view.ownBags[partner] as TermBag, meter);
    }
    const above = view.own.parent[own] as number;
    if (above < 0) return;
    meter.focus(view.ownBags[above] as TermBag);
    for (let i = from; i < count; i++) {
      const y = view.otherOf[pairs[first + i] as number] as number;
      out[JOIN_LABEL_COUNT * i + JOIN_LABEL.parentCover] = meter.measure(view.otherBags[y] as TermBag).first;
    }
  };
  return (view, own) => {
    const { start } = view.pairsOf;
    const length = JOIN_LABEL_COUNT * ((start[own + 1] as number) - (start[own] as number));
    const before = known[own];
    if (before?.length === length) return before;
    // New pairs of an entry follow the ones it had.
    const values = new Float64Array(length);
    if (before) values.set(before);
    measure(view, own, values, (before?.length ?? 0) / JOIN_LABEL_COUNT);
    known[own] = values;
    return values;
  };
}

/** The terms of an entry of the other map that its partner does not have. */
function createRests(near: NearTerms): (view: Orientation, y: number) => TermBag {
  const rests: TermBag[] = [];
  return (view, y) => {
    const known = rests[y];
    if (known) return known;
    const partner = view.partnerOfOther[y] as number;
    const bag = view.otherBags[y] as TermBag;
    const rest = partner < 0 ? bag : uncovered(bag, view.ownBags[partner] as TermBag, near);
    rests[y] = rest;
    return rest;
  };
}

export function uncovered(bag: TermBag, by: TermBag, near: NearTerms): TermBag {
  const present = new Set<number>(by.terms);
  for (const term of by.terms) {
    const end = near.start[term + 1] as number;
    for (let form = near.start[term] as number; form < end; form++) present.add(near.term[form] as number);
  }
  return filterBag(bag, (term) => !present.has(term));
}

/**
 * How much the best-covered part of an enumeration tells, in [0, 1]: nothing unless it is covered nearly whole.
 *
 * @param covers per part the cube of the share that is covered, which is low unless nearly all is
 */
function bestPart(parts: readonly TermBag[], covers: readonly number[]): number {
  return parts.reduce((best, { mass }, i) => Math.max(best, (covers[i] as number) * Math.min(1, mass)), 0);
}

/** How well a part is covered nearly whole that the partner does not have; `covers` as in {@link bestPart}. */
function bestClause(
  parts: readonly TermBag[],
  covers: readonly number[],
  partner: TermBag,
  meter: CoverageMeter,
): number {
  return parts.reduce((best, part, i) => {
    const cover = covers[i] as number;
    return cover > best ? Math.max(best, cover * (1 - coverOf(meter, part, partner))) : best;
  }, 0);
}

/** Share of the weight of some terms that a label has. */
function coverOf(meter: CoverageMeter, of: TermBag, by: TermBag): number {
  if (of.mass === 0) return 0;
  meter.focus(of);
  return meter.measure(by).first;
}
