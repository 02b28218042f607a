import type { Decision, StaleDecision } from '../model/decision.ts';
import { fingerprintOf } from '../model/fingerprint.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import type { ReportChange, ReportEntry } from '../model/report.ts';
import { reportEntry } from '../model/report-entry.ts';
import {
  REVIEW_GROUPS,
  type Review,
  type ReviewChoice,
  type ReviewGroup,
  type ReviewRow,
  type ReviewTarget,
} from '../model/review.ts';
import { isBookable, nodeAt } from '../model/tree.ts';
import { compareDecimals, type Decimal, formatDecimal, ZERO } from '../values/decimal.ts';
import type { ExportInput } from './export-decisions.ts';

/** Hours booked per code. */
export type Usage = ReadonlyMap<string, Decimal>;

/**
 * Lays a comparison out for review: open and possibly lost entries first, then probable and dropped ones, those that were
 * decided, and the certain ones; within each group in the order of the old map or, with time-sheets, the most hours first. An entry that goes to
 * several targets has a row for each. What was rejected, or said to be new, has rows too, so that nothing a person said
 * gets lost on the way through a workbook.
 */
export function reviewQueue(input: ExportInput, usage: Usage | null = null): Review {
  const context: Context = { input, usage, decisions: decisionsByEnds(input), stale: staleByOld(input) };
  const blocks = [
    ...input.report.changes.map((change) => rowsOf(change, context)),
    ...repeatedDecisions(input).map((row) => [row]),
  ];
  return {
    old: input.report.old,
    new: input.report.new,
    rows: sortBlocks(blocks, usage).flat(),
    choices: choicesOf(input),
    withHours: usage !== null,
  };
}

interface Context {
  readonly input: ExportInput;
  readonly usage: Usage | null;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly stale: ReadonlyMap<number, StaleDecision>;
}

function rowsOf(change: ReportChange, { input, usage, decisions, stale }: Context): readonly ReviewRow[] {
  const { old } = change;
  if (old === null) return [];
  const hours = usage === null ? null : formatDecimal(usage.get(old.code) ?? ZERO);
  const common = {
    group: groupOf(change),
    old: withFingerprint(input.oldMap, old),
    change,
    stale: stale.get(old.id) ?? null,
  };
  if (change.new.length === 0) {
    return [{ ...common, target: null, decision: decisions.get(`${old.id}>`) ?? null, hours }];
  }
  return change.new.map((target, i) => ({
    ...common,
    target: withFingerprint(input.newMap, target),
    decision: decisions.get(`${old.id}>${target.id}`) ?? null,
    hours: i === 0 ? hours : null,
  }));
}

/** A split without shares cannot be applied to hours, however certain its links are. */
function groupOf(change: ReportChange): ReviewGroup {
  if (change.kind === 'possibly-lost') return change.kind;
  if (change.tier === 'open') return 'open';
  if (change.kind === 'dropped' && change.decision === null) return 'dropped';
  const unshared = change.new.length > 1 && change.new.some(({ share }) => share === null);
  if (unshared || change.tier === 'probable') return 'probable';
  if (change.decision !== null) return 'decided';
  return change.complete === 'unknown' ? 'incomplete' : 'certain';
}

/** Rejected pairs, and new entries that were said to be new. */
function repeatedDecisions({ oldMap, newMap, plan }: ExportInput): readonly ReviewRow[] {
  const repeated = { group: 'decided', change: null, stale: null, hours: null } as const;
  const target = (id: number): ReviewTarget => ({
    ...entryOf(newMap, nodeAt(newMap, id)),
    confidence: null,
    evidence: [],
  });
  return [
    ...(plan?.rejected ?? []).map((each) => ({
      ...repeated,
      old: entryOf(oldMap, nodeAt(oldMap, each.old)),
      target: target(each.new),
      decision: each.decision,
    })),
    ...(plan?.added ?? []).map((each) => ({
      ...repeated,
      old: null,
      target: target(each.new),
      decision: each.decision,
    })),
  ];
}

/** All rows of an entry stay together. */
function sortBlocks(
  blocks: readonly (readonly ReviewRow[])[],
  usage: Usage | null,
): readonly (readonly ReviewRow[])[] {
  const rank = ([row]: readonly ReviewRow[]) => REVIEW_GROUPS.indexOf(row?.group ?? 'certain');
  const hours = ([row]: readonly ReviewRow[]) => usage?.get(row?.old?.code ?? '') ?? ZERO;
  const place = ([row]: readonly ReviewRow[]) => row?.old?.id ?? Number.MAX_SAFE_INTEGER;
  return blocks
    .filter((block) => block.length > 0)
    .sort((a, b) => rank(a) - rank(b) || compareDecimals(hours(b), hours(a)) || place(a) - place(b));
}

function choicesOf({ newMap, report }: ExportInput): readonly ReviewChoice[] {
  const sources = new Map<number, string[]>();
  for (const { old, new: targets } of report.changes) {
    if (old === null) continue;
    for (const { id } of targets) sources.set(id, [...(sources.get(id) ?? []), old.code]);
  }
  return newMap.nodes
    .filter(isBookable)
    .map((node) => ({ ...entryOf(newMap, node), sources: sources.get(node.id) ?? [] }));
}

function entryOf(map: ProcessMap, node: MapNode): ReportEntry & { readonly fingerprint: string } {
  return { ...reportEntry(map, node), fingerprint: fingerprintOf(map, node) };
}

function withFingerprint<T extends ReportEntry>(
  map: ProcessMap,
  entry: T,
): T & { readonly fingerprint: string } {
  return { ...entry, fingerprint: fingerprintOf(map, nodeAt(map, entry.id)) };
}

function decisionsByEnds({ plan }: ExportInput): ReadonlyMap<string, Decision> {
  return new Map([
    ...(plan?.accepted ?? []).map((each) => [`${each.old}>${each.new}`, each.decision] as const),
    ...(plan?.dropped ?? []).map((each) => [`${each.old}>`, each.decision] as const),
  ]);
}

function staleByOld({ plan }: ExportInput): ReadonlyMap<number, StaleDecision> {
  return new Map(
    (plan?.stale ?? []).flatMap((each) => (each.old === null ? [] : [[each.old, each] as const])),
  );
}
