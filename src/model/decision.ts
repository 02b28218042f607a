import type { Place } from '../values/place.ts';

/** Columns of a decision file, in order. Names are public API and never change with the language. */
export const DECISION_COLUMNS = [
  'old_code',
  'new_code',
  'verdict',
  'share',
  'is_default',
  'decided_by',
  'decided_on',
  'reason',
  'old_fingerprint',
  'new_fingerprint',
  'new_label',
] as const;
export type DecisionColumn = (typeof DECISION_COLUMNS)[number];

/**
 * What a person said. `accept`: the old entry goes to the new one; all that is accepted for an old entry is all it goes
 * to. `reject`: it does not, and the pair is not proposed again. `drop`: the old entry goes nowhere. `add`: the new
 * entry comes from nowhere. `restore`: the new revision has an entry that its file lost; the old entry goes there.
 */
export const VERDICTS = ['accept', 'reject', 'drop', 'add', 'restore'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Who decided, when (an ISO date) and why; each may be empty. */
export interface DecisionNote {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** One row of a decision file. Codes are booking codes; `oldCode` is empty for `add`, `newCode` for `drop`. */
export interface Decision extends DecisionNote {
  readonly verdict: Verdict;
  readonly oldCode: string;
  readonly newCode: string;
  /** Decimal text, more than 0 and at most 1; `null` when the decision does not say. */
  readonly share: string | null;
  /** Whether this target stands for a split entry where only one can be named; `null` when it does not say. */
  readonly isDefault: boolean | null;
  /** Empty in a decision written by hand: it is then never taken to be stale. */
  readonly oldFingerprint: string;
  readonly newFingerprint: string;
  /** Label of a restored entry; empty: that of the old entry. Other verdicts have none. */
  readonly newLabel: string;
  readonly place: Place;
}

/** Whether a decision sends the old entry to a new one: to one of the file, or to one that it restores. */
export function isAccepted({ verdict }: Decision): boolean {
  return verdict === 'accept' || verdict === 'restore';
}

/** What changed under a decision since it was taken. `now` is the code, label or path the entry has today. */
export interface StaleChange {
  readonly side: 'old' | 'new';
  readonly what: 'code' | 'label' | 'path';
  readonly now: string;
}

/** A decision whose entry has changed since; it is set aside, and a person decides again. */
export interface StaleDecision {
  readonly decision: Decision;
  readonly changes: readonly StaleChange[];
  /** Ids of the entries it spoke of, where they can still be told. */
  readonly old: number | null;
  readonly new: number | null;
}

/**
 * Decisions with their entries found: ids of the two maps. Nothing in it contradicts itself; every list is in the order
 * of the maps.
 */
export interface DecisionPlan {
  /** Restored entries are among those that are accepted, by the decision that restores them. */
  readonly accepted: readonly { readonly old: number; readonly new: number; readonly decision: Decision }[];
  readonly rejected: readonly { readonly old: number; readonly new: number; readonly decision: Decision }[];
  readonly dropped: readonly { readonly old: number; readonly decision: Decision }[];
  readonly added: readonly { readonly new: number; readonly decision: Decision }[];
  readonly stale: readonly StaleDecision[];
}
