import { buildReport } from '../change/build-report.ts';
import { classifyChanges } from '../change/classify-changes.ts';
import { type CheckOptions, checkMap, rulesToRun } from '../check/check-map.ts';
import { RULES } from '../check/registry.ts';
import { allocateEqual } from '../crosswalk/allocate-equal.ts';
import { buildCrosswalk } from '../crosswalk/build-crosswalk.ts';
import { checkCrosswalk } from '../crosswalk/check-crosswalk.ts';
import { applyDecisions } from '../decide/apply-decisions.ts';
import { exportDecisions, takenDecisions } from '../decide/export-decisions.ts';
import { type DecisionReading, parseDecisions as decisionsIn } from '../decide/parse-decisions.ts';
import { resolveDecisions } from '../decide/resolve-decisions.ts';
import { reviewQueue, type Usage } from '../decide/review-queue.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import { addImpliedEntries } from '../match/implied-entries.ts';
import { matchMaps } from '../match/match-maps.ts';
import type { CheckedRule, CheckReport } from '../model/check-report.ts';
import type { Correspondence } from '../model/correspondence.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import type { Decision, DecisionPlan } from '../model/decision.ts';
import type { Explanation } from '../model/explanation.ts';
import type { RuleSetting, Severity } from '../model/finding.ts';
import { findingKeys } from '../model/finding-key.ts';
import { fingerprintOf } from '../model/fingerprint.ts';
import { summaryOf } from '../model/map-summary.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import type { MigrationReport, ReportChange, ReportEntry } from '../model/report.ts';
import { reportEntry } from '../model/report-entry.ts';
import type { Review } from '../model/review.ts';
import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { findEntries, isBookable, keyOf, nodeAt } from '../model/tree.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';
import { usageOf } from '../recode/usage-of.ts';
import { ProcmapError } from '../words/procmap-error.ts';

export { type CheckOptions, checkMap } from '../check/check-map.ts';
export { RULE_IDS } from '../check/registry.ts';
export { recordDecision } from '../decide/record-decision.ts';
export { type ParseMapOptions, parseMap } from '../read/parse-map.ts';

/** The rules of `checkMap`, in order. */
export function ruleList(): readonly CheckedRule[] {
  return RULES.map(({ id, severity }) => ({ id, severity }));
}

/** Checks maps with one set of rules, and draws up what every renderer of a check draws. */
export function checkMaps(maps: readonly ProcessMap[], options: CheckOptions = {}): CheckReport {
  return {
    maps: maps.map((map) => {
      const findings = checkMap(map, options);
      const keys = findingKeys(findings);
      return {
        map: summaryOf(map),
        findings: findings.map((finding, i) => ({ ...finding, key: keys[i] as string })),
        accepted: [],
      };
    }),
    rules: rulesToRun(options).map(({ id, severity }) => ({
      id,
      severity: configured(options.severities?.[id]) ?? severity,
    })),
  };
}

function configured(setting: RuleSetting | undefined): Severity | undefined {
  return setting === 'off' ? undefined : setting;
}

/**
 * Reads a decision file or a review workbook. What is wrong in it is returned beside the decisions, for `compareMaps` to
 * report together with what only the maps can show.
 *
 * @throws ProcmapError when the file cannot be read
 */
export async function parseDecisions(input: FileInput): Promise<DecisionReading> {
  const { tables } = await readTables(input);
  return decisionsIn(tables);
}

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

