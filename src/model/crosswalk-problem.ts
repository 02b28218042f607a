import type { Place } from '../values/place.ts';

/** What can be wrong with a crosswalk file: the facts each message is made from. */
export interface CrosswalkProblemArgs {
  'columns-missing': { readonly columns: string; readonly found: string };
  'no-rows': Record<never, never>;
  'quote-unclosed': Record<never, never>;
  'row-width': { readonly expected: number; readonly found: number };
  'codes-missing': Record<never, never>;
  'value-unknown': { readonly column: string; readonly value: string; readonly expected: string };
  'share-unreadable': { readonly code: string; readonly value: string };
  'share-out-of-range': { readonly code: string; readonly value: string };
  'shares-incomplete': { readonly code: string };
  'shares-sum': { readonly code: string; readonly sum: string };
  'link-twice': { readonly oldCode: string; readonly newCode: string; readonly line: number };
  'dropped-and-mapped': { readonly code: string; readonly newCode: string };
  'share-missing': { readonly code: string };
  'date-unreadable': { readonly column: string; readonly value: string };
  'valid-from-differs': { readonly value: string; readonly first: string };
}
export type CrosswalkProblemKind = keyof CrosswalkProblemArgs;

/** Something wrong in a crosswalk file. With one such problem, the crosswalk is not to be applied. */
export type CrosswalkProblem = {
  [K in CrosswalkProblemKind]: {
    readonly kind: K;
    readonly place: Place;
    readonly args: CrosswalkProblemArgs[K];
  };
}[CrosswalkProblemKind];
