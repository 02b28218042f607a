import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What each rule says of a finding: the facts its text is made from. The key is the rule's id and public API. */
export interface FindingArgs {
  'code-syntax': { readonly value: string };
  'code-not-canonical': { readonly value: string; readonly code: string };
  'duplicate-code': { readonly code: string; readonly label: string };
  'conflicting-label': { readonly code: string; readonly label: string; readonly otherLabel: string };
  'orphan-code': { readonly code: string; readonly parent: string };
  'level-mismatch': {
    readonly code: string;
    readonly found: string;
    readonly expected: string;
    readonly proposed: string;
  };
  'numbering-gap': { readonly parent: string; readonly missing: string };
  'empty-branch': { readonly code: string; readonly label: string };
  'missing-label': { readonly code: string };
  'label-without-code': { readonly label: string };
  'code-column-disagrees': { readonly code: string; readonly other: string; readonly column: string };
  'type-mismatch': { readonly code: string; readonly found: string; readonly expected: string };
  'coordination-code-mismatch': { readonly found: string; readonly expected: string };
  'training-entry-missing': { readonly code: string; readonly expected: string };
  'training-label-mismatch': { readonly code: string; readonly label: string; readonly expected: string };
  'duplicate-label': {
    readonly label: string;
    readonly code: string;
    readonly otherCode: string;
    readonly scope: 'siblings' | 'map';
  };
  'out-of-order': { readonly code: string; readonly after: string };
  'shifted-labels': { readonly firstCode: string; readonly lastCode: string; readonly rows: number };
  'encoding-damage': { readonly value: string; readonly damage: string };
  'stray-whitespace': { readonly value: string };
  'unread-row': { readonly text: string };
  'hidden-content': { readonly what: string; readonly name: string };
}

/** The id of a rule: kebab-case, never renamed. */
export type RuleId = keyof FindingArgs;

/** Something wrong, or worth knowing, in the user's file. Returned beside the value, all of them; never thrown. */
export type Finding = {
  [R in RuleId]: {
    readonly ruleId: R;
    readonly severity: Severity;
    readonly place: Place;
    /** The code concerned, the key of baselines together with the rule. */
    readonly code?: string;
    readonly args: FindingArgs[R];
    /** Other places that belong to it, such as the first definition of a duplicate. */
    readonly related?: readonly Place[];
  };
}[RuleId];
