/** What people have decided, by node ids: it overrides whatever the maps say. */
export interface MatchDecisions {
  /** Links that hold; the old entry has no others. */
  readonly accepted?: readonly { readonly old: number; readonly new: number }[];
  /** Pairs that must not be proposed. */
  readonly rejected?: readonly { readonly old: number; readonly new: number }[];
  /** Old entries that have no counterpart. */
  readonly dropped?: readonly number[];
  /** New entries that come from none of the old. */
  readonly added?: readonly number[];
}

/** Decisions, laid out to be asked pair by pair. */
export interface Constraints {
  /** Per decided old id its targets; none for a dropped one. */
  readonly accepted: ReadonlyMap<number, ReadonlySet<number>>;
  /** Per old id the new ones it must not link to. */
  readonly rejected: ReadonlyMap<number, ReadonlySet<number>>;
  readonly added: ReadonlySet<number>;
}

/** Lays decisions out. */
export function constraintsOf(decisions: MatchDecisions): Constraints {
  const accepted = groupByOld(decisions.accepted ?? []);
  for (const id of decisions.dropped ?? []) accepted.set(id, new Set());
  return { accepted, rejected: groupByOld(decisions.rejected ?? []), added: new Set(decisions.added) };
}

/** Whether a decision forbids the pair. */
export function forbids(constraints: Constraints, oldId: number, newId: number): boolean {
  const targets = constraints.accepted.get(oldId);
  if (targets) return !targets.has(newId);
  return constraints.added.has(newId) || (constraints.rejected.get(oldId)?.has(newId) ?? false);
}

/** Whether a decision demands the pair. */
export function isAccepted(constraints: Constraints, oldId: number, newId: number): boolean {
  return constraints.accepted.get(oldId)?.has(newId) ?? false;
}

function groupByOld(
  pairs: readonly { readonly old: number; readonly new: number }[],
): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>();
  for (const pair of pairs) {
    const group = groups.get(pair.old);
    if (group) group.add(pair.new);
    else groups.set(pair.old, new Set([pair.new]));
  }
  return groups;
}
