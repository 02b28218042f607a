import { pairText, referenceOf, share } from './score.ts';
import type { GoldLink } from './sets.ts';

/** A new entry that a method names for an old one, and how sure it says it is, in [0, 1]. */
export interface RankedTarget {
  readonly new: string;
  readonly confidence: number;
}

/** Per old code what a method names for it, best first. */
export type Ranking = ReadonlyMap<string, readonly RankedTarget[]>;

/**
 * Share of the required links whose target is among the first `k` that are named for its old entry. Targets of links
 * that do not count take no place. An entry with more than `k` targets cannot have them all.
 */
export function recallAt(ranking: Ranking, gold: readonly GoldLink[], k: number): number {
  const { scope, required, neutral } = referenceOf(gold);
  const named = new Set<string>();
  for (const old of scope) {
    const counted = (ranking.get(old) ?? [])
      .map((target) => pairText(old, target.new))
      .filter((pair) => !neutral.has(pair));
    for (const pair of counted.slice(0, k)) named.add(pair);
  }
  return share([...required].filter((pair) => named.has(pair)).length, required.size);
}

/** One statement of a confidence, and whether it held. */
export interface Statement {
  readonly said: number;
  readonly held: boolean;
}

/** Every link or candidate that a ranking names for a judged old entry, with its confidence. */
export function statementsOf(ranking: Ranking, gold: readonly GoldLink[]): Statement[] {
  const { scope, required, neutral } = referenceOf(gold);
  return [...scope].flatMap((old) =>
    (ranking.get(old) ?? []).flatMap((target) => {
      const pair = pairText(old, target.new);
      return neutral.has(pair) ? [] : [{ said: target.confidence, held: required.has(pair) }];
    }),
  );
}

/** Statements of about the same confidence. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the confidences, and the share that held; 0 in an empty bin. */
  readonly said: number;
  readonly held: number;
}

const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1] as const;

/** Compares what was said with what held, bin by bin. */
export function reliability(statements: readonly Statement[]): ReliabilityBin[] {
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i] as number;
    const own = statements.filter(({ said }) => said >= from && (said < to || to === 1));
    const mean = (values: readonly number[]): number =>
      values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      from,
      to,
      count: own.length,
      said: mean(own.map(({ said }) => said)),
      held: mean(own.map(({ held }) => (held ? 1 : 0))),
    };
  });
}

/** Mean distance between what was said and what held, every statement counting alike (the expected calibration error). */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return bins.reduce((sum, bin) => sum + (bin.count * Math.abs(bin.said - bin.held)) / (count || 1), 0);
}
