import type { Side } from './side.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Candidates kept per entry and direction: the most similar, and those that share most, however broad their label. */
const BY_SIMILARITY = 8;
const BY_SHARED = 4;

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
  searchSide(oldSide, newSide, vocabulary.oldTerms, vocabulary.newTerms, vocabulary, visit);
  searchSide(newSide, oldSide, vocabulary.newTerms, vocabulary.oldTerms, vocabulary, (n, o) => visit(o, n));
}

function searchSide(
  from: Side,
  to: Side,
  fromTerms: readonly Int32Array[],
  toTerms: readonly Int32Array[],
  vocabulary: Vocabulary,
  visit: (fromId: number, toId: number) => void,
): void {
  const { weight, near } = vocabulary;
  const postings = postingsOf(to, toTerms, vocabulary.size);
  const mass = massesOf(toTerms, weight);
  const score = new Float64Array(to.nodes.length);
  for (const id of from.matchable) {
    const touched: number[] = [];
    const add = (term: number, gain: number): void => {
      for (const other of postings[term] as number[]) {
        if (to.kindClass[other] !== from.kindClass[id]) continue;
        if (score[other] === 0) touched.push(other);
        score[other] = (score[other] as number) + gain;
      }
    };
    for (const term of fromTerms[id] as Int32Array) {
      add(term, weight[term] as number);
      for (const form of near[term] ?? []) add(form.term, (weight[form.term] as number) * form.similarity);
    }
    for (const other of best(
      touched,
      (x) => (score[x] as number) / Math.sqrt(mass[x] as number),
      BY_SIMILARITY,
    ))
      visit(id, other);
    for (const other of best(touched, (x) => score[x] as number, BY_SHARED)) visit(id, other);
    for (const other of touched) score[other] = 0;
  }
}

function postingsOf(side: Side, terms: readonly Int32Array[], size: number): number[][] {
  const postings: number[][] = Array.from({ length: size }, () => []);
  for (const id of side.matchable) {
    for (const term of terms[id] as Int32Array) (postings[term] as number[]).push(id);
  }
  return postings;
}

/** The total weight of each entry's terms. */
export function massesOf(terms: readonly Int32Array[], weight: Float64Array): Float64Array {
  return Float64Array.from(terms, (list) => list.reduce((sum, term) => sum + (weight[term] as number), 0));
}

/** The `count` best by `rank`; all that tie with the last of them are kept, so that no order of rows decides. */
function best(ids: readonly number[], rank: (id: number) => number, count: number): readonly number[] {
  if (ids.length <= count) return ids;
  const ranks = ids.map(rank);
  const cut = [...ranks].sort((a, b) => b - a)[count - 1] as number;
  const kept = ids.filter((_, i) => (ranks[i] as number) >= cut - 1e-9);
  return kept.length <= count * 4 ? kept : kept.filter((id) => rank(id) > cut + 1e-9);
}
