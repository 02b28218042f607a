import type { PairTable } from './pair-table.ts';
import { findPair } from './pair-table.ts';
import type { Side } from './side.ts';

/** What the place of two entries says of their correspondence, judged by the links of the round before. */
export interface Structure {
  /** How well the parents correspond, in [0, 1]; 1/2 for two roots. */
  readonly parent: (oldId: number, newId: number) => number;
  readonly grandparent: (oldId: number, newId: number) => number;
  /** Share of the linked children of both that link to each other. */
  readonly children: (oldId: number, newId: number) => number;
  /** Whether the entries before and after correspond too. */
  readonly neighbours: (oldId: number, newId: number) => number;
  /** 0 unless the codes are equal; then the log-odds that an entry hereabouts keeps its code. */
  readonly sameCode: (oldId: number, newId: number) => number;
}

/** The links of one round: partner ids or -1, and each pair's probability. */
export interface RoundState {
  readonly partnerOfOld: Int32Array;
  readonly partnerOfNew: Int32Array;
  readonly probability: Float64Array;
  /** Log-odds of keeping the code, per old and per new id. */
  readonly oldStability: Float64Array;
  readonly newStability: Float64Array;
}

const NEUTRAL: Structure = {
  parent: () => 0.5,
  grandparent: () => 0.5,
  children: () => 0,
  neighbours: () => 0,
  sameCode: () => 0,
};

/** The structure before anything is linked: it says nothing. */
export function noStructure(): Structure {
  return NEUTRAL;
}

/** Reads the structure off a round's links. */
export function structureOf(table: PairTable, state: RoundState): Structure {
  const { oldSide, newSide } = table;
  const width = newSide.nodes.length + 1;
  const votes = countVotes(oldSide, newSide, state, width);
  const oldLinked = linkedChildren(oldSide, state.partnerOfOld);
  const newLinked = linkedChildren(newSide, state.partnerOfNew);

  /** How well two structure nodes correspond, by their own pair or their children; (o, n) itself is not asked. */
  const support = (a: number, b: number, o: number, n: number): number => {
    if (a < 0 && b < 0) return 0.5;
    if (a < 0 || b < 0) return 0;
    const own = findPair(table, a, b);
    const itself = o >= 0 && state.partnerOfOld[o] === n ? 1 : 0;
    const shared = (votes.get(a * width + b) ?? 0) - itself;
    const possible = Math.max(
      1,
      Math.min((oldLinked[a] as number) - itself, (newLinked[b] as number) - itself),
    );
    return Math.max(own < 0 ? 0 : (state.probability[own] ?? 0), shared / possible);
  };
  const parent = (o: number, n: number): number =>
    support(oldSide.parent[o] as number, newSide.parent[n] as number, o, n);
  const grandparent = (o: number, n: number): number => {
    const a = oldSide.parent[o] as number;
    const b = newSide.parent[n] as number;
    if (a < 0 || b < 0) return 0.5;
    return support(oldSide.parent[a] as number, newSide.parent[b] as number, -1, -1);
  };
  const children = (o: number, n: number): number => {
    const shared = votes.get(o * width + n) ?? 0;
    const linked = (oldLinked[o] as number) + (newLinked[n] as number);
    return linked === 0 ? 0 : (2 * shared) / linked;
  };
  const neighbours = (o: number, n: number): number =>
    (agreement(oldSide.before, newSide.before, state, o, n) +
      agreement(oldSide.after, newSide.after, state, o, n)) /
    2;
  const sameCode = (o: number, n: number): number => {
    if (oldSide.nodes[o]?.code.text !== newSide.nodes[n]?.code.text) return 0;
    return ((state.oldStability[o] as number) + (state.newStability[n] as number)) / 2;
  };
  return { parent, grandparent, children, neighbours, sameCode };
}

function agreement(
  oldNext: Int32Array,
  newNext: Int32Array,
  state: RoundState,
  o: number,
  n: number,
): number {
  const a = oldNext[o] as number;
  const b = newNext[n] as number;
  if (a < 0 && b < 0) return 0.5;
  return a >= 0 && b >= 0 && state.partnerOfOld[a] === b ? 1 : 0;
}

function countVotes(oldSide: Side, newSide: Side, state: RoundState, width: number): Map<number, number> {
  const votes = new Map<number, number>();
  for (const o of oldSide.matchable) {
    const n = state.partnerOfOld[o] as number;
    const a = oldSide.parent[o] as number;
    const b = n < 0 ? -1 : (newSide.parent[n] as number);
    if (a < 0 || b < 0) continue;
    const key = a * width + b;
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  return votes;
}

function linkedChildren(side: Side, partner: Int32Array): Int32Array {
  const linked = new Int32Array(side.nodes.length);
  for (const id of side.matchable) {
    const above = side.parent[id] as number;
    if (above >= 0 && (partner[id] as number) >= 0) linked[above] = (linked[above] as number) + 1;
  }
  return linked;
}
