import {
  type Decision,
  type DecisionPlan,
  isAccepted,
  type StaleChange,
  type StaleDecision,
} from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { readFingerprint } from '../model/fingerprint.ts';
import { nearestCode } from '../model/nearest-code.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { keyOf, pathOf } from '../model/tree.ts';
import type { Place } from '../values/place.ts';
import { checkDecisions, type LocatedDecision } from './check-decisions.ts';
import type { DecisionReading } from './decision-reading.ts';
import { type EntryIndex, indexEntries } from './entry-index.ts';

/** Decisions as found in the maps. With problems none of them is to be applied. */
export interface DecisionResolution {
  readonly plan: DecisionPlan;
  readonly problems: readonly DecisionProblem[];
}

/**
 * Finds the entries that decisions speak of, and sets aside those whose entries have changed since. All that is wrong is
 * reported, with what reading found: unknown and ambiguous codes, decisions that stand twice or contradict each other,
 * shares that do not sum to exactly 1. Of a row that could not be read no more is said than that.
 */
export function resolveDecisions(
  { decisions, problems: unread }: DecisionReading,
  oldMap: ProcessMap,
  newMap: ProcessMap,
): DecisionResolution {
  const [oldIndex, newIndex] = [indexEntries(oldMap), indexEntries(newMap)];
  const problems: DecisionProblem[] = [];
  const unreadRows = new Set(unread.map(({ place }) => rowKey(place)));
  const located = decisions.map((decision): LocatedDecision => {
    const old = locate(decision, 'old', oldIndex);
    const fresh = locate(decision, 'new', newIndex);
    problems.push(...old.problems, ...fresh.problems);
    return {
      decision,
      old: old.node?.id ?? null,
      new: fresh.node?.id ?? null,
      changes: [...old.changes, ...fresh.changes],
    };
  });
  problems.push(...checkDecisions(located));
  const further = withoutRepeats(problems).filter(({ place }) => !unreadRows.has(rowKey(place)));
  return { plan: planOf(located), problems: [...unread, ...further].sort(byPlace) };
}

/** A row that contradicts several others is told so once. */
function withoutRepeats(problems: readonly DecisionProblem[]): readonly DecisionProblem[] {
  const told = new Set<string>();
  return problems.filter(({ kind, place }) => {
    if (kind !== 'duplicate' && kind !== 'contradiction') return true;
    const isNew = !told.has(rowKey(place));
    told.add(rowKey(place));
    return isNew;
  });
}

function planOf(located: readonly LocatedDecision[]): DecisionPlan {
  const stale: StaleDecision[] = located.filter(({ changes }) => changes.length > 0);
  const fresh = located.filter(({ changes }) => changes.length === 0);
  const pairs = fresh.flatMap(({ old, new: target, decision }) =>
    old !== null && target !== null ? [{ old, new: target, decision }] : [],
  );
  const inOrder = pairs.sort((a, b) => a.old - b.old || a.new - b.new);
  return {
    accepted: inOrder.filter(({ decision }) => isAccepted(decision)),
    rejected: inOrder.filter(({ decision }) => decision.verdict === 'reject'),
    dropped: fresh
      .flatMap(({ old, decision }) =>
        decision.verdict === 'drop' && old !== null ? [{ old, decision }] : [],
      )
      .sort((a, b) => a.old - b.old),
    added: fresh
      .flatMap(({ new: id, decision }) =>
        decision.verdict === 'add' && id !== null ? [{ new: id, decision }] : [],
      )
      .sort((a, b) => a.new - b.new),
    stale,
  };
}

/** An entry as a decision names it, and what has changed about it since. */
interface Location {
  readonly node: MapNode | null;
  readonly changes: readonly StaleChange[];
  readonly problems: readonly DecisionProblem[];
}

const NOWHERE: Location = { node: null, changes: [], problems: [] };

function locate(decision: Decision, side: 'old' | 'new', index: EntryIndex): Location {
  const code = side === 'old' ? decision.oldCode : decision.newCode;
  if (code === '') return NOWHERE;
  const fingerprint = side === 'old' ? decision.oldFingerprint : decision.newFingerprint;
  const bearers = index.byCode(code);
  const renumbered = fingerprint === '' ? null : index.elsewhere(fingerprint, code);
  if (renumbered) return { ...NOWHERE, node: renumbered, changes: renumberedTo(renumbered, side) };
  const node = bearers.length > 1 ? index.same(bearers, fingerprint) : bearers[0];
  if (node) return { ...NOWHERE, node, changes: changesSince(node, fingerprint, side, index) };
  const moved = bearers.length === 0 && fingerprint !== '' ? index.labelled(fingerprint) : undefined;
  if (moved)
    return {
      ...NOWHERE,
      node: moved,
      changes: [...renumberedTo(moved, side), ...changesSince(moved, fingerprint, side, index)],
    };
  return { ...NOWHERE, problems: [notFound(code, bearers.length, index, decision.place)] };
}

function renumberedTo(node: MapNode, side: 'old' | 'new'): readonly StaleChange[] {
  return [{ side, what: 'code', now: keyOf(node) }];
}

function changesSince(
  node: MapNode,
  fingerprint: string,
  side: 'old' | 'new',
  index: EntryIndex,
): readonly StaleChange[] {
  const [before, now] = [readFingerprint(fingerprint), readFingerprint(index.fingerprint(node))];
  if (!before || !now) return [];
  const changes: StaleChange[] = [];
  if (before.label !== now.label) changes.push({ side, what: 'label', now: node.label });
  if (before.path !== now.path) changes.push({ side, what: 'path', now: pathOf(index.map, node) });
  return changes;
}

function notFound(code: string, count: number, index: EntryIndex, place: Place): DecisionProblem {
  const file = index.map.source.name;
  if (count > 1) return { kind: 'code-ambiguous', place, args: { code, file, count } };
  const structure = index.structure(code);
  if (structure) return { kind: 'code-not-bookable', place, args: { code, kind: structure.kind } };
  return { kind: 'code-unknown', place, args: { code, file, near: nearestCode(code, index.codes()) } };
}

/** In the order of the file; several problems of a row stay as they were found. */
function byPlace(a: DecisionProblem, b: DecisionProblem): number {
  return rowOf(a.place) - rowOf(b.place);
}

function rowKey(place: Place): string {
  return `${place.sheet ?? ''}!${rowOf(place)}`;
}

function rowOf({ line, cell }: Place): number {
  return line ?? Number(/\d+$/.exec(cell ?? '')?.[0] ?? 0);
}
