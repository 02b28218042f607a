import { createAnalyser } from '../../src/language/analyser.ts';
import { detectLanguage } from '../../src/language/language.ts';
import { COMPARISONS, type ComparisonId, compare } from '../../src/match/compare/comparisons.ts';
import { pairsAt } from '../../src/match/compare/pair-table.ts';
import { noStructure } from '../../src/match/compare/structure.ts';
import { COMPLETE_IDS, completeMeter } from '../../src/match/decide/complete.ts';
import { constraintsOf } from '../../src/match/decide/constraints.ts';
import { chooseLinks } from '../../src/match/decide/settle.ts';
import { type JoinChoice, joinChoices } from '../../src/match/infer/join-choices.ts';
import { ALONE_IDS, JOIN_IDS } from '../../src/match/infer/join-comparisons.ts';
import { NOTHING_LIKELY, probabilitiesOf, unlinkUnlikely, weighJoins } from '../../src/match/infer/joins.ts';
import { runRounds, type Scored } from '../../src/match/infer/rounds.ts';
import type { JoinProbabilities } from '../../src/match/infer/siblings.ts';
import { byName, type Calibration, type ModelWeights, type Weights } from '../../src/match/model-weights.ts';
import { classesOf } from '../../src/match/view/classes.ts';
import { buildSide } from '../../src/match/view/side.ts';
import { viewOf } from '../../src/match/view/view.ts';
import { type ChoiceExample, fitChoice } from './fit-choice.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';
import { idsByCode, type ReferenceSet } from './sets.ts';
import { hash, renumbered, withMoves } from './variants.ts';

/** Keeps weights small where the examples do not demand otherwise; chosen on links held back. */
const RIDGE = 2;
const JOIN_RIDGE = 1;
const COMPLETE_RIDGE = 1;
/**
 * An entry that is no likelier than this to go elsewhere, too, is complete: chosen on areas held back, so that none of the
 * process maps that is said to be certain and complete has a further target (docs/quality.md).
 */
const MOST_INCOMPLETE = 0.07;
/** What few wrong partners cannot tell stays as the model says it. */
const CALIBRATION_RIDGE = 2;
/** Weights and links depend on each other: after this many turns they hardly change. */
const TURNS = 3;
/** Of the pairs that are no links one in so many is kept, and counts as that many. */
const THINNING = 3;
/** Where training starts: labels that share most of their words. What is learned does not depend on it. */
const FIRST = { prior: -5, dice: 4, grams: 4, sameKey: 2 } satisfies Partial<Record<ComparisonId, number>>;
const START: ModelWeights = {
  label: FIRST,
  pair: FIRST,
  join: {},
  alone: {},
  complete: {},
  mostIncomplete: 0,
  calibration: { shift: 0, scale: 1 },
};
/** What is known of a pair when only its label is looked at: neither its place nor what stands above it. */
const isOfLabel = ({ id, depends }: (typeof COMPARISONS)[number]): boolean =>
  depends === 'labels' && id !== 'paths';

/** All sets count alike, however many links they have. */
const SET_WEIGHT = 300;

/** A set as ids: which pairs are right, which do not count, which old entries were judged at all. */
export interface Truth {
  readonly right: ReadonlySet<string>;
  readonly neutral: ReadonlySet<string>;
  readonly scope: ReadonlySet<number>;
}

export function truthOf(set: ReferenceSet): Truth {
  const oldIds = idsByCode(set.oldMap);
  const newIds = idsByCode(set.newMap);
  const right = new Set<string>();
  const neutral = new Set<string>();
  const scope = new Set<number>();
  for (const link of set.gold) {
    const o = oldIds.get(link.old);
    if (o === undefined) continue;
    scope.add(o);
    const n = newIds.get(link.new);
    if (n === undefined) continue;
    (link.optional || link.relation === 'lost' ? neutral : right).add(`${o} ${n}`);
  }
  return { right, neutral, scope };
}

/** Runs the rounds over a set with these weights. */
export function scoreSet(set: ReferenceSet, weights: ModelWeights): Scored {
  const labels = [...set.oldMap.nodes, ...set.newMap.nodes].map((node) => node.label);
  const analyser = createAnalyser(detectLanguage(labels));
  const classes = classesOf(set.oldMap, set.newMap);
  const oldSide = buildSide(set.oldMap, analyser, classes.old);
  return runRounds(viewOf(oldSide, buildSide(set.newMap, analyser, classes.new)), { weights });
}

