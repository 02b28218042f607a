import type { Side } from './side.ts';
import type { TermBag } from './term-bag.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Candidates kept per entry and direction: the most similar, and those that share most, however broad their label. */
const BY_SIMILARITY = 8;
const BY_SHARED = 4;
/** Scores nearer than this are a tie. */
const TIE = 1e-9;
/** All that tie with the last candidate are kept, unless they are more than this many times too many. */
const MAX_TIES = 4;

/**
 * Finds for each entry of both maps the entries of the other map whose labels share telling terms.
 *
 * An inverted index is walked term by term, so that only pairs with a term in common are ever looked at. Both
 * directions are taken, for the same pairs to be found when the maps are swapped.
 *
 * @param visit called once or more for each pair (old id, new id)
 */
export function visitCandidates(
  oldSide: Side,
  newSide: Side,
  vocabulary: Vocabulary,
  visit: (oldId: number, newId: number) => void,
): void {
  const { oldBags, newBags } = vocabulary;
  searchSide(oldSide, newSide, oldBags, newBags, vocabulary, visit);
  searchSide(newSide, oldSide, newBags, oldBags, vocabulary, (n, o) => visit(o, n));
}

function searchSide(
  from: Side,
  to: Side,
  fromBags: readonly TermBag[],
  toBags: readonly TermBag[],
  { near, size }: Vocabulary,
  visit: (fromId: number, toId: number) => void,
): void {
  const postings = postingsOf(to, toBags, size);
  const score = new Float64Array(to.nodes.length);
  const bySimilarity = (x: number): number => (score[x] as number) / Math.sqrt((toBags[x] as TermBag).mass);
  const byShared = (x: number): number => score[x] as number;
  for (const id of from.matchable) {
    const touched: number[] = [];
    const add = (term: number, gain: number): void => {
      for (const { id: other, weight } of postings[term] as Posting[]) {
        if (to.kindClass[other] !== from.kindClass[id]) continue;
        if (score[other] === 0) touched.push(other);
        score[other] = (score[other] as number) + gain * weight;
      }
    };
    for (const term of (fromBags[id] as TermBag).terms) {
      add(term, 1);
      for (const form of near[term] ?? []) add(form.term, form.similarity);
    }
    for (const other of best(touched, bySimilarity, BY_SIMILARITY)) visit(id, other);
    for (const other of best(touched, byShared, BY_SHARED)) visit(id, other);
    for (const other of touched) score[other] = 0;
  }
}

interface Posting {
  readonly id: number;
  readonly weight: number;
}

function postingsOf(side: Side, bags: readonly TermBag[], size: number): Posting[][] {
  const postings: Posting[][] = Array.from({ length: size }, () => []);
  for (const id of side.matchable) {
    const { terms, weights } = bags[id] as TermBag;
    terms.forEach((term, i) => {
      (postings[term] as Posting[]).push({ id, weight: weights[i] as number });
    });
  }
  return postings;
}

/** The `count` best by `rank`, and what ties with the last of them, so that no order of rows decides. */
function best(ids: readonly number[], rank: (id: number) => number, count: number): readonly number[] {
  if (ids.length <= count) return ids;
  const ranks = ids.map(rank);
  const cut = [...ranks].sort((a, b) => b - a)[count - 1] as number;
  const kept = ids.filter((_, i) => (ranks[i] as number) >= cut - TIE);
  return kept.length <= count * MAX_TIES ? kept : kept.filter((id) => rank(id) > cut + TIE);
}
