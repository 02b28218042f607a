import type { ReviewQuestion } from '../../app/review-question.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReviewGroup } from '../../model/review.ts';
import type { Compared } from './compare.ts';

/** An entry that a person decides, or has decided. */
export interface ReviewItem {
  /** Id of the old entry. */
  readonly id: number;
  readonly group: ReviewGroup;
  readonly question: ReviewQuestion;
  readonly hours: string | null;
  /** Who decided what, in words; `null` where nobody did. */
  readonly decided: string | null;
  /** It goes to several, and nobody has said how it is divided: no hour can be carried until then. */
  readonly unshared: boolean;
  /** Where it goes as things stand. */
  readonly targets: readonly { readonly id: number; readonly code: string; readonly label: string }[];
}

/** What there is to decide, in the order it is worked through. */
export interface ReviewCall {
  readonly ask: { readonly lang: Lang };
  readonly answer: { readonly items: readonly ReviewItem[]; readonly withHours: boolean };
}

/** An entry of the new map as it is looked for: those that hours are booked on may be chosen. */
export interface TreeEntry {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly depth: number;
  readonly bookable: boolean;
  /** Old codes that go there as things stand. */
  readonly sources: readonly string[];
}

/** The new map as a tree. */
export interface TreeCall {
  readonly ask: Record<string, never>;
  readonly answer: { readonly entries: readonly TreeEntry[] };
}

/** What a person answers. */
export interface PageAnswer {
  /** Id of the old entry. */
  readonly entry: number;
  /** One of the choices of the question. */
  readonly value: string;
  /** Ids of new entries, for `other` and `split`. */
  readonly targets: readonly number[];
  /** Shares of the targets as they were typed; empty: later. */
  readonly shares: string;
  readonly reason: string;
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** Decides an entry. */
export interface DecideCall {
  readonly ask: PageAnswer;
  readonly answer: Compared;
}

/** Takes up the decisions of a decision file instead of those taken so far: what undoing and redoing come to. */
export interface DecidedAsCall {
  readonly ask: { readonly decisionFile: string };
  readonly answer: Compared;
}
