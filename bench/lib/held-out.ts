import type { Calibration, ModelWeights } from '../../src/match/model-weights.ts';
import type { Example } from './fit-logistic.ts';
import type { MethodResult } from './method-result.ts';
import { runProcmap } from './procmap-method.ts';
import type { RankedTarget } from './ranking.ts';
import type { CrosswalkLink } from './score.ts';
import type { ReferenceSet } from './sets.ts';
import { calibrate, learnWeights, partnerExamples } from './train-model.ts';
import { hash } from './variants.ts';

/** Which links are held back together: those of the same fold, over all sets. */
export type FoldOf = (set: ReferenceSet, oldCode: string) => string;

/**
 * The ways of holding back: the links of an area are measured with weights learnt from the other areas and sets, or
 * those of a pair of maps with weights that saw nothing of these maps.
 */
export const FOLDINGS = { 'other areas': areaOf, 'other maps': mapsOf } as const satisfies Record<
  string,
  FoldOf
>;
export type Folding = keyof typeof FOLDINGS;

function mapsOf(set: ReferenceSet): string {
  return set.name === 'nist' || set.name === 'naics' ? set.name : 'chamber';
}

/** The later letters of the process maps have few activities and are one fold. */
const LETTERS = 'ABCD';

/** An area of the process maps is a letter, whichever revision it is a letter of; of the others, half of the chapters. */
function areaOf(set: ReferenceSet, oldCode: string): string {
  const maps = mapsOf(set);
  const letter = oldCode.slice(0, 1);
  if (maps === 'chamber') return LETTERS.includes(letter) ? letter : 'later letters';
  const chapter = maps === 'nist' ? oldCode.replace(/-.*/, '') : oldCode.slice(0, 3);
  return `${maps} ${hash(chapter) % 2}`;
}

/** Runs procmap over all sets, every part of each with weights that were learnt without its fold; by set. */
export function runHeldOut(
  sets: readonly ReferenceSet[],
  foldOf: FoldOf,
  onFold: (fold: string) => void,
): ReadonlyMap<string, MethodResult> {
  const results = new Map<
    string,
    { readonly crosswalk: CrosswalkLink[]; readonly ranking: Map<string, readonly RankedTarget[]> }
  >();
  for (const set of sets) results.set(set.name, { crosswalk: [], ranking: new Map() });
  for (const [fold, weights] of learnFolds(sets, foldOf, onFold)) {
    for (const set of sets.filter((one) => one.gold.some((link) => foldOf(one, link.old) === fold))) {
      const { crosswalk, ranking } = runProcmap(set, weights);
      const result = results.get(set.name);
      result?.crosswalk.push(...crosswalk.filter((row) => foldOf(set, row.old) === fold));
      for (const [old, targets] of ranking) {
        if (foldOf(set, old) === fold) result?.ranking.set(old, targets);
      }
    }
  }
  return results;
}

/** How far what the model says of partners can be trusted, measured on every area with weights learnt without it. */
export function calibrationOf(sets: readonly ReferenceSet[], onFold: (fold: string) => void): Calibration {
  return calibrate([...examplesByFold(sets, areaOf, onFold).values()].flatMap(({ examples }) => examples));
}

/** Weights for each fold, learnt and calibrated without it. */
function learnFolds(
  sets: readonly ReferenceSet[],
  foldOf: FoldOf,
  onFold: (fold: string) => void,
): ReadonlyMap<string, ModelWeights> {
  const folds = examplesByFold(sets, foldOf, onFold);
  return new Map(
    [...folds].map(([fold, { weights }]) => {
      const others = [...folds].filter(([name]) => name !== fold).flatMap(([, { examples }]) => examples);
      return [fold, { ...weights, calibration: calibrate(others) }];
    }),
  );
}

/** Weights learnt without a fold, and what they say of the partners in it. */
interface Fold {
  readonly weights: ModelWeights;
  readonly examples: readonly Example[];
}

function examplesByFold(
  sets: readonly ReferenceSet[],
  foldOf: FoldOf,
  onFold: (fold: string) => void,
): ReadonlyMap<string, Fold> {
  const names = new Set(sets.flatMap((set) => set.gold.map((link) => foldOf(set, link.old))));
  const folds = new Map<string, Fold>();
  for (const fold of names) {
    onFold(fold);
    const weights = learnWithout(sets, (set, old) => foldOf(set, old) === fold);
    const examples = sets.flatMap((set) => {
      const gold = set.gold.filter((link) => foldOf(set, link.old) === fold);
      return gold.length === 0 ? [] : partnerExamples({ ...set, gold }, weights);
    });
    folds.set(fold, { weights, examples });
  }
  return folds;
}

function learnWithout(
  sets: readonly ReferenceSet[],
  isHeld: (set: ReferenceSet, oldCode: string) => boolean,
): ModelWeights {
  const left = sets.map((set) => ({ ...set, gold: set.gold.filter((link) => !isHeld(set, link.old)) }));
  return learnWeights(left.filter((set) => set.gold.length > 0));
}
