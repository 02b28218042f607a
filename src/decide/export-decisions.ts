import type { Decision, DecisionNote, DecisionPlan } from '../model/decision.ts';
import { fingerprintOf } from '../model/fingerprint.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { MigrationReport, ReportChange, ReportEntry, ReportTarget } from '../model/report.ts';
import { keyOf, nodeAt } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';

/** A comparison, as far as decisions are drawn from it. */
export interface ExportInput {
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
  readonly report: MigrationReport;
  readonly plan: DecisionPlan | null;
}

/** What stands for "who" on links that nobody decided but that are exported as if decided. */
const PROPOSER = 'procmap';

/**
 * Turns every link that is not open into a decision, so that comparing again with them changes nothing: links are
 * accepted with their shares, entries without a target dropped, entries without a source added, and what was rejected
 * stays so. Fingerprints are those of today. New entries that an open one may still go to are not said to be new.
 */
export function exportDecisions(input: ExportInput): readonly Decision[] {
  const open = input.report.changes.filter(({ tier }) => tier === 'open');
  const wanted = new Set(open.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const rejected = groupBy(input.plan?.rejected ?? [], ({ old }) => old);
  return input.report.changes.flatMap((change) => [
    ...(rejected.get(change.old?.id ?? -1) ?? []).map((each) => renewed(each, input)),
    ...decisionsOn(change, wanted, input),
  ]);
}

/**
 * The decisions of people, in the order of the old map: what a review workbook says, for instance, to be kept as a
 * decision file. Codes become canonical and fingerprints those of today; a stale decision stays as it is, and stale.
 */
export function takenDecisions(input: ExportInput): readonly Decision[] {
  const { accepted = [], rejected = [], dropped = [], added = [], stale = [] } = input.plan ?? {};
  const all: readonly LocatedDecision[] = [...accepted, ...rejected, ...dropped, ...added, ...stale];
  return [...all]
    .sort((a, b) => (a.old ?? Infinity) - (b.old ?? Infinity) || (a.new ?? -1) - (b.new ?? -1))
    .map((each) => ('changes' in each ? each.decision : renewed(each, input)));
}

interface LocatedDecision {
  readonly decision: Decision;
  readonly old?: number | null;
  readonly new?: number | null;
}

function renewed({ decision, old, new: target }: LocatedDecision, { oldMap, newMap }: ExportInput): Decision {
  const isRestored = decision.verdict === 'restore' && target !== null && target !== undefined;
  const newLabel = isRestored ? { newLabel: nodeAt(newMap, target).label } : {};
  return { ...decision, ...newLabel, ...endOf('old', oldMap, old), ...endOf('new', newMap, target) };
}

function decisionsOn(
  change: ReportChange,
  wanted: ReadonlySet<number>,
  input: ExportInput,
): readonly Decision[] {
  const { old, new: targets, tier } = change;
  if (tier === 'open') return [];
  if (old === null)
    return targets.filter(({ id }) => !wanted.has(id)).map((target) => added(target, change, input));
  if (targets.length === 0) return [dropped(old, change, input)];
  return targets.map((target) => accepted(old, target, change, input));
}

function accepted(
  old: ReportEntry,
  target: ReportTarget,
  change: ReportChange,
  input: ExportInput,
): Decision {
  const divided = change.new.length > 1;
  return {
    ...blank(target.decision),
    verdict: target.restored ? 'restore' : 'accept',
    newLabel: target.restored ? target.label : '',
    share: divided ? target.share : null,
    isDefault: divided ? target.isDefault : null,
    ...endOf('old', input.oldMap, old.id),
    ...endOf('new', input.newMap, target.id),
  };
}

function dropped(old: ReportEntry, change: ReportChange, { oldMap }: ExportInput): Decision {
  return { ...blank(change.decision), verdict: 'drop', ...endOf('old', oldMap, old.id) };
}

function added(target: ReportEntry, change: ReportChange, { newMap }: ExportInput): Decision {
  return { ...blank(change.decision), verdict: 'add', ...endOf('new', newMap, target.id) };
}

/** One end of a decision: code and fingerprint of the entry as it stands today. */
function endOf(side: 'old' | 'new', map: ProcessMap, id: number | null | undefined): Partial<Decision> {
  if (id === null || id === undefined) return {};
  const node = nodeAt(map, id);
  const [code, fingerprint] = [keyOf(node), fingerprintOf(map, node)];
  return side === 'old'
    ? { oldCode: code, oldFingerprint: fingerprint }
    : { newCode: code, newFingerprint: fingerprint };
}

function blank(note: DecisionNote | null): Omit<Decision, 'verdict'> {
  return {
    oldCode: '',
    newCode: '',
    share: null,
    isDefault: null,
    ...(note ?? { by: PROPOSER, on: '', reason: '' }),
    oldFingerprint: '',
    newFingerprint: '',
    newLabel: '',
    place: { file: '' },
  };
}
