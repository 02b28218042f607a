import { visibleText } from '../../language/fold-label.ts';
import type { Evidence, EvidenceKind } from '../../model/correspondence.ts';
import { COMPARISONS, type ComparisonId, compare } from '../compare/comparisons.ts';
import { JOIN_COMPARISONS } from '../infer/join-comparisons.ts';
import type { Scored } from '../infer/rounds.ts';
import type { NamingClause } from '../infer/second-targets.ts';
import type { ModelWeights } from '../model-weights.ts';
import { NUMBERS } from '../numbers.ts';
import { logOdds, sigmoid } from '../similarity/logistic.ts';
import { evidenceDetail } from './evidence-detail.ts';

/** Which comparison says how strongly a piece of evidence holds; the others hold or they do not. */
const STRENGTH: Partial<Readonly<Record<EvidenceKind, ComparisonId>>> = {
  'label-similarity': 'dice',
  'label-contained': 'coverMax',
  'same-parent': 'parent',
  'same-children': 'children',
  position: 'neighbours',
  'same-code': 'sameCode',
};
/** Odds are told in hundredths. */
const GRID = 100;

/** What decided on a pair. */
export interface EvidenceOptions {
  readonly weights: ModelWeights;
  readonly confidence: number;
  /** Where the pair was weighed as a join: what was said of it, and what joining none was worth. */
  readonly join: { readonly values: Float64Array; readonly alone: number } | undefined;
  /** The clause of one label that names the other entry, if there is one. */
  readonly clause: NamingClause | undefined;
}

/**
 * What speaks for a pair and against it: the model's own sum, told. From the prior on each piece adds its odds, and all
 * together are the odds of the confidence, to the last digit told (a waterfall, as splink draws it). What the model does
 * not compare, that another entry was likelier or as likely, is a piece too.
 *
 * @returns the weightiest first, `weight` being shares of all that moved the balance, then the prior
 */
export function evidenceFor(scored: Scored, pair: number, options: EvidenceOptions): Evidence[] {
  const values = compare(scored, pair);
  const answer = (id: ComparisonId): number =>
    values[COMPARISONS.findIndex((each) => each.id === id)] as number;
  const odds =
    options.join === undefined
      ? partnerOdds(values, options.weights)
      : joinOdds(options.join, options.weights);
  if (answer('sameKey') === 1) mergeLabels(scored, pair, odds);
  const target = Math.max(-NUMBERS.tell.sure, Math.min(NUMBERS.tell.sure, logOdds(options.confidence)));
  const told = [...odds.values()].reduce((sum, each) => sum + each, 0);
  add(odds, 'elsewhere', target - told);
  return pieces(odds, target, (kind) => {
    const strength = STRENGTH[kind];
    const value = strength === undefined ? 1 : answer(strength);
    const score =
      kind === 'same-code' ? sigmoid(value) : kind === 'part-of-label' ? (options.clause?.score ?? 1) : value;
    const detail = evidenceDetail(scored, pair, { kind, clause: options.clause });
    return { score: Math.round(score * 1000) / 1000, ...(detail === '' ? {} : { detail }) };
  });
}

type Odds = Map<EvidenceKind, number>;

function add(odds: Odds, kind: EvidenceKind, gain: number): void {
  odds.set(kind, (odds.get(kind) ?? 0) + gain);
}

/** What each piece adds to the calibrated odds of two partners. */
function partnerOdds(values: Float64Array, { pair: weights, calibration }: ModelWeights): Odds {
  const odds: Odds = new Map([['prior', calibration.shift]]);
  COMPARISONS.forEach(({ id, words }, i) => {
    add(odds, words, calibration.scale * (values[i] as number) * (weights[id] ?? 0));
  });
  return odds;
}

/** What each piece adds to the odds of a join against joining none. */
function joinOdds({ values, alone }: NonNullable<EvidenceOptions['join']>, { join }: ModelWeights): Odds {
  const odds: Odds = new Map([['prior', -alone]]);
  JOIN_COMPARISONS.forEach(({ id, words }, i) => {
    add(odds, words, (values[i] as number) * (join[id] ?? 0));
  });
  return odds;
}

/** Equal labels are one piece of evidence: their similarity need not be told besides. */
function mergeLabels({ table }: Scored, pair: number, odds: Odds): void {
  const label = (nodes: typeof table.oldSide.nodes, id: number): string =>
    visibleText(nodes[id]?.label ?? '');
  const isSame =
    label(table.oldSide.nodes, table.old[pair] as number) ===
    label(table.newSide.nodes, table.new[pair] as number);
  let sum = 0;
  for (const kind of ['same-label', 'label-similarity', 'label-contained'] as const) {
    sum += odds.get(kind) ?? 0;
    odds.delete(kind);
  }
  odds.set(isSame ? 'same-label' : 'editorial-label', sum);
}

/** Rounds what is told to the grid; the prior takes what is too small to tell, so that the sum is exact. */
function pieces(
  odds: Odds,
  target: number,
  tell: (kind: EvidenceKind) => Pick<Evidence, 'score' | 'detail'>,
): Evidence[] {
  const all = [...odds].filter(([kind]) => kind !== 'prior');
  const total = all.reduce((sum, [, gain]) => sum + Math.abs(gain), 0) || 1;
  const kept = all
    .filter(([, gain]) => Math.abs(gain) / total >= NUMBERS.tell.least)
    .sort(([, a], [, b]) => b - a);
  const rounded = kept.map(([kind, gain]) => ({ kind, gain, steps: Math.round(gain * GRID) }));
  const prior = Math.round(target * GRID) - rounded.reduce((sum, { steps }) => sum + steps, 0);
  return [
    ...rounded.map(({ kind, gain, steps }): Evidence => {
      const weight = Math.round((gain / total) * 1000) / 1000;
      return { kind, ...tell(kind), weight, odds: steps / GRID };
    }),
    { kind: 'prior', score: 0, weight: 0, odds: prior / GRID },
  ];
}