/** Sets with more links than this have enough of everything; varying them would only cost time. */
const MAX_VARIED = 1000;

/**
 * Learns all weights from these sets and variants of them: real revisions keep most codes; those that renumber or move
 * more teach what codes are worth when they do not hold.
 */
export function learnWeights(sets: readonly ReferenceSet[]): ModelWeights {
  return trainModel(
    sets.flatMap((set) =>
      set.gold.length > MAX_VARIED ? [set] : [set, renumbered(set), withMoves(set, 7, 2)],
    ),
  );
}

function trainModel(sets: readonly ReferenceSet[]): ModelWeights {
  const truths = sets.map(truthOf);
  let weights = START;
  const collect = (examplesOf: (scored: Scored, truth: Truth) => Example[]): Example[] =>
    sets.flatMap((set, i) => {
      const truth = truths[i] as Truth;
      const examples = examplesOf(scoreSet(set, weights), truth);
      return examples.map((example) => ({
        ...example,
        weight: (example.weight * SET_WEIGHT) / truth.scope.size,
      }));
    });
  weights = { ...weights, label: fitPairs(collect(labelExamples)) };
  for (let turn = 0; turn < TURNS; turn++) {
    weights = { ...weights, pair: fitPairs(collect(pairExamples)) };
  }
  const settled = sets.map((set) => {
    const scored = scoreSet(set, weights);
    unlinkUnlikely(scored);
    return scored;
  });
  for (let turn = 0; turn < TURNS; turn++) {
    const examples = settled.flatMap((scored, i) => {
      const truth = truths[i] as Truth;
      const joins = probabilitiesOf(scored, weighJoins(scored, { weights }));
      const likely = turn === 0 ? NOTHING_LIKELY : joins;
      return joinExamples(scored, truth, likely).map((example) => ({
        ...example,
        weight: SET_WEIGHT / truth.scope.size,
      }));
    });
    const fitted = fitChoice(examples, JOIN_RIDGE);
    weights = {
      ...weights,
      join: byName(JOIN_IDS, fitted),
      alone: byName(ALONE_IDS, fitted.slice(JOIN_IDS.length)),
    };
  }
  return { ...weights, complete: fitComplete(sets, weights), mostIncomplete: MOST_INCOMPLETE };
}

/**
 * What the model says of the partners it finds in a set, and whether they are right: the features are no bias, which would
 * be free to grow, but 1 and the log-odds, from which corrections start.
 */
export function partnerExamples(set: ReferenceSet, weights: ModelWeights): Example[] {
  const scored = scoreSet(set, weights);
  const truth = truthOf(set);
  unlinkUnlikely(scored);
  const { table, state, score } = scored;
  const examples: Example[] = [];
  for (let pair = 0; pair < table.old.length; pair++) {
    const o = table.old[pair] as number;
    const key = `${o} ${table.new[pair]}`;
    if (state.partnerOfOld[o] !== table.new[pair] || !truth.scope.has(o) || truth.neutral.has(key)) continue;
    const odds = score[pair] as number;
    examples.push({
      features: Float64Array.of(0, 1, odds),
      truth: truth.right.has(key),
      weight: 1,
      offset: odds,
    });
  }
  return examples;
}

/** Fits how far the log-odds of partners can be trusted, from partners found with weights that had not seen them. */
export function calibrate(examples: readonly Example[]): Calibration {
  const [, shift, steeper] = fitLogistic(examples, CALIBRATION_RIDGE) as [number, number, number];
  return { shift, scale: 1 + steeper };
}

/** Weights of comparisons; the first is the prior, which is not kept small. */
function fitPairs(examples: readonly Example[]): Weights {
  const ids = COMPARISONS.map(({ id }) => id);
  return byName(ids, fitLogistic(examples, RIDGE));
}

/** Learns from the sets themselves: in variants of them nothing else is divided. */
function fitComplete(sets: readonly ReferenceSet[], weights: ModelWeights): Weights {
  const examples = sets
    .filter((set) => set.variantOf === undefined)
    .flatMap((set) => {
      const own = completeExamples(set, weights);
      return own.map((example) => ({ ...example, weight: SET_WEIGHT / own.length }));
    });
  return byName(COMPLETE_IDS, fitLogistic(examples, COMPLETE_RIDGE));
}

