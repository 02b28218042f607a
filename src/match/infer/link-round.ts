import { localOdds } from '../compare/local-odds.ts';
import type { PairTable } from '../compare/pair-table.ts';
import { type LocalOdds, type RoundState, structureOf } from '../compare/structure.ts';
import { NUMBERS } from '../numbers.ts';
import { onGrid } from '../similarity/grid.ts';
import { logOdds, sigmoid } from '../similarity/logistic.ts';

/** Links each entry with the best partner that has none better, best pairs first. */
export function linkRound(table: PairTable, score: Float64Array, labels: Float64Array): RoundState {
  const partnerOfOld = new Int32Array(table.oldSide.nodes.length).fill(-1);
  const partnerOfNew = new Int32Array(table.newSide.nodes.length).fill(-1);
  for (const pair of rankedPairs(table, score, logOdds(NUMBERS.infer.roundLink))) {
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
    if (n < 0 || (attested[o] as number) < NUMBERS.infer.anchor) return;
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
function rankedPairs(table: PairTable, score: Float64Array, least: number): Int32Array {
  const order = pairsFrom(score, least);
  const text = (pair: number): string => {
    const o = table.old[pair] as number;
    const n = table.new[pair] as number;
    const { oldSide, newSide } = table;
    const [a, b] = [oldSide.nodes[o], newSide.nodes[n]];
    const ends = [
      `${a?.code.text}\t${oldSide.text[o]?.key}\t${a?.label}`,
      `${b?.code.text}\t${newSide.text[n]?.key}\t${b?.label}`,
    ];
    // Whichever of the maps is the older one.
    return ends.sort().join('\t');
  };
  return order.sort((a, b) => {
    const gap = onGrid(score[b] as number) - onGrid(score[a] as number);
    if (gap !== 0) return gap;
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
