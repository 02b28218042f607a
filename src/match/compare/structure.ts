import { createPairIndex, numbered, numberOf, type PairIndex } from '../candidates/pair-index.ts';
import { NUMBERS } from '../numbers.ts';
import { sigmoid } from '../similarity/logistic.ts';
import type { Side } from '../view/side.ts';
import { findPair, type PairTable } from './pair-table.ts';

/** What the place of two entries says of their correspondence, judged by the links of the round before. */
export interface Structure {
  /** How well the parents correspond, in [0, 1]; 1/2 for two roots. */
  readonly parent: (oldId: number, newId: number) => number;
  /**
   * Nothing where the parents correspond; otherwise how seldom entries hereabouts leave their parent, in nats. `parent` is
   * what {@link Structure.parent} says of the same pair.
   */
  readonly strayed: (oldId: number, newId: number, parent: number) => number;
  readonly grandparent: (oldId: number, newId: number) => number;
  /** How well the branches correspond: the roots above them; 1/2 where no root stands higher than the grandparent. */
  readonly branch: (oldId: number, newId: number) => number;
  /** Share of the linked children of both that link to each other. */
  readonly children: (oldId: number, newId: number) => number;
  /** Whether the entries before and after correspond too. */
  readonly neighbours: (oldId: number, newId: number) => number;
  /** 0 unless the codes are equal; then the log-odds that an entry hereabouts keeps its code. */
  readonly sameCode: (oldId: number, newId: number) => number;
}

/** Log-odds per old and per new id. */
export interface LocalOdds {
  readonly old: Float64Array;
  readonly new: Float64Array;
}

/** The links of one round: partner ids or -1, and each pair's score. */
export interface RoundState {
  readonly partnerOfOld: Int32Array;
  readonly partnerOfNew: Int32Array;
  /** Log-odds per pair; pairs beyond its end are not believed in yet. */
  score: Float64Array;
  /** Per pair the probability that it is a link besides the partners; 0 where that is not likely. */
  joined?: Float64Array;
  /** How far the labels alone attest the link of each old id, in [0, 1]; 0 without one. */
  readonly attested: Float64Array;
  /** Log-odds that an entry hereabouts keeps its code, and that it stays with its parent. */
  codeOdds: LocalOdds;
  parentOdds: LocalOdds;
}

const NEUTRAL: Structure = {
  parent: () => 0.5,
  strayed: () => 0,
  grandparent: () => 0.5,
  branch: () => 0.5,
  children: () => 0,
  neighbours: () => 0,
  sameCode: () => 0,
};

/** The structure before anything is linked: it says nothing. */
export function noStructure(): Structure {
  return NEUTRAL;
}

/**
 * Reads the structure off a round's links.
 *
 * A link speaks for its surroundings as far as its own labels attest it: a parent and its only child must not talk each
 * other into a link that neither has a word for. Cost: one pass over the entries; then a few look-ups a question.
 */
