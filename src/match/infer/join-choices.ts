import { pairsAt } from '../compare/pair-table.ts';
import { ALONE_COMPARISONS, JOIN_COMPARISONS } from './join-comparisons.ts';
import { createJoinLabels, type JoinLabels } from './join-labels.ts';
import { type JoinsSoFar, joinMeter } from './join-meter.ts';
import { fromNew, fromOld, type Orientation } from './orientation.ts';
import type { Scored } from './rounds.ts';
import type { JoinProbabilities } from './siblings.ts';

/** The entry is weighed against each of these, and against none. */
export interface JoinChoice {
  readonly own: number;
  readonly kind: 'merge' | 'split';
  readonly pairs: Int32Array;
  /** Per pair what was measured of it. */
  readonly features: readonly Float64Array[];
  readonly alone: Float64Array;
}

/** The choices of all entries without a partner; `likely` is what is known of joins so far. */
export function joinChoices(scored: Scored, likely: JoinProbabilities): readonly JoinChoice[] {
  const labels = labelsByKind(scored);
  return [fromOld(scored), fromNew(scored)].flatMap((view) => {
    const measure = choiceMeter(scored, view, { likely, labels: labels[kindOf(scored, view)] });
    return freeEntries(view).map((own) => {
      const { features, alone, ...choice } = measure(own);
      return { ...choice, features: features.map((each) => each.slice()), alone: alone.slice() };
    });
  });
}

/** What labels say, by what joining makes. */
export type LabelsByKind = Readonly<Record<JoinChoice['kind'], JoinLabels>>;

export function labelsByKind(scored: Scored): LabelsByKind {
  return { merge: createJoinLabels(scored), split: createJoinLabels(scored) };
}

/** Old entries that join others make them merge; new ones make them split. */
export function kindOf({ table }: Scored, { own }: Orientation): JoinChoice['kind'] {
  return own === table.oldSide ? 'merge' : 'split';
}

/** The entries of a view that have no partner. */
export function freeEntries({ own, partner }: Orientation): readonly number[] {
  return own.matchable.filter((x) => (partner[x] as number) < 0);
}

/** Measures the choice of one entry after the other, each into the same arrays. */
export function choiceMeter(
  scored: Scored,
  view: Orientation,
  known: JoinsSoFar,
): (own: number) => JoinChoice {
  const meter = joinMeter(scored, view, known);
  const kind = kindOf(scored, view);
  const alone = new Float64Array(ALONE_COMPARISONS.length);
  const rows: Float64Array[] = [];
  return (own) => {
    const pairs = pairsAt(view.pairsOf, own);
    while (rows.length < pairs.length) rows.push(new Float64Array(JOIN_COMPARISONS.length));
    const features = rows.slice(0, pairs.length);
    features.forEach((row, i) => {
      meter.join(own, i, row);
    });
    meter.alone(own, alone);
    return { own, kind, pairs, features, alone };
  };
}
