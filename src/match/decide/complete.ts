import { pairsAt } from '../compare/pair-table.ts';
import { uncovered } from '../infer/join-labels.ts';
import { probabilitiesOf, type WeighedJoin } from '../infer/joins.ts';
import type { Scored } from '../infer/rounds.ts';
import { inOrder, type ModelWeights } from '../model-weights.ts';
import { logit, sigmoid } from '../similarity/logistic.ts';
import type { TermBag } from '../view/term-bag.ts';

/** What is asked of an old entry that has links, to tell whether it goes elsewhere too, in the order of the weights. */
export const COMPLETE_FEATURES = [
  'bias',
  /** How much tells what no target takes up of its label, and another new entry has beyond what came to it from others. */
  'left',
  /** Share of its label that a new entry without a source has, wherever that stands. */
  'addedAlike',
  /** The same beside one of its targets. */
  'addedBeside',
  /** Whether a target bears its label. */
  'sameLabel',
] as const;
export const COMPLETE_FEATURE_COUNT = COMPLETE_FEATURES.length;

/**
 * Further targets that are usual for each old entry that goes on: that of the two chamber maps, whose entries were
 * judged. A pair of maps with more divides more, and each of its entries may go elsewhere by as much more likely.
 */
const USUAL_SPLIT_RATE = 0.14;

/** What is known of old entries going nowhere else. */
export interface Completeness {
  /** The old entries of which nothing speaks for a further target. */
  readonly complete: ReadonlySet<number>;
  /** How many further targets are likely for each old entry that goes on. */
  readonly splitRate: number;
}

/**
 * Finds the old entries that go nowhere else than where they are linked to. Cost: the terms of the labels of the pairs
 * of linked entries.
 *
 * @param linked 1 for each pair that is a link
 */
export function completenessOf(
  scored: Scored,
  { linked, weighed }: { readonly linked: Uint8Array; readonly weighed: readonly WeighedJoin[] },
  model: ModelWeights,
): Completeness {
  const { oldSide, byOld } = scored.table;
  const weights = inOrder(COMPLETE_FEATURES, model.complete);
  const splitRate = splitRateOf(scored, linked, weighed);
  const prior = Math.max(0, Math.log(splitRate / USUAL_SPLIT_RATE));
  const measure = completeMeter(scored, linked);
  const features = new Float64Array(COMPLETE_FEATURE_COUNT);
  const complete = new Set<number>();
  for (const o of oldSide.matchable) {
    if (!pairsAt(byOld, o).some((pair) => linked[pair] === 1)) continue;
    measure(o, features);
    if (sigmoid(prior + logit(weights, features)) <= model.mostIncomplete) complete.add(o);
  }
  return { complete, splitRate };
}

/** Asks an old entry for its features; writes into `out`. */
export type CompleteMeter = (o: number, out: Float64Array) => void;

/** Makes a meter for what is linked; a part of {@link completenessOf}, and of learning its weights. */
export function completeMeter({ table }: Scored, linked: Uint8Array): CompleteMeter {
  const { newSide, byOld, byNew, vocabulary, meter, keys } = table;
  const { oldBags, newBags, near } = vocabulary;
  const hasSource = new Uint8Array(newSide.nodes.length);
  linked.forEach((isLink, pair) => {
    if (isLink === 1) hasSource[table.new[pair] as number] = 1;
  });
  const rests: (TermBag | undefined)[] = [];
  /** What a new entry says that none of its sources does. */
  const restOf = (n: number): TermBag => {
    rests[n] ??= pairsAt(byNew, n).reduce(
      (rest, pair) =>
        linked[pair] === 1 ? uncovered(rest, oldBags[table.old[pair] as number] as TermBag, near) : rest,
      newBags[n] as TermBag,
    );
    return rests[n];
  };
  return (o, out) => {
    let left = oldBags[o] as TermBag;
    const families = new Set<number>();
    out.fill(0);
    out[0] = 1;
    for (const pair of pairsAt(byOld, o)) {
      if (linked[pair] !== 1) continue;
      const n = table.new[pair] as number;
      left = uncovered(left, newBags[n] as TermBag, near);
      families.add(newSide.parent[n] as number);
      if ((keys.old[o] as number) >= 0 && keys.old[o] === keys.new[n]) out[4] = 1;
    }
    meter.focus(left);
    for (const pair of pairsAt(byOld, o)) {
      if (linked[pair] === 1) continue;
      const n = table.new[pair] as number;
      if (left.mass > 0) out[1] = Math.max(out[1] as number, meter.measure(restOf(n)).shared);
      if (hasSource[n] === 1) continue;
      const cover = table.oldCover[pair] as number;
      out[2] = Math.max(out[2] as number, cover);
      if (families.has(newSide.parent[n] as number)) out[3] = Math.max(out[3] as number, cover);
    }
  };
}

/** How many new entries were split off, as far as is known or likely, for each old entry that goes on. */
function splitRateOf(scored: Scored, linked: Uint8Array, weighed: readonly WeighedJoin[]): number {
  const { table, state } = scored;
  const likely = probabilitiesOf(
    scored,
    weighed.filter(({ kind }) => kind === 'split'),
  );
  let split = 0;
  for (let pair = 0; pair < likely.length; pair++) {
    const partner = state.partnerOfOld[table.old[pair] as number] as number;
    const isSecond = linked[pair] === 1 && partner >= 0 && partner !== table.new[pair];
    split += isSecond ? 1 : (likely[pair] as number);
  }
  const goesOn = state.partnerOfOld.filter((n) => n >= 0).length;
  return goesOn === 0 ? 0 : split / goesOn;
}
