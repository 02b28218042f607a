import { type Analyser, createAnalyser } from '../language/analyser.ts';
import { contradictionMeter } from '../language/contradiction.ts';
import { languageOf } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import type { Correspondence, Link } from '../model/correspondence.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { isBookable } from '../model/tree.ts';
import { carriedWhole, carryByRule } from './decide/carried-by-rule.ts';
import { constraintsOf, type MatchDecisions } from './decide/constraints.ts';
import { followEntries } from './decide/from-children.ts';
import { settle } from './decide/settle.ts';
import { runRounds } from './infer/rounds.ts';
import type { ModelWeights } from './model-weights.ts';
import { classesOf } from './view/classes.ts';
import { addImpliedEntries } from './view/implied-entries.ts';
import { buildSide } from './view/side.ts';
import { viewOf } from './view/view.ts';
import { MODEL_WEIGHTS } from './weights.ts';

export interface MatchOptions {
  /** Whether training and coordination entries are taken to exist where the new file lists none (default `carry`). */
  readonly serviceEntries?: 'carry' | 'strict';
  /** Reads the labels, for those who read them too; made for the language of both maps when not given. */
  readonly analyser?: Analyser;
  /** Words that a chamber adds to those of the language, where no analyser is given. */
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
 * Finds which entry of the old map became which of the new. This is the whole method; each step is a folder, which knows
 * only those before it:
 *
 * 1. `view`: both maps are laid out as sides: labels as terms, parents, levels, classes that may correspond.
 * 2. `candidates`: pairs that share telling words, a code, a label or a family (`sources.ts`, `families.ts`).
 * 3. `compare`: each pair is asked the same (`comparisons.ts`); its score is the sum of the answers by weight.
 * 4. `infer`: the best pairs become partners, what they say of places is asked again, until they stay (`rounds.ts`); who
 *    has no partner is weighed against joining each candidate, and none (`join-comparisons.ts`, `joins.ts`).
 * 5. `decide`: ties stay open, links get their tier, entries are complete or not (`settle.ts`, `tier.ts`, `complete.ts`);
 *    structure follows where the entries below it went, service entries what they serve.
 *
 * What is learnt stands in `model.json`, what was set by hand in `numbers.ts`.
 *
 * Cost: grows with the number of entries, not with its square: for each a bounded number of others is looked at, and some
 * twenty are weighed (`npm run bench:scale`).
 *
 * @returns the links of bookable entries and of the structure above them, each with its confidence and evidence, and the
 * candidates of every entry; the same maps always give the same result, in whatever order their rows stand. Evidence is
 * drawn up when it is read.
 */
export function matchMaps(oldMap: ProcessMap, newMap: ProcessMap, options: MatchOptions = {}): MatchResult {
  const { weights = MODEL_WEIGHTS, onProgress = () => {} } = options;
  const target = options.serviceEntries === 'strict' ? newMap : addImpliedEntries(newMap);
  const constraints = constraintsOf(options.decisions ?? {});
  const analyser = options.analyser ?? createAnalyser(languageOf(oldMap, newMap), options.lexicon);
  const classes = classesOf(oldMap, target);

  onProgress({ stage: 'labels', done: 0, total: 2 });
  const oldSide = buildSide(oldMap, analyser, classes.old);
  onProgress({ stage: 'labels', done: 1, total: 2 });
  const newSide = buildSide(target, analyser, classes.new);
  const scored = runRounds(viewOf(oldSide, newSide), { weights, onProgress });
  const contradicts = contradictionMeter(analyser);
  const settled = settle(scored, { weights, constraints, contradicts, onProgress });

  const isEntry = ({ old }: { readonly old: number }): boolean => isBookable(oldMap.nodes[old] as MapNode);
  const structure = followEntries(
    scored.table,
    settled.links.filter((link) => !isEntry(link)),
    settled.links.filter(isEntry),
    constraints,
  );
  const placed = new Set(structure.map((link) => link.old));
  const carried = carryByRule(oldMap, target, structure, constraints);
  const whole = carriedWhole(oldMap, { carried: carried.links, structure, complete: settled.complete });
  const complete = [...settled.complete, ...whole];
  return {
    newMap: target,
    correspondence: {
      links: sortLinks([...settled.links.filter(isEntry), ...carried.links]),
      unlinked: [...settled.unlinked.filter(isEntry), ...carried.unlinked].sort((a, b) => a.old - b.old),
      structure: sortLinks(structure),
      structureUnlinked: settled.unlinked.filter((entry) => !isEntry(entry) && !placed.has(entry.old)),
      candidates: settled.candidates,
      complete: complete.sort((a, b) => a - b),
      splitRate: settled.splitRate,
    },
  };
}

function sortLinks(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => a.old - b.old || a.new - b.new);
}
