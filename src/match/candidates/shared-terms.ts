import { NUMBERS } from '../numbers.ts';
import type { Side } from '../view/side.ts';
import type { TermBag } from '../view/term-bag.ts';
import type { View } from '../view/view.ts';
import type { Vocabulary } from '../view/vocabulary.ts';
import { type Postings, postingsOf } from './postings.ts';
import type { AddPair } from './same-text.ts';
import { topOf } from './top.ts';

/**
 * Finds for each entry of both maps the entries of the other map whose labels share telling terms.
 *
 * An inverted index is walked term by term, rarest first, so that only pairs with a term in common are ever looked at and
 * no more than `looks` for one entry (rarest-first with early termination: Moffat and Zobel 1996). Both
 * directions are taken, for the same pairs to be found when the maps are swapped. Cost per entry: at most `looks`.
 */
export function visitSharedTerms(
  { oldSide, newSide, vocabulary }: View,
  add: AddPair,
  onEntry: () => void,
): void {
  const { oldBags, newBags } = vocabulary;
  const [old, other] = [
    { side: oldSide, bags: oldBags },
    { side: newSide, bags: newBags },
  ];
  searchSide(old, other, vocabulary, { visit: add, onEntry });
  searchSide(other, old, vocabulary, { visit: (n, o) => add(o, n), onEntry });
}

/** Who is told of what is found. */
interface Visitor {
  readonly visit: (own: number, other: number) => void;
  readonly onEntry: () => void;
}

interface Entries {
  readonly side: Side;
  readonly bags: readonly TermBag[];
}

function searchSide(from: Entries, to: Entries, vocabulary: Vocabulary, { visit, onEntry }: Visitor): void {
  const search = createSearch(to, vocabulary);
  for (const kind of new Set(from.side.kindClass)) {
    const ofKind = ({ side }: Entries): readonly number[] =>
      side.matchable.filter((id) => side.kindClass[id] === kind);
    const postings = postingsOf(ofKind(to), to.bags, vocabulary.size);
    for (const id of ofKind(from)) {
      search(from.bags[id] as TermBag, postings, (other) => visit(id, other));
      onEntry();
    }
  }
}

type Search = (bag: TermBag, postings: Postings, visit: (id: number) => void) => void;

function createSearch({ side, bags }: Entries, { near, size }: Vocabulary): Search {
  const nodes = side.nodes.length;
  /** What a term is worth to the entry that is asked for, where `wanted` lists it. */
  const gain = new Float64Array(size);
  /** What an entry shares with it, where `touched` lists it; what it shares by the length of its label. */
  const shared = new Float64Array(nodes);
  const similarity = new Float64Array(nodes);
  const touched = new Int32Array(nodes);
  const scale = Float64Array.from(bags, (bag) => 1 / Math.sqrt(bag.mass));

  const want = (bag: TermBag): number[] => {
    const wanted: number[] = [];
    const add = (term: number, worth: number): void => {
      if (gain[term] === 0) wanted.push(term);
      gain[term] = (gain[term] as number) + worth;
    };
    for (let i = 0; i < bag.terms.length; i++) {
      const term = bag.terms[i] as number;
      add(term, 1);
      const end = near.start[term + 1] as number;
      for (let form = near.start[term] as number; form < end; form++) {
        add(near.term[form] as number, near.similarity[form] as number);
      }
    }
    return wanted;
  };
  /** Looks up the terms, and returns how many entries have one. */
  const walk = (terms: readonly number[], { start, ids, weights }: Postings): number => {
    let count = 0;
    for (const term of terms) {
      const worth = gain[term] as number;
      const end = start[term + 1] as number;
      for (let at = start[term] as number; at < end; at++) {
        const id = ids[at] as number;
        const known = shared[id] as number;
        if (known === 0) touched[count++] = id;
        shared[id] = known + worth * (weights[at] as number);
      }
    }
    for (let i = 0; i < count; i++) {
      const id = touched[i] as number;
      similarity[id] = (shared[id] as number) * (scale[id] as number);
    }
    return count;
  };
  /** Counts all wanted terms of some entries, the ones not looked up included. */
  const lookAgain = (ids: Iterable<number>): void => {
    for (const id of ids) {
      const { terms, weights } = bags[id] as TermBag;
      let sum = 0;
      for (let i = 0; i < terms.length; i++)
        sum += (gain[terms[i] as number] as number) * (weights[i] as number);
      shared[id] = sum;
      similarity[id] = sum * (scale[id] as number);
    }
  };
  const mostSimilar = topOf(similarity, NUMBERS.candidates.ties);
  const sharingMost = topOf(shared, NUMBERS.candidates.ties);
  return (bag, postings, visit) => {
    const wanted = want(bag);
    const terms = rarest(wanted, postings);
    const count = walk(terms, postings);
    let found = touched.subarray(0, count);
    if (terms.length < wanted.length) {
      const again = new Set([
        ...mostSimilar(found, NUMBERS.candidates.bySimilarity * NUMBERS.candidates.secondLook),
        ...sharingMost(found, NUMBERS.candidates.byShared * NUMBERS.candidates.secondLook),
      ]);
      lookAgain(again);
      found = Int32Array.from(again);
    }
    const similar = mostSimilar(found, NUMBERS.candidates.bySimilarity);
    for (let i = 0; i < similar.length; i++) visit(similar[i] as number);
    // Where all are similar enough, all have been told.
    const sharing = similar.length === found.length ? [] : sharingMost(found, NUMBERS.candidates.byShared);
    for (let i = 0; i < sharing.length; i++) visit(sharing[i] as number);
    for (let i = 0; i < count; i++) shared[touched[i] as number] = 0;
    for (const term of wanted) gain[term] = 0;
  };
}

/** The terms that together stand in at most `looks` labels, rarest first; of equally rare ones all or none. */
function rarest(terms: readonly number[], { start }: Postings): readonly number[] {
  const length = (term: number): number => (start[term + 1] as number) - (start[term] as number);
  let looks = 0;
  for (const term of terms) looks += length(term);
  if (looks <= NUMBERS.candidates.looks) return terms;
  const sorted = [...terms].sort((a, b) => length(a) - length(b));
  let sum = 0;
  let end = 0;
  while (end < sorted.length) {
    const same = length(sorted[end] as number);
    let next = end;
    while (next < sorted.length && length(sorted[next] as number) === same) next++;
    sum += (next - end) * same;
    if (sum > NUMBERS.candidates.looks) break;
    end = next;
  }
  return sorted.slice(0, end);
}
