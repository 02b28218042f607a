import {
  type Adoption,
  type AdoptionDecision,
  type AdoptionNote,
  type AdoptionOutcome,
  OUTCOMES,
  type OutcomeKind,
  type Side,
} from '../model/adoption.ts';
import { compareCodes } from '../model/code.ts';
import type { Correspondence } from '../model/correspondence.ts';
import { summaryOf } from '../model/map-summary.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { ReportEntry } from '../model/report.ts';
import { reportEntry } from '../model/report-entry.ts';
import { keyOf, nodeAt } from '../model/tree.ts';
import { addDecimals, type Decimal, formatDecimal, ZERO } from '../values/decimal.ts';
import { groupBy } from '../values/group-by.ts';
import { type BuiltMap, buildMap } from './build-map.ts';
import { assignCodes, hangByCode } from './codes.ts';
import { familiesOf, type MergeInput } from './families.ts';
import { fatesOf } from './fates.ts';
import { alikeOf, isUncertain, type Judgement } from './judge.ts';
import { type Draft, type DraftPlan, planDrafts } from './plan.ts';
import { endsOf, type SettledJudgements, settleConflicts } from './settle-conflicts.ts';

/** What a merge may be told besides the maps. */
export interface AdoptMapOptions {
  readonly decisions?: readonly AdoptionDecision[];
  /** Hours by local booking code. */
  readonly usage?: ReadonlyMap<string, Decimal>;
}

/** The new local map with its report, and how the local map corresponds to it. */
export interface AdoptedMap {
  readonly adoption: Adoption;
  readonly correspondence: Correspondence;
}

/**
 * Carries a chamber's own map to the nation's new revision: a three-way merge over correspondences. Facts first (families
 * of entries), then judgements on them, then the tree and its codes.
 */
export function adoptMap(input: MergeInput, options: AdoptMapOptions = {}): AdoptedMap {
  const settled = settleConflicts(familiesOf(input), input, options.decisions ?? []);
  const plan = planDrafts(settled.judgements, input);
  const codes = assignCodes(plan.drafts, input);
  const built = buildMap({ ...plan, drafts: hangByCode(plan.drafts, codes) }, codes, input);
  const { outcomes, conflicts } = outcomesOf(settled, {
    plan,
    built,
    input,
    usage: options.usage,
    draftsOf: groupBy(plan.drafts.values(), (draft) => draft.judgement),
    baseCodes: new Set(input.base.nodes.map((node) => node.code.text)),
  });
  const marks = marksOf(settled, plan, built);
  return {
    adoption: {
      base: input.hasBase ? summaryOf(input.base) : null,
      local: summaryOf(input.local),
      national: summaryOf(input.national),
      map: markedMap(built.map, marks),
      outcomes,
      counts: countsOf(outcomes),
      conflicts,
      open: settled.undecided.size,
      stale: settled.stale,
      marked: [...marks.keys()],
    },
    correspondence: fatesOf(settled.judgements, settled.undecided, { plan, built, input }),
  };
}

interface Context {
  readonly plan: DraftPlan;
  readonly built: BuiltMap;
  readonly input: MergeInput;
  readonly usage: ReadonlyMap<string, Decimal> | undefined;
  readonly draftsOf: ReadonlyMap<number, readonly Draft[]>;
  readonly baseCodes: ReadonlySet<string>;
}

function outcomesOf(settled: SettledJudgements, context: Context): Pick<Adoption, 'outcomes' | 'conflicts'> {
  const outcomes = settled.judgements.map((judgement, i) => outcomeOf(judgement, i, { settled, context }));
  const first = (outcome: AdoptionOutcome): string =>
    [...outcome.result, ...outcome.national, ...outcome.local, ...outcome.base][0]?.code ?? '';
  const codes = new Map(
    [context.built.map, context.input.national, context.input.local, context.input.base].flatMap((map) =>
      map.nodes.map((node) => [keyOf(node), node.code] as const),
    ),
  );
  const sorted = outcomes
    .map((outcome, i) => ({ outcome, i, code: codes.get(first(outcome)) }))
    .sort((a, b) => (a.code && b.code ? compareCodes(a.code, b.code) : 0) || a.i - b.i);
  return {
    outcomes: sorted.map(({ outcome }) => outcome),
    conflicts: sorted
      .filter(({ outcome }) => outcome.conflict !== null)
      .map(({ outcome, i }) => ({
        outcome,
        ...endsOf((settled.judgements[i] as Judgement).family, context.input),
      })),
  };
}

