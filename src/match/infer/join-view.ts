import type { PairTable } from '../compare/pair-table.ts';
import type { Structure } from '../compare/structure.ts';
import type { Orientation } from './orientation.ts';
import type { JoinProbabilities, SiblingsMeter } from './siblings.ts';

/** What is looked at when joins are compared. */
export interface JoinView {
  readonly table: PairTable;
  readonly structure: Structure;
  readonly score: Float64Array;
  readonly view: Orientation;
  /** Whether old entries are joined to new ones; otherwise new ones to old ones. */
  readonly isOld: boolean;
  readonly siblings: SiblingsMeter;
  readonly likely: JoinProbabilities;
}

/** A pair as a join: what several comparisons ask of it is looked up once. */
export interface JoinPair {
  readonly pair: number;
  /** The entry to be joined, and the one of the other map. */
  readonly x: number;
  readonly y: number;
  /** The same as old and new entry. */
  readonly o: number;
  readonly n: number;
  /** How well their parents correspond, and the parents of these. */
  readonly parent: number;
  readonly grandparent: number;
  /** What the labels say, from `at` on (`JOIN_LABEL`). */
  readonly labels: Float64Array;
  readonly at: number;
}