export function structureOf(table: PairTable, state: RoundState): Structure {
  const { oldSide, newSide, codes } = table;
  const votes = countVotes(oldSide, newSide, state);
  const attestedNew = new Float64Array(newSide.nodes.length);
  for (const o of oldSide.matchable) {
    const n = state.partnerOfOld[o] as number;
    if (n >= 0) attestedNew[n] = state.attested[o] as number;
  }
  const oldTotal = totals(oldSide, state.attested);
  const newTotal = totals(newSide, attestedNew);

  /** A pair counts if it is a link, or may yet be one. */
  const believed = (pair: number, a: number, b: number): number => {
    const joined = state.joined?.[pair] ?? 0;
    if (joined > 0) return joined;
    const linked = state.partnerOfOld[a] === b;
    const free = (state.partnerOfOld[a] as number) < 0 && (state.partnerOfNew[b] as number) < 0;
    return (linked || free) && pair < state.score.length ? sigmoid(state.score[pair] as number) : 0;
  };
  /** How well two structure nodes correspond, by their own pair or their children; (o, n) itself is not asked. */
  const support = (a: number, b: number, o: number, n: number): number => {
    if (a < 0 && b < 0) return 0.5;
    if (a < 0 || b < 0) return 0;
    const own = findPair(table, a, b);
    const itself = o >= 0 && state.partnerOfOld[o] === n ? (state.attested[o] as number) : 0;
    const shared = votesFor(votes, a, b) - itself;
    const possible =
      Math.min((oldTotal[a] as number) - itself, (newTotal[b] as number) - itself) + NUMBERS.compare.doubt;
    return Math.max(own < 0 ? 0 : believed(own, a, b), shared / possible);
  };
  const parent = (o: number, n: number): number =>
    support(oldSide.parent[o] as number, newSide.parent[n] as number, o, n);
  const grandparent = (o: number, n: number): number => {
    const a = oldSide.parent[o] as number;
    const b = newSide.parent[n] as number;
    if (a < 0 || b < 0) return 0.5;
    return support(oldSide.parent[a] as number, newSide.parent[b] as number, -1, -1);
  };
  const branch = (o: number, n: number): number => {
    const a = oldSide.branch[o] as number;
    const b = newSide.branch[n] as number;
    return a < 0 || b < 0 ? 0.5 : support(a, b, -1, -1);
  };
  const children = (o: number, n: number): number => {
    const shared = votesFor(votes, o, n);
    return (2 * shared) / ((oldTotal[o] as number) + (newTotal[n] as number) + NUMBERS.compare.doubt);
  };
  const odds = (local: LocalOdds, o: number, n: number): number =>
    ((local.old[o] as number) + (local.new[n] as number)) / 2;
  const agreement = (oldNext: Int32Array, newNext: Int32Array, o: number, n: number): number => {
    const a = oldNext[o] as number;
    const b = newNext[n] as number;
    if (a < 0 && b < 0) return 0.5;
    return a >= 0 && b >= 0 && state.partnerOfOld[a] === b ? (state.attested[a] as number) : 0;
  };
  const neighbours = (o: number, n: number): number =>
    (agreement(oldSide.before, newSide.before, o, n) + agreement(oldSide.after, newSide.after, o, n)) / 2;
  const sameCode = (o: number, n: number): number => {
    if (codes.old[o] !== codes.new[n]) return 0;
    return odds(state.codeOdds, o, n);
  };
  const strayed = (o: number, n: number, parentSupport: number): number => {
    if ((oldSide.parent[o] as number) < 0 && (newSide.parent[n] as number) < 0) return 0;
    return (1 - parentSupport) * Math.log1p(Math.exp(odds(state.parentOdds, o, n)));
  };
  return { parent, strayed, grandparent, branch, children, neighbours, sameCode };
}

/** What is attested of links between the children of two entries. */
interface Votes {
  readonly index: PairIndex;
  readonly sum: Float64Array;
}

function countVotes(oldSide: Side, newSide: Side, { partnerOfOld, attested }: RoundState): Votes {
  const index = createPairIndex();
  const sum = new Float64Array(oldSide.matchable.length);
  for (const o of oldSide.matchable) {
    const n = partnerOfOld[o] as number;
    const a = oldSide.parent[o] as number;
    const b = n < 0 ? -1 : (newSide.parent[n] as number);
    if (a < 0 || b < 0) continue;
    const vote = numbered(index, a, b);
    sum[vote] = (sum[vote] as number) + (attested[o] as number);
  }
  return { index, sum };
}

function votesFor({ index, sum }: Votes, a: number, b: number): number {
  const vote = numberOf(index, a, b);
  return vote < 0 ? 0 : (sum[vote] as number);
}

/** Per parent what is attested of its children. */
function totals(side: Side, attested: Float64Array): Float64Array {
  const sum = new Float64Array(side.nodes.length);
  for (const id of side.matchable) {
    const above = side.parent[id] as number;
    if (above >= 0) sum[above] = (sum[above] as number) + (attested[id] as number);
  }
  return sum;
}