/** Whether the links that the model finds of an entry in a set are all it has, and what speaks against that. */
export function completeExamples(
  set: ReferenceSet,
  weights: ModelWeights,
): (Example & { readonly old: number })[] {
  const scored = scoreSet(set, weights);
  const truth = truthOf(set);
  const { table } = scored;
  const { linked } = chooseLinks(scored, {
    weights,
    constraints: constraintsOf({}),
    onProgress: () => {},
  });
  const measure = completeMeter(scored, linked);
  const targets = new Map<number, number[]>();
  for (const key of truth.right) {
    const [o, n] = key.split(' ').map(Number) as [number, number];
    targets.set(o, [...(targets.get(o) ?? []), n]);
  }
  const unclear = new Set([...truth.neutral].map((key) => Number(key.split(' ')[0])));
  return [...truth.scope].flatMap((o) => {
    const found = new Set(
      [...pairsAt(table.byOld, o)].filter((pair) => linked[pair] === 1).map((pair) => table.new[pair]),
    );
    const missed = (targets.get(o) ?? []).some((n) => !found.has(n));
    if (found.size === 0 || (unclear.has(o) && !missed)) return [];
    return [{ old: o, features: measure(o), truth: missed, weight: 1 }];
  });
}

function labelExamples(scored: Scored, truth: Truth): Example[] {
  const examples = examplesOfPairs({ ...scored, structure: noStructure() }, truth);
  const kept = COMPARISONS.map((comparison) => (isOfLabel(comparison) ? 1 : 0));
  return examples.map((example) => ({
    ...example,
    features: example.features.map((value, i) => value * (kept[i] as number)),
  }));
}

function pairExamples(scored: Scored, truth: Truth): Example[] {
  return examplesOfPairs(scored, truth);
}

function examplesOfPairs(scored: Scored, truth: Truth): Example[] {
  const { table, structure } = scored;
  const examples: Example[] = [];
  for (let pair = 0; pair < table.old.length; pair++) {
    const key = `${table.old[pair]} ${table.new[pair]}`;
    if (!truth.scope.has(table.old[pair] as number) || truth.neutral.has(key)) continue;
    const right = truth.right.has(key);
    if (!right && hash(key) % THINNING !== 0) continue;
    const features = compare({ table, structure }, pair);
    examples.push({ features, truth: right, weight: right ? 1 : THINNING });
  }
  return examples;
}

function joinExamples(scored: Scored, truth: Truth, likely: JoinProbabilities): ChoiceExample[] {
  const { table } = scored;
  const key = (pair: number): string => `${table.old[pair]} ${table.new[pair]}`;
  const examples: ChoiceExample[] = [];
  for (const choice of joinChoices(scored, likely)) {
    if (!isJudged(scored, choice, truth)) continue;
    const kept = [...choice.pairs.keys()].filter((i) => !truth.neutral.has(key(choice.pairs[i] as number)));
    const right = kept.map((i) => truth.right.has(key(choice.pairs[i] as number)));
    const options = kept.map((i) => joined(choice.features[i], null));
    examples.push({
      options: [...options, joined(null, choice.alone)],
      right: [...right, !right.includes(true)],
      weight: 1,
    });
  }
  return examples;
}

/** An old entry in scope; or a new one whose nearest old entries are. */
function isJudged({ table, score }: Scored, choice: JoinChoice, truth: Truth): boolean {
  if (choice.kind === 'merge') return truth.scope.has(choice.own);
  const ranked = [...choice.pairs].sort((a, b) => (score[b] as number) - (score[a] as number)).slice(0, 3);
  const inScope = ranked.filter((pair) => truth.scope.has(table.old[pair] as number)).length;
  return inScope * 2 > ranked.length;
}

function joined(join: Float64Array | null | undefined, alone: Float64Array | null): Float64Array {
  const out = new Float64Array(JOIN_IDS.length + ALONE_IDS.length);
  if (join) out.set(join, 0);
  if (alone) out.set(alone, JOIN_IDS.length);
  return out;
}
