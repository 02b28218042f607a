/** Columns of a table of groups. Names are public API and never change with the language. */
export const GROUP_COLUMNS = ['group', 'label', 'revision', 'code', 'entry_label', 'whole'] as const;

/**
 * Whether the hours of an entry are those of its group. `yes`: it is all that its group has in this revision. `no`: it
 * shares the revision with others of its group, so that only their sum can be set beside other revisions. `open`: nobody has
 * decided what becomes of it, so that its group may still grow.
 */
export type Whole = 'yes' | 'no' | 'open';

/** An entry in a group. */
export interface GroupedEntry {
  /** Place in the list of revisions, the oldest 0. */
  readonly revision: number;
  readonly code: string;
  readonly label: string;
  readonly whole: Whole;
}

/** What holds a group together: an entry, and all that it goes to in the next revision. */
export interface GroupLink {
  /** The revision that it leads from. */
  readonly revision: number;
  readonly from: string;
  readonly to: readonly string[];
  /** Whether procmap is certain of it, or a person decided it. */
  readonly confirmed: boolean;
}

/**
 * Why a group is as it is. `single`: at most one entry in each revision. `merged`: several entries became one. `split`: one
 * became several. `mixed`: both, so that entries hang together that no link joins. `partial`: not in every revision.
 */
export const GROUP_KINDS = ['single', 'merged', 'split', 'mixed', 'partial'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Entries that links hold together over the revisions: the smallest set whose hours can be compared without shares. */
export interface CodeGroup {
  /** `2023:A1.2.3`: the revision and code that name it; the entry stands in no other group. */
  readonly id: string;
  readonly label: string;
  readonly kind: GroupKind;
  /** By revision, then by code. */
  readonly entries: readonly GroupedEntry[];
  readonly links: readonly GroupLink[];
  /** Whether a part of it ends, or begins, while the rest goes on: its hours are then not all that they were. */
  readonly loses: boolean;
  readonly gains: boolean;
}

/** An entry of which nobody has decided what becomes of it. */
export interface OpenEntry {
  readonly revision: number;
  readonly code: string;
  readonly label: string;
  /** Whether the file of the next revision may have lost it. */
  readonly possiblyLost: boolean;
  /** Codes of the next revision that it may go to, the likeliest first. */
  readonly candidates: readonly string[];
}

/** The entries of a chain of revisions in groups that can be compared. */
export interface GroupReport {
  readonly revisions: readonly string[];
  /** In the order of the codes of the newest revision; what ended before stands behind. */
  readonly groups: readonly CodeGroup[];
  /** Entries of each revision. */
  readonly entries: readonly number[];
  /** Groups that stand in every revision. */
  readonly comparable: number;
  readonly open: readonly OpenEntry[];
  /** Entries that go along links which nobody has confirmed. */
  readonly unconfirmed: number;
  /** Entries that may go elsewhere, too. */
  readonly incomplete: number;
}
