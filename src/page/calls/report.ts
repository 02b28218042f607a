import type { Lang } from '../../model/lang.ts';

/** A part of the report as the HTML report draws it: markup in which every text from a file is escaped. */
export interface ReportPart {
  readonly id: string;
  readonly title: string;
  /** `null` where there is so much of it that the page would stand still: the list, and the saved report, have it all. */
  readonly html: string | null;
}

/** What the filters look at in a change. */
export interface ChangeFacts {
  readonly id: string;
  /** What `explain` is asked for. */
  readonly code: string;
  readonly kind: string;
  readonly tier: string;
  readonly alarm: boolean;
  readonly from: string;
  readonly to: readonly string[];
  /** Every code of the row, the old one first; none where it is added. */
  readonly codes: readonly string[];
  /** Its labels, as they are searched. */
  readonly labels: string;
  readonly hours: number;
}

/** Changes that stand together: those of a process. */
export interface ChangeGroup {
  /** Markup; empty for entries that stand in no process. */
  readonly heading: string;
  readonly changes: readonly ChangeFacts[];
}

/** An area that changes come from or go to, by the key that `ChangeFacts` name it by. */
export interface AreaChoice {
  readonly key: string;
  readonly name: string;
}

/** The report on the comparison as decided so far, but for the cells of its long table. */
export interface ReportCall {
  readonly ask: { readonly lang: Lang };
  readonly answer: {
    readonly parts: readonly ReportPart[];
    readonly columns: readonly string[];
    readonly groups: readonly ChangeGroup[];
    readonly from: readonly AreaChoice[];
    readonly to: readonly AreaChoice[];
  };
}

/** The cells of some rows of the table, as markup: what is looked at is drawn, and no more. */
export interface RowsCall {
  readonly ask: { readonly lang: Lang; readonly ids: readonly string[] };
  readonly answer: { readonly cells: readonly string[] };
}
