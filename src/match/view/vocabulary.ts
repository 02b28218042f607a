import { type AnalysedLabel, EXCLUDED } from '../../language/analyser.ts';
import { NUMBERS } from '../numbers.ts';
import { hasForms, termSimilarity } from '../similarity/term-similarity.ts';
import { type PackedBags, pathBags } from './path-bags.ts';
import { findSetPhrases } from './set-phrases.ts';
import type { Side } from './side.ts';
import { bagOf, type TermBag } from './term-bag.ts';

/** The terms of both maps, with how much each tells, and which are forms of one word. */
export interface Vocabulary {
  readonly size: number;
  readonly termIds: ReadonlyMap<string, number>;
  /** In (0, 1]: 1 for a term that stands in one label, less the more labels share it. */
  readonly weight: Float64Array;
  /** Per term the one that excludes it, or the one it excludes; -1 for none. */
  readonly opposite: Int32Array;
  readonly near: NearTerms;
  /** The terms of each label, old and new, by node id. */
  readonly oldBags: readonly TermBag[];
  readonly newBags: readonly TermBag[];
  /** The terms of each label with those of the entries above it, which count less the higher they stand. */
  readonly oldPaths: PackedBags;
  readonly newPaths: PackedBags;
}

/** Per term the similar ones (not itself): from `start[term]` to before `start[term + 1]` of the other two. */
export interface NearTerms {
  readonly start: Int32Array;
  readonly term: Int32Array;
  readonly similarity: Float64Array;
}

/** Terms are compared with those that begin alike; a bucket that outgrows this is cut by a longer beginning. */
const PREFIX_LENGTHS = [3, 4, 5, 6] as const;

/**
 * Builds the vocabulary of two maps.
 *
 * The weight of a term is 1 / (1 + ln df), df being the number of different labels it stands in, averaged over the two
 * maps. Unlike the usual inverse document frequency it does not depend on the size of the maps, so that a branch added
 * elsewhere, in other words, leaves every weight as it was. Cost: the terms of the labels, and up to `termBucket`
 * comparisons for each different term.
 */
export function buildVocabulary(oldSide: Side, newSide: Side): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const intern = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, terms.length);
    terms.push(term);
    return terms.length - 1;
  };
  const oldSequences = internSide(oldSide, intern);
  const newSequences = internSide(newSide, intern);
  const frequency = new Float64Array(terms.length);
  countLabels(oldSide, oldSequences, frequency);
  countLabels(newSide, newSequences, frequency);
  const weight = frequency.map((count) => 1 / (1 + Math.log(Math.max(1, count / 2))));
  const oldBags = bagsOf(oldSide, oldSequences, weight);
  const newBags = bagsOf(newSide, newSequences, weight);
  return {
    size: terms.length,
    termIds: ids,
    weight,
    opposite: oppositesOf(terms, ids),
    near: nearTerms(terms, relatedPairs(oldSide.related, ids)),
    oldBags,
    newBags,
    oldPaths: pathBags(oldSide, oldBags, terms.length),
    newPaths: pathBags(newSide, newBags, terms.length),
  };
}

function oppositesOf(terms: readonly string[], ids: ReadonlyMap<string, number>): Int32Array {
  const opposite = new Int32Array(terms.length).fill(-1);
  terms.forEach((term, id) => {
    const other = term.startsWith(EXCLUDED) ? ids.get(term.slice(EXCLUDED.length)) : undefined;
    if (other === undefined) return;
    opposite[id] = other;
    opposite[other] = id;
  });
  return opposite;
}

/** The terms of each label as numbers; nodes with the same label share them. */
function internSide(side: Side, intern: (term: string) => number): Int32Array[] {
  const known = new Map<AnalysedLabel, Int32Array>();
  return side.text.map((text) => {
    const before = known.get(text);
    if (before) return before;
    const sequence = Int32Array.from(text.terms, intern);
    known.set(text, sequence);
    return sequence;
  });
}

function bagsOf(side: Side, sequences: readonly Int32Array[], weight: Float64Array): TermBag[] {
  const phrases = findSetPhrases(side, sequences);
  return sequences.map((sequence, id) => {
    const marks = phrases[id];
    const told = new Map<number, number>();
    sequence.forEach((term, i) => {
      const own = (weight[term] as number) * (marks?.[i] ? NUMBERS.view.phraseTells : 1);
      if (own > (told.get(term) ?? 0)) told.set(term, own);
    });
    return bagOf(Int32Array.from(told.keys()), Float64Array.from(told.values()));
  });
}

/** Equal labels count once: a title repeated on every level says no less for that. */
function countLabels(side: Side, terms: readonly Int32Array[], frequency: Float64Array): void {
  const seen = new Set<string>();
  for (const id of side.matchable) {
    const key = side.text[id]?.key ?? '';
    if (seen.has(key)) continue;
    seen.add(key);
    for (const term of new Set(terms[id])) frequency[term] = (frequency[term] as number) + 1;
  }
}

/** Two terms that are forms of one word. */
interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

function relatedPairs(groups: Side['related'], ids: ReadonlyMap<string, number>): Likeness[] {
  return groups.flatMap((group) => {
    const known = [...new Set(group.flatMap((term) => ids.get(term) ?? []))];
    return known.flatMap((a, i) =>
      known.slice(i + 1).map((b) => ({ a, b, similarity: NUMBERS.view.related })),
    );
  });
}

/** Cost: up to `termBucket` comparisons a term. */
function nearTerms(terms: readonly string[], related: readonly Likeness[]): NearTerms {
  const found: Likeness[] = [...related];
  const all = terms.flatMap((term, id) => (hasForms(term) ? [id] : []));
  compareBuckets(terms, all, 0, found);
  const start = new Int32Array(terms.length + 1);
  for (const { a, b } of found) {
    start[a + 1] = (start[a + 1] as number) + 1;
    start[b + 1] = (start[b + 1] as number) + 1;
  }
  for (let id = 0; id < terms.length; id++) start[id + 1] = (start[id + 1] as number) + (start[id] as number);
  const free = start.slice();
  const near = {
    start,
    term: new Int32Array(2 * found.length),
    similarity: new Float64Array(2 * found.length),
  };
  const put = (at: number, term: number, similarity: number): void => {
    const place = free[at] as number;
    free[at] = place + 1;
    near.term[place] = term;
    near.similarity[place] = similarity;
  };
  for (const { a, b, similarity } of found) {
    put(a, b, similarity);
    put(b, a, similarity);
  }
  return near;
}

function compareBuckets(
  terms: readonly string[],
  ids: readonly number[],
  depth: number,
  found: Likeness[],
): void {
  const length = PREFIX_LENGTHS[depth];
  const buckets = new Map<string, number[]>();
  for (const id of ids) {
    const term = terms[id] as string;
    if (length === undefined || term.length < length) continue;
    const prefix = term.slice(0, length);
    const bucket = buckets.get(prefix);
    if (bucket) bucket.push(id);
    else buckets.set(prefix, [id]);
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > NUMBERS.view.termBucket) compareBuckets(terms, bucket, depth + 1, found);
    else comparePairs(terms, bucket, found);
  }
}

function comparePairs(terms: readonly string[], bucket: readonly number[], found: Likeness[]): void {
  for (let i = 0; i < bucket.length; i++) {
    for (let j = i + 1; j < bucket.length; j++) {
      const a = bucket[i] as number;
      const b = bucket[j] as number;
      const similarity = termSimilarity(terms[a] as string, terms[b] as string);
      if (similarity > 0) found.push({ a, b, similarity });
    }
  }
}
