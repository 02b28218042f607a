import type { AnalysedLabel } from '../language/analyser.ts';
import { visibleText } from '../language/fold-label.ts';
import type { Evidence, EvidenceKind } from '../model/correspondence.ts';
import { JOIN_FEATURES } from './joins/join-features.ts';
import type { NamingClause } from './joins/second-targets.ts';
import type { ModelWeights } from './model/model-weights.ts';
import { FEATURE_COUNT, FEATURES, type FeatureName, pairFeatures } from './pairs/features.ts';
import type { PairTable } from './pairs/pair-table.ts';
import type { Scored } from './rounds.ts';
import { sigmoid } from './similarity/logistic.ts';
import type { TermBag } from './terms/term-bag.ts';

/** Which features make up each piece of evidence, and which of them says how strongly it holds. */
const PIECES: readonly {
  readonly kind: EvidenceKind;
  readonly score: FeatureName;
  readonly features: readonly FeatureName[];
}[] = [
  {
    kind: 'label-similarity',
    score: 'dice',
    features: ['dice', 'coverMin', 'grams', 'shared', 'rarest', 'paths'],
  },
  { kind: 'label-contained', score: 'coverMax', features: ['coverMax'] },
  { kind: 'same-parent', score: 'parent', features: ['parent', 'grandparent', 'branch'] },
  { kind: 'same-children', score: 'children', features: ['children'] },
  { kind: 'position', score: 'neighbours', features: ['neighbours'] },
  { kind: 'same-code', score: 'sameCode', features: ['sameCode'] },
];
/** Pieces that moved the balance by less than this share are not worth a reader's time. */
const MIN_WEIGHT = 0.02;
const MAX_WORDS = 4;
const CLAUSE_FEATURES = (['clause', 'clauseNear'] as const).map((name) => JOIN_FEATURES.indexOf(name));
const INDEX = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<FeatureName, number>;

export interface EvidenceOptions {
  readonly weights: ModelWeights;
  /** The clause of one label that names the other entry, if there is one. */
  readonly clause: NamingClause | undefined;
}

/** What speaks for a pair, weightiest first; weights are shares of all that was weighed. */
export function evidenceFor(scored: Scored, pair: number, { weights, clause }: EvidenceOptions): Evidence[] {
  const features = new Float64Array(FEATURE_COUNT);
  pairFeatures(scored.table, pair, scored.structure, features);
  const value = (name: FeatureName): number => features[INDEX[name]] as number;
  const gain = (name: FeatureName): number => value(name) * (weights.pair[INDEX[name]] as number);
  const pieces: Evidence[] = PIECES.map(({ kind, score, features: names }) => ({
    kind,
    score: kind === 'same-code' ? sigmoid(value(score)) : value(score),
    weight: names.reduce((sum, name) => sum + gain(name), 0),
  }));
  const same = value('sameKey') === 1;
  if (same) mergeIntoSameLabel(scored, pair, pieces, gain('sameKey') + gain('soleKey'));
  if (clause) pieces.push(clausePiece(scored, pair, clause, weights));
  const total = pieces.reduce((sum, piece) => sum + Math.abs(piece.weight), 0) || 1;
  return pieces
    .map((piece) => ({
      ...piece,
      score: round(piece.score),
      weight: round(piece.weight / total),
      ...(piece.detail === undefined ? detailOf(scored, pair, piece.kind) : { detail: piece.detail }),
    }))
    .filter((piece) => Math.abs(piece.weight) >= MIN_WEIGHT)
    .sort((a, b) => b.weight - a.weight);
}

/** What a clause adds to the odds of a join, and its words. */
function clausePiece(
  { table, state }: Scored,
  pair: number,
  { score, isOld }: NamingClause,
  weights: ModelWeights,
): Evidence {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const { oldBags, newBags } = table.vocabulary;
  const weight = CLAUSE_FEATURES.reduce((sum, i) => sum + score * (weights.join[i] ?? 0), 0);
  const words = isOld
    ? clauseWords(table, table.oldSide.text[o], [newBags[n], newBags[state.partnerOfOld[o] as number]])
    : clauseWords(table, table.newSide.text[n], [oldBags[o], oldBags[state.partnerOfNew[n] as number]]);
  return { kind: 'part-of-label', score, weight, detail: words };
}

/** The words of the part of a label that one entry has most of, and its partner least. */
function clauseWords(
  { vocabulary }: PairTable,
  label: AnalysedLabel | undefined,
  [named, partner]: readonly [TermBag | undefined, TermBag | undefined],
): string {
  const has = new Set<number>(named?.terms);
  const answered = new Set<number>(partner?.terms);
  const parts: { readonly words: string[]; balance: number }[] = [];
  label?.terms.forEach((term, i) => {
    const at = label.parts[i] as number;
    parts[at] ??= { words: [], balance: 0 };
    const part = parts[at];
    const id = vocabulary.termIds.get(term) as number;
    part.words.push(label.words[i] as string);
    part.balance += Number(has.has(id)) - Number(answered.has(id));
  });
  const [best] = Object.values(parts).sort((a, b) => b.balance / b.words.length - a.balance / a.words.length);
  return best?.words.slice(0, MAX_WORDS).join(', ') ?? '';
}

/** Equal labels are one piece of evidence: their similarity need not be told besides. */
function mergeIntoSameLabel({ table }: Scored, pair: number, pieces: Evidence[], gain: number): void {
  const ofLabel = pieces.filter(
    (piece) => piece.kind === 'label-similarity' || piece.kind === 'label-contained',
  );
  const weight = ofLabel.reduce((sum, piece) => sum + piece.weight, gain);
  for (const piece of ofLabel) pieces.splice(pieces.indexOf(piece), 1);
  const same =
    visibleText(table.oldSide.nodes[table.old[pair] as number]?.label ?? '') ===
    visibleText(table.newSide.nodes[table.new[pair] as number]?.label ?? '');
  pieces.unshift({ kind: same ? 'same-label' : 'editorial-label', score: 1, weight });
}

function detailOf({ table }: Scored, pair: number, kind: EvidenceKind): { readonly detail?: string } {
  const { oldSide, newSide } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  if (kind === 'label-similarity') {
    const words = sharedWords(table, o, n);
    return words === '' ? {} : { detail: words };
  }
  if (kind === 'same-parent') {
    const [a, b] = [oldSide.nodes[oldSide.parent[o] as number], newSide.nodes[newSide.parent[n] as number]];
    return a && b ? { detail: `${a.code.text} -> ${b.code.text}` } : {};
  }
  return {};
}

/** The most telling words that both labels have, as the new one spells them. */
function sharedWords(table: Scored['table'], o: number, n: number): string {
  const { oldBags, termIds, weight } = table.vocabulary;
  const present = new Set<number>(oldBags[o]?.terms);
  const text = table.newSide.text[n];
  const found = new Map<string, number>();
  text?.terms.forEach((term, i) => {
    const id = termIds.get(term);
    if (id !== undefined && present.has(id)) found.set(text.words[i] as string, weight[id] as number);
  });
  return [...found]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([word]) => word)
    .join(', ');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
