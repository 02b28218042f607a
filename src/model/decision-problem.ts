import type { Place } from '../values/place.ts';
import type { DecisionColumn, Verdict } from './decision.ts';
import type { NodeKind } from './process-map.ts';

/** What can be wrong with a decision: the facts each message is made from. */
export interface DecisionProblemArgs {
  /** `found`: the texts of the row most like a header. */
  'columns-missing': { readonly columns: string; readonly found: string };
  'verdict-unknown': { readonly value: string };
  /** The verdict needs a code of that side and there is none. */
  'code-missing': { readonly verdict: Verdict; readonly side: 'old' | 'new' };
  /** The verdict leaves no room for what stands in the column. */
  'value-unwanted': { readonly verdict: Verdict; readonly column: DecisionColumn; readonly value: string };
  /** `near`: a code of the map that looks like it; may be empty. */
  'code-unknown': { readonly code: string; readonly file: string; readonly near: string };
  /** The new file has the entry that is to be restored. */
  'restore-exists': { readonly code: string; readonly file: string; readonly label: string };
  /** A code that no entry can have, or one that only structure has. */
  'restore-code': { readonly code: string };
  /** Nothing says what the restored entry is called. */
  'restore-label': { readonly code: string };
  /** Two decisions restore one code under two labels. */
  'restore-labels': { readonly code: string; readonly other: Place };
  'code-not-bookable': { readonly code: string; readonly kind: NodeKind };
  /** `count` entries bear the code and no fingerprint tells them apart. */
  'code-ambiguous': { readonly code: string; readonly file: string; readonly count: number };
  'share-unreadable': { readonly value: string };
  'share-out-of-range': { readonly value: string };
  /** `of`: the old code whose accepted targets do not sum to exactly 1. */
  'shares-sum': { readonly code: string; readonly sum: string };
  'shares-incomplete': { readonly code: string };
  'default-unreadable': { readonly value: string };
  'default-twice': { readonly code: string; readonly other: Place };
  'date-unreadable': { readonly value: string };
  'fingerprint-unreadable': { readonly value: string };
  duplicate: { readonly other: Place };
  contradiction: { readonly verdict: Verdict; readonly otherVerdict: Verdict; readonly other: Place };
  /** Review workbook: a row is accepted, and nothing says what. */
  'choice-missing': { readonly code: string };
  'choice-unknown': { readonly value: string };
  'choice-contradicts': { readonly value: string };
  /** Review workbook: some rows of a split entry are decided and this one is not. */
  'row-undecided': { readonly code: string; readonly other: Place };
}
export type DecisionProblemKind = keyof DecisionProblemArgs;

/** Something wrong in a decision file. With one such problem, none of the file is applied. */
export type DecisionProblem = {
  [K in DecisionProblemKind]: {
    readonly kind: K;
    readonly place: Place;
    readonly args: DecisionProblemArgs[K];
  };
}[DecisionProblemKind];
