import type { OnProgress } from '../../model/progress.ts';
import { familySource, type VisitChildren, visitFamilies } from '../candidates/families.ts';
import { visitSources } from '../candidates/sources.ts';
import { findMates } from '../compare/mates.ts';
import { addComparable, createPairTable, type PairTable } from '../compare/pair-table.ts';
import { type RoundState, type Structure, structureOf } from '../compare/structure.ts';
import type { ModelWeights } from '../model-weights.ts';
import { NUMBERS } from '../numbers.ts';
import type { View } from '../view/view.ts';
import { linkRound } from './link-round.ts';
import { createScorer, type Scorer } from './scorer.ts';

/** The scored pairs when the links have settled. */
export interface Scored {
  readonly table: PairTable;
  readonly scorer: Scorer;
  readonly state: RoundState;
  readonly structure: Structure;
  /** Adds the children of two entries to the pairs. */
  readonly visitChildren: VisitChildren;
  /** Log-odds per pair; extended when pairs are added. */
  score: Float64Array;
}

/** What pairs are weighed with, and who is told how far that has come. */
export interface Weighing {
  readonly weights: ModelWeights;
  readonly onProgress?: OnProgress;
}

/** Entries between two reports of progress. */
const PER_REPORT = 512;

/**
 * Scores pairs by their labels, then again by what the links found say of their place, until the links stay.
 *
 * Cost: in each of at most `rounds` rounds the place of every pair, and its labels in the first round that
 * knows it.
 */
export function runRounds(view: View, { weights, onProgress }: Weighing): Scored {
  const table = createPairTable(view);
  const scorer = createScorer(table, weights);
  const add = (o: number, n: number): void => addComparable(table, o, n);
  const visitChildren = familySource(view.oldSide, view.newSide, add);
  const total = view.oldSide.matchable.length + view.newSide.matchable.length;
  const onEntry = every(PER_REPORT, (done) => onProgress?.({ stage: 'candidates', done, total }));
  visitSources(view, add, onEntry);
  onProgress?.({ stage: 'rounds', done: 0, total: NUMBERS.infer.rounds });
  let labels = scorer.labels();
  findLabelMates(table, labels);
  let score = labels;
  let state = linkRound(table, score, labels);
  let structure = structureOf(table, state);
  for (let round = 1; round < NUMBERS.infer.rounds; round++) {
    onProgress?.({ stage: 'rounds', done: round, total: NUMBERS.infer.rounds });
    visitFamilies(table, state.partnerOfOld, { add, visitChildren });
    labels = scorer.labels();
    findLabelMates(table, labels);
    score = scorer.places(structure, 0);
    const next = linkRound(table, score, labels);
    const settled = next.partnerOfOld.every((n, o) => n === state.partnerOfOld[o]);
    state = next;
    structure = structureOf(table, state);
    if (settled) break;
  }
  return { table, scorer, state, structure, visitChildren, score };
}

/** Passes every `count`-th call on, with the number of calls so far. */
function every(count: number, tell: (calls: number) => void): () => void {
  let calls = 0;
  return () => {
    calls++;
    if (calls % count === 0) tell(calls);
  };
}

function findLabelMates(table: PairTable, labels: Float64Array): void {
  const old = { ids: table.old, size: table.oldSide.nodes.length };
  table.mates = findMates(old, { ids: table.new, size: table.newSide.nodes.length }, labels);
}