/** Two maps, how they correspond, and the report on it. */
export interface Comparison {
  readonly oldMap: ProcessMap;
  /** The new map, with the service entries that exist in it by rule. */
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
  readonly report: MigrationReport;
  /** The decisions that were applied; `null` without any to apply. */
  readonly plan: DecisionPlan | null;
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
  const plan = options.decisions ? planDecisions(oldMap, newMap, options.decisions, options) : null;
  const serviceEntries = options.serviceEntries ?? 'carry';
  // Only what was turned down is news to the matcher. What was accepted, dropped or added is settled afterwards, so that
  // deciding one entry moves no other.
  const matched = matchMaps(oldMap, newMap, {
    serviceEntries,
    lexicon: options.lexicon,
    decisions: { rejected: plan?.rejected ?? [] },
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const correspondence = plan ? applyDecisions(matched.correspondence, plan) : matched.correspondence;
  const changes = classifyChanges(oldMap, matched.newMap, correspondence, options.lexicon);
  const findings = [
    ...checkMap(oldMap).map((finding) => ({ side: 'old' as const, finding })),
    ...checkMap(newMap).map((finding) => ({ side: 'new' as const, finding })),
  ];
  const input = { oldMap, newMap: matched.newMap, correspondence, ...changes, findings };
  const report = buildReport(plan ? { ...input, plan } : input);
  return { oldMap, newMap: matched.newMap, correspondence, report, plan };
}

/** Decisions may speak of entries that exist by rule, so these are looked up too. */
function planDecisions(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  reading: DecisionReading,
  { serviceEntries }: CompareMapsOptions,
): DecisionPlan {
  const target = serviceEntries === 'strict' ? newMap : addImpliedEntries(newMap);
  const { plan, problems } = resolveDecisions(reading, oldMap, target);
  if (problems.length > 0) throw new ProcmapError('decisions-invalid', { problems });
  return plan;
}

/** How a comparison is laid out as a crosswalk. */
export interface CrosswalkPlan {
  /** Give the targets of undecided splits equal shares; by default they have none. */
  readonly allocateEqual?: boolean;
  /** ISO date from which the new codes hold. */
  readonly validFrom?: string;
}

/** Lays a comparison out as the table other programs apply. */
export function crosswalkOf({ oldMap, newMap, report }: Comparison, plan: CrosswalkPlan = {}): Crosswalk {
  const built = buildCrosswalk(report, ({ old, new: targets }: ReportChange) => {
    const [map, entry] = old === null ? ([newMap, targets[0]] as const) : ([oldMap, old] as const);
    return entry ? fingerprintOf(map, nodeAt(map, entry.id)) : '';
  });
  const shared = plan.allocateEqual ? allocateEqual(built) : built;
  return plan.validFrom === undefined ? shared : { ...shared, validFrom: plan.validFrom };
}

/**
 * The crosswalk, checked both ways against its maps: every old entry is mapped, dropped or open, every new one reached or
 * added. That one is missing can only be a fault of ours.
 */
export function checkedCrosswalkOf(
  comparison: Comparison,
  plan: CrosswalkPlan = {},
): { readonly crosswalk: Crosswalk; readonly check: CrosswalkCheck } {
  const crosswalk = crosswalkOf(comparison, plan);
  const check = checkCrosswalk(crosswalk, comparison.oldMap, comparison.newMap);
  const missing = [...check.missing.old, ...check.missing.new];
  if (missing.length > 0) throw new Error(`the crosswalk leaves out ${missing.join(', ')}`);
  return { crosswalk, check };
}

/** Every link that is not open as a decision: comparing again with them changes nothing. */
export function decisionsOf(comparison: Comparison): readonly Decision[] {
  return exportDecisions(comparison);
}

/**
 * A comparison laid out for review: what is open first.
 *
 * @param usage hours by old booking code, as `parseUsage` adds them up; the most come first
 */
export function reviewOf(comparison: Comparison, usage: Usage | null = null): Review {
  return reviewQueue(comparison, usage);
}

/**
 * Adds up what a time-sheet books on each code of the old map, and on codes it does not have.
 *
 * @throws ProcmapError when the file cannot be read or is no time-sheet
 */
export async function parseUsage(input: FileInput, { oldMap }: Comparison): Promise<TimesheetUsage> {
  const { tables } = await readTables(input);
  const codes = new Set(oldMap.nodes.filter(isBookable).map(keyOf));
  return usageOf(tables, { file: input.name, isCode: (code) => codes.has(code) });
}

/** The decisions that people took, with today's fingerprints. */
export function decisionsTaken(comparison: Comparison): readonly Decision[] {
  return takenDecisions(comparison);
}

/**
 * Explains what became of the entries a code names: several where it names more than one, such as a macro-process and
 * the coordination entry booked on it.
 *
 * @param code a code of the old map, or of the new one when the old has none such
 * @returns nothing when neither map has the code
 */
export function explainEntry({ oldMap, newMap, report }: Comparison, code: string): readonly Explanation[] {
  const all = [...report.structure, ...report.changes];
  const old = new Set(entriesNamed(oldMap, code).map(entryKey));
  const changes = all.filter((change) => change.old !== null && old.has(entryKey(change.old)));
  if (changes.length > 0) return changes.map((change) => explanationOf(change, newMap));
  const asked = entriesNamed(newMap, code).map(entryKey);
  return asked.flatMap((key) => explainTarget(key, all, newMap));
}

function explanationOf(change: ReportChange, newMap: ProcessMap): Explanation {
  const { code, kind } = change.old ?? { code: '', kind: 'activity' };
  const bearers = entriesNamed(newMap, code);
  return {
    change,
    sameCode: bearers.find((entry) => entry.kind === kind) ?? bearers[0] ?? null,
    sources: [],
  };
}

function explainTarget(
  key: string,
  all: readonly ReportChange[],
  newMap: ProcessMap,
): readonly Explanation[] {
  const reached = all.filter((change) => change.new.some((target) => entryKey(target) === key));
  const [first] = reached;
  const target = first?.new.find((each) => entryKey(each) === key);
  if (first === undefined || target === undefined) return [];
  const sources = reached.flatMap((change) => (change.old === null ? [] : [change.old]));
  const added = { ...first, kind: 'added' as const, old: null, new: [target] };
  return [{ ...explanationOf(added, newMap), sources }];
}

function entryKey({ kind, code }: { readonly kind: string; readonly code: string }): string {
  return `${kind} ${code}`;
}

function entriesNamed(map: ProcessMap, code: string): readonly ReportEntry[] {
  return findEntries(map, code).map((node) => reportEntry(map, node));
}
