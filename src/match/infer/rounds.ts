import type { OnProgress } from '../../model/progress.ts';
import { visitCandidates } from '../candidates/shared-terms.ts';
import { localOdds } from '../compare/local-odds.ts';
import { findMates } from '../compare/mates.ts';
import {
  addComparable,
  addPair,
  compareChildren,
  createPairTable,
  type PairTable,
} from '../compare/pair-table.ts';
import { type LocalOdds, type RoundState, type Structure, structureOf } from '../compare/structure.ts';
import type { ModelWeights } from '../model-weights.ts';
import { logOdds, sigmoid } from '../similarity/logistic.ts';
import type { SharedIds } from '../view/shared-ids.ts';
import type { Side } from '../view/side.ts';
import { buildVocabulary } from '../view/vocabulary.ts';
import { createScorer, type Scorer } from './scorer.ts';

/** The scored pairs when the links have settled. */
export interface Scored {
  readonly table: PairTable;
  readonly scorer: Scorer;
  readonly state: RoundState;
  readonly structure: Structure;
  /** Log-odds per pair; extended when pairs are added. */
  score: Float64Array;
}

/** What pairs are weighed with, and who is told how far that has come. */
export interface Weighing {
  readonly weights: ModelWeights;
  readonly onProgress?: OnProgress;
}

const MAX_ROUNDS = 5;
/** Labels alone settle a link from this probability on; such links tell how far codes can be trusted. */
const ANCHOR = 0.8;
/** A pair less likely than this is not used to tell how its surroundings correspond. */
const MIN_ROUND_LINK = 0.3;
/** Entries with the same label are compared, however common its words, where no more than this many have it. */
const MAX_NAMESAKES = 4;
/** The same of entries with the same code: it should name one, and in registers names several. */
const MAX_SAME_CODE = 40;
/** Entries between two reports of progress. */
const PER_REPORT = 512;

/**
 * Scores pairs by their labels, then again by what the links found say of their place, until the links stay.
 *
 * Cost: in each of at most {@link MAX_ROUNDS} rounds the place of every pair, and its labels in the first round that
 * knows it.
 */
