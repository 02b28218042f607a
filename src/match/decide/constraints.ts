/** What people have decided that matching must know, by node ids; what they accepted is settled after it. */
export interface MatchDecisions {
  /** Pairs that must not be proposed. */
  readonly rejected?: readonly { readonly old: number; readonly new: number }[];
}

/** Decisions, laid out to be asked pair by pair. */
export interface Constraints {
  /** Per old id the new ones it must not link to. */
  readonly rejected: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Lays decisions out. */
export function constraintsOf({ rejected = [] }: MatchDecisions): Constraints {
  const groups = new Map<number, Set<number>>();
  for (const pair of rejected) {
    const group = groups.get(pair.old);
    if (group) group.add(pair.new);
    else groups.set(pair.old, new Set([pair.new]));
  }
  return { rejected: groups };
}

/** Whether a decision forbids the pair. */
export function forbids({ rejected }: Constraints, oldId: number, newId: number): boolean {
  return rejected.get(oldId)?.has(newId) ?? false;
}
