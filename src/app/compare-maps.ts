import { buildReport } from '../change/build-report.ts';
import { classifyChanges } from '../change/classify-changes.ts';
import { checkMap } from '../check/check-map.ts';
import { cutNoughts } from '../check/cut-noughts.ts';
import { applyDecisions } from '../decide/apply-decisions.ts';
import type { DecisionReading } from '../decide/decision-reading.ts';
import { resolveDecisions } from '../decide/resolve-decisions.ts';
import { restoreEntries } from '../decide/restore-entries.ts';
import { type Analyser, createAnalyser } from '../language/analyser.ts';
import { languageOf } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import { matchWithIds } from '../match/match-with-ids.ts';
import { addImpliedEntries } from '../match/view/implied-entries.ts';
import type { DecisionPlan } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import type { MigrationReport } from '../model/report.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Comparison } from './comparison.ts';

/** How two maps are compared. */
export interface CompareMapsOptions {
  /**
   * Training and coordination entries when the new map lists none: `carry` them with their process (the default), or
   * treat them `strict`ly as dropped.
   */
  readonly serviceEntries?: 'carry' | 'strict';
  /** Words of the field that are added to our own: abbreviations, terms, related words. */
  readonly lexicon?: LexiconExtension | undefined;
  /** What people have decided, as `parseDecisions` returns it; it overrides whatever the maps say. */
  readonly decisions?: DecisionReading;
  /** Is told how far matching has come, for those who wait for it. */
  readonly onProgress?: OnProgress;
}

/**
 * Compares two revisions of a map: links, kinds of change, alarms, findings. Deterministic.
 *
 * @throws ProcmapError `decisions-invalid` when decisions contradict each other or speak of entries that do not exist
 */
export function compareMaps(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: CompareMapsOptions = {},
): Comparison {
  return comparer(oldMap, newMap, options)(options.decisions);
}

/** Compares the same two maps with the decisions it is given. */
export type Comparer = (decisions?: DecisionReading) => Comparison;

/**
 * Compares two maps again and again while somebody decides. Matching is most of the work, and only what was turned down is
 * news to it: what was accepted, dropped or added is settled afterwards, so that deciding one entry moves no other.
 * Matching is done anew only for other pairs turned down than the last time.
 */
export function comparer(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: Omit<CompareMapsOptions, 'decisions'> = {},
): Comparer {
  let last: { readonly rejected: string; readonly matched: Matched } | null = null;
  const findings = findingsOf(oldMap, newMap);
  // One for all that read the labels: it remembers what it has read.
  const analyser = createAnalyser(languageOf(oldMap, newMap), options.lexicon);
  return (decisions) => {
    const decided = decisions ? planDecisions(oldMap, newMap, decisions, options) : null;
    const pairs = decided?.plan.rejected ?? [];
    const rejected = pairs.map((pair) => `${pair.old}>${pair.new}`).join(' ');
    if (last?.rejected !== rejected)
      last = { rejected, matched: matchTwo(oldMap, newMap, { ...options, analyser, rejected: pairs }) };
    return settle(oldMap, last.matched, { decided, findings, analyser });
  };
}

type Matched = ReturnType<typeof matchWithIds>;

function matchTwo(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  {
    serviceEntries = 'carry',
    analyser,
    rejected,
    onProgress,
  }: Omit<CompareMapsOptions, 'decisions' | 'lexicon'> & {
    readonly analyser: Analyser;
    readonly rejected: DecisionPlan['rejected'];
  },
): Matched {
  return matchWithIds(oldMap, newMap, {
    serviceEntries,
    analyser,
    decisions: { rejected },
    ...(onProgress ? { onProgress } : {}),
  });
}

/** The comparison that links and decisions come to. */
function settle(
  oldMap: ProcessMap,
  matched: Matched,
  {
    decided,
    findings,
    analyser,
  }: {
    readonly decided: ReturnType<typeof planDecisions> | null;
    readonly findings: MigrationReport['findings'];
    readonly analyser: Analyser;
  },
): Comparison {
  const plan = decided?.plan ?? null;
  // The matcher has not seen what was restored: putting one entry back moves no other.
  const target = decided?.target ?? matched.newMap;
  const correspondence = plan ? applyDecisions(matched.correspondence, plan) : matched.correspondence;
  const changes = classifyChanges(oldMap, target, correspondence, { analyser });
  const input = { oldMap, newMap: target, correspondence, ...changes, findings };
  const report = buildReport(plan ? { ...input, plan } : input);
  return { oldMap, newMap: target, correspondence, report, plan };
}

function findingsOf(oldMap: ProcessMap, newMap: ProcessMap): MigrationReport['findings'] {
  return [
    ...checkMap(oldMap).map((finding) => ({ side: 'old' as const, finding })),
    ...checkMap(newMap).map((finding) => ({ side: 'new' as const, finding })),
    ...sided('old', cutNoughts(oldMap, newMap)),
    ...sided('new', cutNoughts(newMap, oldMap)),
  ];
}

/** What only both maps together show of one of them. */
function sided(side: 'old' | 'new', finding: Finding | null) {
  return finding === null ? [] : [{ side, finding }];
}

/** Decisions may speak of entries that exist by rule, or that they restore, so these are looked up too. */
function planDecisions(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  reading: DecisionReading,
  { serviceEntries }: CompareMapsOptions,
): { readonly plan: DecisionPlan; readonly target: ProcessMap } {
  const listed = serviceEntries === 'strict' ? newMap : addImpliedEntries(newMap);
  const restored = restoreEntries(listed, oldMap, reading.decisions);
  const all = { ...reading, problems: [...reading.problems, ...restored.problems] };
  const { plan, problems } = resolveDecisions(all, oldMap, restored.map);
  if (problems.length > 0) throw new ProcmapError('decisions-invalid', { problems });
  return { plan, target: restored.map };
}
