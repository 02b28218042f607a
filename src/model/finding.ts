import type { Place } from '../values/place.ts';
import type { CodeDamage, NodeKind, TextMark } from './process-map.ts';

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A rule's severity as configured; `off` leaves the rule out. */
export type RuleSetting = Severity | 'off';

/** What each rule says of a finding: the facts its text is made from. The key is the rule's id and public API. */
export interface FindingArgs {
  'code-syntax': { readonly value: string; readonly expected?: string };
  /** `expected` is empty where the other codes leave no answer, or several; `count` codes of the map are so, told once. */
  'spreadsheet-code': {
    readonly value: string;
    readonly damage: CodeDamage;
    readonly expected: string;
    readonly count: number;
  };
  /** `number`: which column of the file it is, from 1. */
  'several-code-columns': {
    readonly column: string;
    readonly number: number;
    readonly others: readonly string[];
    readonly clear: boolean;
  };
  'code-not-canonical': { readonly value: string; readonly code: string };
  /** `otherCode`: of the entry that has the identifier first. */
  'duplicate-id': { readonly id: string; readonly code: string; readonly otherCode: string };
  /** Identifiers that say nothing over the revisions: `count` of them, `id` the first. */
  'id-not-lasting': { readonly id: string; readonly why: 'number' | 'code'; readonly count: number };
  'duplicate-code': { readonly code: string; readonly label: string };
  'conflicting-label': { readonly code: string; readonly label: string; readonly otherLabel: string };
  /** `parent` (and `missing`, when more than one is) stands above `count` entries, of which `code` is the first. */
  'orphan-code': {
    readonly code: string;
    readonly parent: string;
    readonly missing: readonly string[];
    readonly count: number;
  };
  /** `found` and `expected` are kinds of entry. */
  'level-mismatch': {
    readonly code: string;
    readonly found: NodeKind;
    readonly expected: NodeKind;
    /** The code the entry should bear, or empty when none can be proposed. */
    readonly proposed: string;
  };
  /** `found` and `expected` are headers of columns; `count` entries in a row, from `code` to `last`, are shifted alike. */
  'column-mismatch': {
    readonly code: string;
    readonly found: string;
    readonly expected: string;
    readonly count: number;
    readonly last: string;
  };
  /** `missing`: the codes, or `first..last` of a long run; `before`: the sibling that stands after the gap. */
  'numbering-gap': {
    readonly parent: string;
    readonly missing: string;
    readonly count: number;
    readonly before: string;
  };
  'empty-branch': { readonly code: string; readonly label: string; readonly kind: NodeKind };
  'missing-label': { readonly code: string; readonly kind: NodeKind };
  /** `code`: the code the label was read for, when it stands on a neighbouring row; empty when there is none. */
  'label-without-code': { readonly label: string; readonly code: string };
  'code-column-disagrees': { readonly code: string; readonly other: string; readonly column: string };
  /** `expected` is empty when the type is none that is known. */
  'type-mismatch': { readonly code: string; readonly found: string; readonly expected: string };
  'coordination-code-mismatch': { readonly found: string; readonly expected: string };
  'coordination-entry-missing': { readonly code: string; readonly expected: string };
  'training-entry-missing': { readonly code: string; readonly expected: string };
  'training-label-mismatch': { readonly code: string; readonly label: string; readonly expected: string };
  'duplicate-label': {
    readonly label: string;
    readonly code: string;
    readonly otherCode: string;
    readonly scope: 'siblings' | 'map';
  };
  /** `after`: the sibling it should follow; empty when it should be the first. */
  'out-of-order': { readonly code: string; readonly after: string };
  'shifted-labels': { readonly firstCode: string; readonly lastCode: string; readonly rows: number };
  'encoding-damage': { readonly value: string; readonly damage: EncodingDamage };
  'stray-whitespace': { readonly value: string };
  'unread-row': { readonly text: string };
  /** A formula without a stored result, or a cell that shows an error such as `#REF!`. */
  'cell-without-value': { readonly value: string; readonly what: 'formula' | 'error' };
  'unbalanced-quote': Readonly<Record<never, never>>;
  'ragged-row': { readonly cells: number; readonly columns: number; readonly text: string };
  /** The print may have left out the end of `text`. */
  'cut-text': { readonly text: string };
  /** A table of a document beside the map, or text below it, that `text` begins. */
  'text-outside-map': { readonly what: 'text' | 'table'; readonly text: string };
  'marked-text': { readonly mark: TextMark; readonly value: string; readonly count: number };
  /** `count` codes of the sheet name something else on `other`. */
  'other-revision': { readonly name: string; readonly other: string; readonly count: number };
  'sheet-without-map': { readonly name: string };
  /** `count` entries of the sheet stand on `others`, which come before it. */
  'repeated-sheet': { readonly name: string; readonly others: readonly string[]; readonly count: number };
  /** `name`: of rows the numbers, `10-12, 40`; `count`: how many there are. */
  'hidden-content': {
    readonly what: 'sheet' | 'row' | 'column';
    readonly name: string;
    readonly count: number;
  };
}

/** What happened to a text on its way through wrong encodings. */
export type EncodingDamage =
  | 'mojibake'
  | 'replacement'
  | 'control'
  | 'undecodable'
  | 'guessed'
  | 'decomposed'
  | 'look-alike';

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
