import { createAnalyser } from '../language/analyser.ts';
import { contradictionMeter } from '../language/contradiction.ts';
import { type Language, languageOf } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import type { Correspondence, Link } from '../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { isBookable } from '../model/tree.ts';
import { classesOf } from './classes.ts';
import { type Constraints, constraintsOf, forbids, type MatchDecisions } from './constraints.ts';
import { addImpliedEntries } from './implied-entries.ts';
import { carryByRule } from './matchers/carried-by-rule.ts';
import { flowsBetween } from './matchers/from-children.ts';
import type { ModelWeights } from './model/model-weights.ts';
import { MODEL_WEIGHTS } from './model/weights.ts';
import { runRounds, type Scored } from './rounds.ts';
import { settle } from './settle.ts';
import { buildSide } from './side.ts';

export interface MatchOptions {
  /** Whether training and coordination entries are taken to exist where the new file lists none (default `carry`). */
  readonly serviceEntries?: 'carry' | 'strict';
  /** Language of the labels; found from them when not given. */
  readonly language?: Language;
  /** Words that a chamber adds to those of the language. */
  readonly lexicon?: LexiconExtension | undefined;
  readonly decisions?: MatchDecisions;
  /** Learned weights, for those who train them. */
  readonly weights?: ModelWeights;
  /** Is told how far matching has come. */
  readonly onProgress?: OnProgress;
}

export interface MatchResult {
  /** The new map, with the entries that stand in it by rule. */
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
}

/**
 * Finds which entry of the old map became which of the new.
 *
 * Cost: grows with the number of entries, not with its square: for each a bounded number of others is looked at, and some
 * twenty are weighed (`npm run bench:scale`).
 *
 * @returns the links of bookable entries and of the structure above them, each with its confidence and evidence, and the
 * candidates of every entry; the same maps always give the same result, in whatever order their rows stand
 */
export function matchMaps(oldMap: ProcessMap, newMap: ProcessMap, options: MatchOptions = {}): MatchResult {
  const weights = options.weights ?? MODEL_WEIGHTS;
  const target = options.serviceEntries === 'strict' ? newMap : addImpliedEntries(newMap);
  const constraints = constraintsOf(options.decisions ?? {});
  const analyser = createAnalyser(options.language ?? languageOf(oldMap, newMap), options.lexicon);
  const classes = classesOf(oldMap, target);
  const onProgress = options.onProgress ?? (() => {});
  onProgress({ stage: 'labels', done: 0, total: 2 });
  const oldSide = buildSide(oldMap, analyser, classes.old);
  onProgress({ stage: 'labels', done: 1, total: 2 });
  const newSide = buildSide(target, analyser, classes.new);
  const scored = runRounds(oldSide, newSide, { weights, onProgress });
  const all = settle(scored, {
    weights,
    constraints,
    contradicts: contradictionMeter(analyser),
    onProgress,
  });
  const isEntry = ({ old }: { readonly old: number }): boolean => isBookable(oldMap.nodes[old] as MapNode);
  const structure = withFlows(
    scored,
    all.links.filter((link) => !isEntry(link)),
    all.links.filter(isEntry),
    constraints,
  );
  const placed = new Set(structure.map((link) => link.old));
  const carried = carryByRule(oldMap, target, structure, constraints);
  const complete = [...all.complete, ...carriedWhole(oldMap, carried.links, structure, all.complete)];
  return {
    newMap: target,
    correspondence: {
      links: sortLinks([...all.links.filter(isEntry), ...carried.links]),
      unlinked: [...all.unlinked.filter(isEntry), ...carried.unlinked].sort((a, b) => a.old - b.old),
      structure: sortLinks(structure),
      structureUnlinked: all.unlinked.filter((entry) => !isEntry(entry) && !placed.has(entry.old)),
      candidates: all.candidates,
      complete: complete.sort((a, b) => a - b),
      splitRate: all.splitRate,
    },
  };
}

/** Service entries of what goes to one place and nowhere else go there whole. */
function carriedWhole(
  oldMap: ProcessMap,
  carried: readonly Link[],
  structure: readonly Link[],
  complete: ReadonlySet<number>,
): readonly number[] {
  const targets = new Map<number, number>();
  for (const { old } of structure) targets.set(old, (targets.get(old) ?? 0) + 1);
  return carried.flatMap(({ old }) => {
    const served = oldMap.nodes[old]?.parent ?? -1;
    return targets.get(served) === 1 && complete.has(served) ? [old] : [];
  });
}

/** Links of structure entries, completed and corrected by where the entries below them went. */
function withFlows(
  { table }: Scored,
  links: readonly Link[],
  entries: readonly Link[],
  constraints: Constraints,
): readonly Link[] {
  const { oldSide, newSide } = table;
  const flows = flowsBetween(oldSide, newSide, entries, links);
  const flowing = new Set(flows.map((flow) => flow.old));
  const key = (o: number, n: number): string => `${o} ${n}`;
  const byPair = new Map(flows.map((flow) => [key(flow.old, flow.new), flow]));
  const kept = links.filter(
    (link) =>
      !flowing.has(link.old) ||
      byPair.has(key(link.old, link.new)) ||
      (link.tier === 'certain' && link.matcher === 'one-to-one'),
  );
  const known = new Set(kept.map((link) => key(link.old, link.new)));
  const added = flows
    .filter((flow) => !known.has(key(flow.old, flow.new)) && !forbids(constraints, flow.old, flow.new))
    .map((flow): Link => {
      const share = Math.max(flow.ofOld, flow.ofNew);
      return {
        old: flow.old,
        new: flow.new,
        confidence: 0.6 + 0.3 * share,
        tier: 'probable',
        evidence: [{ kind: 'same-children', score: share, weight: 1, detail: String(flow.links) }],
        matcher: 'from-children',
      };
    });
  return [...kept, ...added];
}

function sortLinks(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => a.old - b.old || a.new - b.new);
}
