import { type PairTable, pairsAt } from '../compare/pair-table.ts';
import { uncovered } from '../infer/join-labels.ts';
import { probabilitiesOf, type WeighedJoin } from '../infer/joins.ts';
import type { Scored } from '../infer/rounds.ts';
import { inOrder, type ModelWeights } from '../model-weights.ts';
import { NUMBERS } from '../numbers.ts';
import { logit, sigmoid } from '../similarity/logistic.ts';
import type { TermBag } from '../view/term-bag.ts';

/** What is known of an old entry that has links, when it is asked whether it goes elsewhere too. */
interface Leftover {
  /** How much tells what no target takes up of its label, and another new entry has beyond what came to it from others. */
  readonly left: number;
  /** Share of its label that a new entry without a source has, wherever that stands. */
  readonly addedAlike: number;
  /** The same beside one of its targets. */
  readonly addedBeside: number;
  /** Whether a target bears its label. */
  readonly sameLabel: boolean;
}

/** All that is asked of it; names of weights in `model.json`. */
const COMPLETE_COMPARISONS = [
  { id: 'bias', of: () => 1 },
  { id: 'left', of: ({ left }) => left },
  { id: 'addedAlike', of: ({ addedAlike }) => addedAlike },
  { id: 'addedBeside', of: ({ addedBeside }) => addedBeside },
  { id: 'sameLabel', of: ({ sameLabel }) => (sameLabel ? 1 : 0) },
] as const satisfies readonly { readonly id: string; readonly of: (known: Leftover) => number }[];
export const COMPLETE_IDS = COMPLETE_COMPARISONS.map(({ id }) => id);

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
  const weights = inOrder(COMPLETE_IDS, model.complete);
  const splitRate = splitRateOf(scored, linked, weighed);
  const prior = Math.max(0, Math.log(splitRate / NUMBERS.decide.usualSplitRate));
  const measure = completeMeter(scored, linked);
  const complete = new Set<number>();
  for (const o of oldSide.matchable) {
    if (!pairsAt(byOld, o).some((pair) => linked[pair] === 1)) continue;
    if (sigmoid(prior + logit(weights, measure(o))) <= model.mostIncomplete) complete.add(o);
  }
  return { complete, splitRate };
}

/** The answers of an old entry, in the order of {@link COMPLETE_IDS}. */
export type CompleteMeter = (o: number) => Float64Array;

/** Makes a meter for what is linked; a part of {@link completenessOf}, and of learning its weights. */
export function completeMeter({ table }: Scored, linked: Uint8Array): CompleteMeter {
  const hasSource = new Uint8Array(table.newSide.nodes.length);
  linked.forEach((isLink, pair) => {
    if (isLink === 1) hasSource[table.new[pair] as number] = 1;
  });
  const restOf = restMeter(table, linked);
  return (o) => {
    const known = leftoverOf(table, o, { linked, hasSource, restOf });
    return Float64Array.from(COMPLETE_COMPARISONS, ({ of }) => of(known));
  };
}

/** What a new entry says that none of its sources does; each is asked once. */
function restMeter({ byNew, old, vocabulary }: PairTable, linked: Uint8Array): (n: number) => TermBag {
  const { oldBags, newBags, near } = vocabulary;
  const rests: (TermBag | undefined)[] = [];
  return (n) => {
    rests[n] ??= pairsAt(byNew, n).reduce(
      (rest, pair) =>
        linked[pair] === 1 ? uncovered(rest, oldBags[old[pair] as number] as TermBag, near) : rest,
      newBags[n] as TermBag,
    );
    return rests[n];
  };
}

interface Links {
  readonly linked: Uint8Array;
  readonly hasSource: Uint8Array;
  readonly restOf: (n: number) => TermBag;
}

function leftoverOf(table: PairTable, o: number, { linked, hasSource, restOf }: Links): Leftover {
  const { newSide, byOld, vocabulary, meter, keys } = table;
  const pairs = pairsAt(byOld, o);
  const families = new Set<number>();
  let bag = vocabulary.oldBags[o] as TermBag;
  let sameLabel = false;
  for (const pair of pairs) {
    if (linked[pair] !== 1) continue;
    const n = table.new[pair] as number;
    bag = uncovered(bag, vocabulary.newBags[n] as TermBag, vocabulary.near);
    families.add(newSide.parent[n] as number);
    if ((keys.old[o] as number) >= 0 && keys.old[o] === keys.new[n]) sameLabel = true;
  }
  let [left, addedAlike, addedBeside] = [0, 0, 0];
  meter.focus(bag);
  for (const pair of pairs) {
    if (linked[pair] === 1) continue;
    const n = table.new[pair] as number;
    if (bag.mass > 0) left = Math.max(left, meter.measure(restOf(n)).shared);
    if (hasSource[n] === 1) continue;
    const cover = table.oldCover[pair] as number;
    addedAlike = Math.max(addedAlike, cover);
    if (families.has(newSide.parent[n] as number)) addedBeside = Math.max(addedBeside, cover);
  }
  return { left, addedAlike, addedBeside, sameLabel };
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