function outcomeOf(
  judgement: Judgement,
  index: number,
  { settled, context }: { readonly settled: SettledJudgements; readonly context: Context },
): AdoptionOutcome {
  const { input, built } = context;
  const { family, kind, conflict, confidence } = judgement;
  const drafts = context.draftsOf.get(index) ?? [];
  const entries = (map: ProcessMap, ids: readonly number[]): readonly ReportEntry[] =>
    ids.map((id) => reportEntry(map, nodeAt(map, id)));
  const decision = settled.decided.get(index);
  return {
    kind,
    conflict,
    notes: notesOf(judgement, index, context),
    base: entries(input.base, family.base),
    local: entries(input.local, family.local),
    national: entries(input.national, family.national),
    candidates: entries(input.national, conflict === 'alike' ? alikeOf(family, input) : []),
    result: entries(
      built.map,
      drafts.flatMap(({ key }) => built.ids.get(key) ?? []).sort((a, b) => a - b),
    ),
    confidence,
    side: sideOf(judgement, decision),
    decision: decision ? { by: decision.by, on: decision.on, reason: decision.reason } : null,
    hours: context.usage === undefined ? null : hoursOn(family.local, input.local, context.usage),
  };
}

/** The side that stands where there is a conflict: as decided, else the one that something stands of. */
function sideOf({ conflict, standing }: Judgement, decision: AdoptionDecision | undefined): Side {
  if (decision !== undefined) return decision.side;
  return conflict !== null && standing.some(({ from }) => from === 'local') ? 'local' : 'national';
}

function notesOf(
  judgement: Judgement,
  index: number,
  { draftsOf, baseCodes, built, input }: Context,
): readonly AdoptionNote[] {
  const drafts = draftsOf.get(index) ?? [];
  const isRecycled = (id: number): boolean => baseCodes.has(nodeAt(input.local, id).code.text);
  const notes = new Set<AdoptionNote>(drafts.flatMap((draft) => draft.notes));
  if (judgement.family.base.length === 0 && judgement.family.local.some(isRecycled))
    notes.add('recycled-code');
  const renumbered = drafts.some((draft) => {
    const id = built.ids.get(draft.key);
    if (draft.placeOf === null || id === undefined) return false;
    return nodeAt(built.map, id).code.text !== nodeAt(input.local, draft.placeOf).code.text;
  });
  if (renumbered) notes.add('new-code');
  if (judgement.family.local.length > 0 && isUncertain(judgement.family, input)) notes.add('fate-open');
  return [...notes].sort();
}

function hoursOn(ids: readonly number[], local: ProcessMap, usage: ReadonlyMap<string, Decimal>): string {
  const hours = ids.map((id) => usage.get(keyOf(nodeAt(local, id))) ?? ZERO);
  return formatDecimal(hours.reduce(addDecimals, ZERO));
}

function countsOf(outcomes: readonly AdoptionOutcome[]): Readonly<Record<OutcomeKind, number>> {
  const counts = Object.fromEntries(OUTCOMES.map((kind) => [kind, 0])) as Record<OutcomeKind, number>;
  for (const { kind } of outcomes) counts[kind]++;
  return counts;
}

/** What the open conflict of an entry is about, by id in the new map, in its order. */
function marksOf(
  { judgements, undecided }: SettledJudgements,
  { drafts }: DraftPlan,
  { ids }: BuiltMap,
): ReadonlyMap<number, string> {
  const marks = [...drafts.values()]
    .filter((draft) => undecided.has(draft.judgement))
    .flatMap(({ key, judgement }) => {
      const id = ids.get(key);
      const conflict = judgements[judgement]?.conflict;
      return id === undefined || !conflict ? [] : [[id, conflict] as const];
    });
  return new Map(marks.sort(([a], [b]) => a - b));
}

function markedMap(map: ProcessMap, marks: ReadonlyMap<number, string>): ProcessMap {
  if (marks.size === 0) return map;
  const nodes = map.nodes.map((node) => {
    const mark = marks.get(node.id);
    return mark === undefined ? node : { ...node, mark };
  });
  return { ...map, nodes };
}
