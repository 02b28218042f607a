import type { Change } from '../model/change.ts';
import { type Correspondence, DIVIDES_MUCH, type Link, type Unlinked } from '../model/correspondence.ts';
import type { Decision, DecisionNote, DecisionPlan } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import { summaryOf } from '../model/map-summary.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type {
  MigrationReport,
  ReportCandidate,
  ReportChange,
  ReportEntry,
  ReportTarget,
} from '../model/report.ts';
import { reportEntry } from '../model/report-entry.ts';
import { keyOf, nodeAt } from '../model/tree.ts';
import type { ClassifiedChanges } from './classify-changes.ts';
import { countChanges } from './count-changes.ts';

/** Everything a report is drawn from. */
export interface ReportInput extends ClassifiedChanges {
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
  readonly findings: readonly { readonly side: 'old' | 'new'; readonly finding: Finding }[];
  /** The decisions that were applied to the correspondence. */
  readonly plan?: DecisionPlan;
}

/** Draws up the migration report: every change with its entries spelled out, and the counts. */
export function buildReport(input: ReportInput): MigrationReport {
  const bookable = viewer(input, input.correspondence, input.changes);
  const structural = viewer(
    input,
    { links: input.correspondence.structure, unlinked: input.correspondence.structureUnlinked },
    input.structure,
  );
  const changes = input.changes.map(bookable);
  return {
    old: summaryOf(input.oldMap),
    new: summaryOf(input.newMap),
    ...countChanges(changes),
    dividesMuch: input.correspondence.splitRate >= DIVIDES_MUCH,
    changes,
    structure: input.structure.map(structural),
    findings: input.findings,
    decisions:
      input.plan === undefined ? null : { applied: countApplied(input.plan), stale: input.plan.stale },
  };
}

function countApplied({ accepted, rejected, dropped, added }: DecisionPlan): number {
  return accepted.length + rejected.length + dropped.length + added.length;
}

function viewer(
  { oldMap, newMap, correspondence, plan }: ReportInput,
  { links, unlinked }: { readonly links: readonly Link[]; readonly unlinked: readonly Unlinked[] },
  changes: readonly Change[],
): (change: Change) => ReportChange {
  const linkOf = new Map(links.map((link) => [`${link.old}>${link.new}`, link]));
  const reasons = new Map(unlinked.map((entry) => [entry.old, entry.reason]));
  const sources = sourcesByTarget(changes);
  const decisions = decisionsByEnds(plan);
  const complete = new Set(correspondence.complete);
  const oldEntry = (id: number) => reportEntry(oldMap, nodeAt(oldMap, id));
  const newEntry = (id: number) => reportEntry(newMap, nodeAt(newMap, id));
  const target = (change: Change, id: number): ReportTarget => {
    const link = linkOf.get(`${change.old}>${id}`);
    const shares = sharesOf(change, decisions);
    return {
      ...newEntry(id),
      ...(shares.get(id) ?? { share: null, isDefault: null }),
      confidence: link?.confidence ?? 1,
      tier: link?.tier ?? change.tier,
      // Not read before a renderer asks for it: it is drawn up then.
      get evidence() {
        return link?.evidence ?? [];
      },
      matcher: link?.matcher ?? 'none',
      decision: noteOf(decisions.get(`${change.old}>${id}`)),
    };
  };
  const candidates = (change: Change): readonly ReportCandidate[] => {
    if (change.old === null) return [];
    return (correspondence.candidates[change.old] ?? []).map((candidate) => ({
      ...newEntry(candidate.new),
      confidence: candidate.confidence,
      get evidence() {
        return candidate.evidence;
      },
    }));
  };
  return (change) => ({
    kind: change.kind,
    details: change.details,
    gsim: change.gsim,
    old: change.old === null ? null : oldEntry(change.old),
    new: change.new.map((id) => (change.old === null ? addedTarget(newEntry(id)) : target(change, id))),
    tier: change.tier,
    complete:
      change.old === null || change.new.length === 0
        ? null
        : complete.has(change.old) && change.tier !== 'open'
          ? 'yes'
          : 'unknown',
    alarms: change.alarms,
    mergedWith: mergedWith(change, sources).map(oldEntry),
    carriedBy: change.carriedBy === undefined ? null : keyOf(nodeAt(newMap, change.carriedBy)),
    candidates: candidates(change),
    noLink: change.old === null ? null : (reasons.get(change.old) ?? null),
    decision: decisionOn(change, decisions),
  });
}

function addedTarget(entry: ReportEntry): ReportTarget {
  const undivided = { share: null, isDefault: null, decision: null } as const;
  return { ...entry, ...undivided, confidence: 1, tier: 'certain', evidence: [], matcher: 'none' };
}

/** Decisions by `old>new`, by `old>` for a dropped entry and `>new` for an added one. */
type DecisionsByEnds = ReadonlyMap<string, Decision>;

function decisionsByEnds(plan: DecisionPlan | undefined): DecisionsByEnds {
  return new Map([
    ...(plan?.accepted ?? []).map((each) => [`${each.old}>${each.new}`, each.decision] as const),
    ...(plan?.dropped ?? []).map((each) => [`${each.old}>`, each.decision] as const),
    ...(plan?.added ?? []).map((each) => [`>${each.new}`, each.decision] as const),
  ]);
}

function decisionOn({ old, new: targets }: Change, decisions: DecisionsByEnds): DecisionNote | null {
  const ends =
    old === null
      ? targets.map((id) => `>${id}`)
      : targets.length === 0
        ? [`${old}>`]
        : targets.map((id) => `${old}>${id}`);
  return noteOf(ends.map((each) => decisions.get(each)).find((decision) => decision !== undefined));
}

function noteOf(decision: Decision | undefined): DecisionNote | null {
  return decision ? { by: decision.by, on: decision.on, reason: decision.reason } : null;
}

type Division = Pick<ReportTarget, 'share' | 'isDefault'>;

/**
 * How an entry's hours divide over its targets: all to an only one, else as decided. An entry of which a part is open
 * has no shares: those that were decided were decided with the other part in mind.
 */
function sharesOf(change: Change, decisions: DecisionsByEnds): ReadonlyMap<number, Division> {
  const { old, new: targets, tier, carriedBy } = change;
  const own = targets.map((id) => decisions.get(`${old}>${id}`));
  const only = targets.length === 1 && tier !== 'open';
  const divided =
    targets.length > 1 && tier !== 'open' && own.every((each) => (each?.share ?? null) !== null);
  const named = own.some((each) => each?.isDefault === true);
  const isDefault = (id: number, i: number): boolean | null => {
    if (only) return true;
    if (named) return own[i]?.isDefault === true;
    return divided && carriedBy !== undefined ? id === carriedBy : null;
  };
  return new Map(
    targets.map((id, i) => [
      id,
      { share: only ? '1' : divided ? (own[i]?.share ?? null) : null, isDefault: isDefault(id, i) },
    ]),
  );
}

function sourcesByTarget(changes: readonly Change[]): ReadonlyMap<number, readonly number[]> {
  const sources = new Map<number, number[]>();
  for (const { old, new: targets } of changes) {
    if (old === null) continue;
    for (const id of targets) {
      const known = sources.get(id);
      if (known) known.push(old);
      else sources.set(id, [old]);
    }
  }
  return sources;
}

function mergedWith(change: Change, sources: ReadonlyMap<number, readonly number[]>): readonly number[] {
  if (change.old === null) return [];
  const others = new Set(change.new.flatMap((id) => sources.get(id) ?? []));
  others.delete(change.old);
  return [...others].sort((a, b) => a - b);
}