export function runRounds(oldSide: Side, newSide: Side, { weights, onProgress }: Weighing): Scored {
  const entries = oldSide.matchable.length + newSide.matchable.length;
  const table = createPairTable(oldSide, newSide, buildVocabulary(oldSide, newSide));
  const scorer = createScorer(table, weights);
  visitCandidates(oldSide, newSide, table.vocabulary, {
    visit: (o, n) => addPair(table, o, n),
    onEntry: every(PER_REPORT, (done) => onProgress?.({ stage: 'candidates', done, total: entries })),
  });
  onProgress?.({ stage: 'rounds', done: 0, total: MAX_ROUNDS });
  addSameTexts(table, table.codes, MAX_SAME_CODE);
  addSameTexts(table, table.keys, MAX_NAMESAKES);
  let labels = scorer.labels();
  findLabelMates(table, labels);
  let score = labels;
  let state = linkRound(table, score, labels);
  let structure = structureOf(table, state);
  for (let round = 1; round < MAX_ROUNDS; round++) {
    onProgress?.({ stage: 'rounds', done: round, total: MAX_ROUNDS });
    addFamilies(table, state);
    labels = scorer.labels();
    findLabelMates(table, labels);
    score = scorer.places(structure, 0);
    const next = linkRound(table, score, labels);
    const settled = next.partnerOfOld.every((n, o) => n === state.partnerOfOld[o]);
    state = next;
    structure = structureOf(table, state);
    if (settled) break;
  }
  return { table, scorer, state, structure, score };
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

/** Links each entry with the best partner that has none better, best pairs first. */
function linkRound(table: PairTable, score: Float64Array, labels: Float64Array): RoundState {
  const partnerOfOld = new Int32Array(table.oldSide.nodes.length).fill(-1);
  const partnerOfNew = new Int32Array(table.newSide.nodes.length).fill(-1);
  for (const pair of rankedPairs(table, score, logOdds(MIN_ROUND_LINK))) {
    const o = table.old[pair] as number;
    const n = table.new[pair] as number;
    if ((partnerOfOld[o] as number) >= 0 || (partnerOfNew[n] as number) >= 0) continue;
    partnerOfOld[o] = n;
    partnerOfNew[n] = o;
  }
  const attested = attestedLinks(table, partnerOfOld, labels);
  const state: RoundState = {
    partnerOfOld,
    partnerOfNew,
    score,
    attested,
    codeOdds: NO_ODDS,
    parentOdds: NO_ODDS,
  };
  const links = structureOf(table, state);
  state.codeOdds = oddsOf(table, state, (o, n) => keepsCode(table, o, n));
  state.parentOdds = oddsOf(table, state, (o, n) =>
    (table.oldSide.parent[o] as number) < 0 && (table.newSide.parent[n] as number) < 0
      ? -1
      : links.parent(o, n),
  );
  return state;
}

/** Whether an entry keeps its code; -1 where it could not, neither code being in the other map. */
function keepsCode({ codes, isOldCode, isNewCode }: PairTable, o: number, n: number): number {
  if (codes.old[o] === codes.new[n]) return 1;
  return isNewCode[codes.old[o] as number] || isOldCode[codes.new[n] as number] ? 0 : -1;
}

const NO_ODDS: LocalOdds = { old: new Float64Array(0), new: new Float64Array(0) };

/** How often something holds of the links that labels alone settle, near each old and each new entry. */
function oddsOf(
  table: PairTable,
  { partnerOfOld, attested }: RoundState,
  holds: (o: number, n: number) => number,
): LocalOdds {
  const ofOld = new Float64Array(table.oldSide.nodes.length).fill(-1);
  const ofNew = new Float64Array(table.newSide.nodes.length).fill(-1);
  partnerOfOld.forEach((n, o) => {
    if (n < 0 || (attested[o] as number) < ANCHOR) return;
    const value = holds(o, n);
    ofOld[o] = value;
    ofNew[n] = value;
  });
  return { old: localOdds(table.oldSide, ofOld), new: localOdds(table.newSide, ofNew) };
}

/**
 * The pairs that score at least `least`, by falling score; ties by codes and labels, so that the order of rows decides
 * nothing. Cost: sorting those pairs.
 */
export function rankedPairs(table: PairTable, score: Float64Array, least: number): Int32Array {
  const order = pairsFrom(score, least);
  const text = (pair: number): string => {
    const o = table.old[pair] as number;
    const n = table.new[pair] as number;
    const { oldSide, newSide } = table;
    const [a, b] = [oldSide.nodes[o], newSide.nodes[n]];
    const keys = `${oldSide.text[o]?.key}\t${newSide.text[n]?.key}`;
    return `${a?.code.text}\t${b?.code.text}\t${keys}\t${a?.label}\t${b?.label}`;
  };
  return order.sort((a, b) => {
    const gap = (score[b] as number) - (score[a] as number);
    if (Math.abs(gap) > 1e-9) return gap;
    const [x, y] = [text(a), text(b)];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}

function pairsFrom(score: Float64Array, least: number): Int32Array {
  const kept = new Int32Array(score.length);
  let count = 0;
  for (let pair = 0; pair < score.length; pair++) {
    if ((score[pair] as number) >= least) kept[count++] = pair;
  }
  return kept.subarray(0, count);
}

/** How far the labels alone attest each old entry's link. */
function attestedLinks(table: PairTable, partnerOfOld: Int32Array, labels: Float64Array): Float64Array {
  const attested = new Float64Array(partnerOfOld.length);
  for (let pair = 0; pair < labels.length; pair++) {
    const o = table.old[pair] as number;
    if (partnerOfOld[o] === table.new[pair]) attested[o] = sigmoid(labels[pair] as number);
  }
  return attested;
}

/** Adds the pairs of entries that have the same text, where no more than `most` of either map have it. */
function addSameTexts(table: PairTable, texts: SharedIds, most: number): void {
  const oldBearers = bearersOf(table.oldSide, texts.old, texts.texts.length);
  const newBearers = bearersOf(table.newSide, texts.new, texts.texts.length);
  oldBearers.forEach((olds, text) => {
    const news = newBearers[text] ?? [];
    if (olds.length > most || news.length > most) return;
    for (const o of olds) for (const n of news) addComparable(table, o, n);
  });
}

/** The entries that have each text, by its number. */
function bearersOf(side: Side, texts: Int32Array, count: number): readonly (readonly number[])[] {
  const bearers: number[][] = Array.from({ length: count }, () => []);
  for (const id of side.matchable) bearers[texts[id] as number]?.push(id);
  return bearers;
}

/** Compares the parents of linked entries, and their children. */
function addFamilies(table: PairTable, state: RoundState): void {
  const { oldSide, newSide } = table;
  for (const o of oldSide.matchable) {
    const n = state.partnerOfOld[o] as number;
    if (n < 0) continue;
    const a = oldSide.parent[o] as number;
    const b = newSide.parent[n] as number;
    if (a >= 0 && b >= 0) addComparable(table, a, b);
    compareChildren(table, o, n);
  }
}
