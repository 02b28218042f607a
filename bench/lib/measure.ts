import { BASELINES, type Baseline } from './baselines.ts';
import type { MethodResult } from './method-result.ts';
import { runProcmap } from './procmap-method.ts';
import { recallAt, type Statement, statementsOf } from './ranking.ts';
import { type Score, scoreCrosswalk } from './score.ts';
import type { ReferenceSet } from './sets.ts';

/** How many of the best candidates are looked at. */
export const RANKS = [1, 3, 5] as const;

/** What a method is worth on a reference set. */
export interface Measured {
  readonly method: string;
  readonly score: Score;
  /** Recall of the best candidates, in the order of `RANKS`. */
  readonly recall: readonly number[];
  /** What was chosen on the answers in the method's favour; empty when nothing was. */
  readonly choice: string;
}

/** Everything measured on a reference set. */
export interface SetResult {
  readonly set: ReferenceSet;
  readonly procmap: Measured;
  /** procmap with weights that were learnt without what is measured; nothing when that was not done. */
  readonly heldOut: readonly Measured[];
  readonly baselines: readonly Measured[];
  /** What procmap said of single pairs, with weights learnt without them where there are such. */
  readonly statements: readonly Statement[];
}

export interface MeasureOptions {
  /** What procmap makes of the set with weights learnt from something else, named after that. */
  readonly heldOut?: ReadonlyMap<string, MethodResult>;
  readonly baselines?: readonly Baseline[];
  /** Called before every method. */
  readonly onStep?: (method: string) => void;
}

/** Runs procmap and the baselines over a reference set. */
export function measureSet(set: ReferenceSet, options: MeasureOptions = {}): SetResult {
  const { heldOut = new Map<string, MethodResult>(), baselines = BASELINES, onStep = () => {} } = options;
  onStep('procmap');
  const own = runProcmap(set);
  return {
    set,
    procmap: measured(set, 'built-in', own),
    heldOut: [...heldOut].map(([name, result]) => measured(set, name, result)),
    baselines: baselines.map(({ name, run }) => {
      onStep(name);
      const result = run(set);
      return { ...measured(set, name, result), choice: result.choice };
    }),
    statements: statementsOf((heldOut.values().next().value ?? own).ranking, set.gold),
  };
}

function measured(set: ReferenceSet, method: string, { crosswalk, ranking }: MethodResult): Measured {
  return {
    method,
    score: scoreCrosswalk(crosswalk, set.gold),
    recall: RANKS.map((k) => recallAt(ranking, set.gold, k)),
    choice: '',
  };
}
