import type { Lang } from '../../model/lang.ts';
import { columnName } from '../../values/table.ts';
import { reviewTexts } from '../../words/review.ts';
import { type ReviewColumn, reviewWords } from '../../words/review-words.ts';

/** A column of the review sheet: those that decisions are read from, and those for the reader alone. */
export type SheetColumn =
  | Exclude<ReviewColumn, 'new_code'>
  | 'group'
  | 'old_entry'
  | 'proposed_entry'
  | 'confidence'
  | 'why'
  | 'hours'
  | 'key';

interface ColumnLook {
  /** In characters of the default font. */
  readonly width: number;
  /** Whether a person fills it in. */
  readonly fill?: true;
  readonly hidden?: true;
}

const LOOKS: Readonly<Record<SheetColumn, ColumnLook>> = {
  group: { width: 10 },
  old_code: { width: 11 },
  old_entry: { width: 34 },
  proposed_code: { width: 11 },
  proposed_entry: { width: 34 },
  confidence: { width: 8 },
  why: { width: 38 },
  hours: { width: 12 },
  verdict: { width: 11, fill: true },
  chosen_entry: { width: 28, fill: true },
  share: { width: 8, fill: true },
  is_default: { width: 10, fill: true },
  reason: { width: 20, fill: true },
  decided_by: { width: 12, fill: true },
  decided_on: { width: 12, fill: true },
  old_fingerprint: { width: 20, hidden: true },
  new_fingerprint: { width: 20, hidden: true },
  // What a restored entry is to be called: the old label.
  new_label: { width: 20, hidden: true },
  // The old code alone, also where it was chosen with its label: shares are added up by it.
  key: { width: 12, hidden: true },
};

/** Where each column stands. */
export interface SheetColumns {
  readonly names: readonly SheetColumn[];
  readonly look: (column: SheetColumn) => ColumnLook;
  readonly heading: (column: SheetColumn) => string;
  /** 1-based. */
  readonly at: (column: SheetColumn) => number;
  /** `J`. */
  readonly letter: (column: SheetColumn) => string;
}

/** The columns of the review sheet; the one for hours only where hours are known. */
export function sheetColumns(lang: Lang, withHours: boolean): SheetColumns {
  const names = (Object.keys(LOOKS) as readonly SheetColumn[]).filter(
    (name) => withHours || name !== 'hours',
  );
  const headings: Readonly<Partial<Record<SheetColumn, string>>> = {
    ...reviewWords[lang].columns,
    ...reviewTexts[lang].headings,
  };
  const at = (column: SheetColumn) => names.indexOf(column) + 1;
  return {
    names,
    look: (column) => LOOKS[column],
    heading: (column) => headings[column] ?? column,
    at,
    letter: (column) => columnName(at(column) - 1),
  };
}
