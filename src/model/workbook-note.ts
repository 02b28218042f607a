/** What of a workbook could not be carried along with its rows, or not as it was. */
export const WORKBOOK_NOTE_KINDS = [
  /** The workbook was of another format: what the new one does not have of it. */
  'converted',
  'written-as-csv',
  /** A reference meant a single row that became several, and means the first of them now. */
  'split-reference',
  /** The rows of a range do not stand together any more; it takes in others. */
  'wider-range',
  /** Nothing is left of what a reference meant. */
  'lost-reference',
  /** Text of a formula, a validation or a filter names an old code. */
  'code-in-formula',
  /** Cells of a sheet that is not recoded hold old codes. */
  'code-in-cell',
  /** A formula finds its cells by text or by distance: `INDIRECT`, `OFFSET`. */
  'computed-reference',
  /** A name whose reference depends on the cell that uses it. */
  'relative-name',
  'pivot-cache',
  'query-table',
  'macros',
  'signature',
  /** A drawing that is not well-formed stays where it was. */
  'drawing-unread',
  /** An array formula, cells of which changed one by one, is values now. */
  'array-undone',
  /** A merge that hid values shows them now. */
  'merge-undone',
  /** A table without a row left, or without names for its columns, is a plain range now. */
  'table-undone',
] as const;
export type WorkbookNoteKind = (typeof WORKBOOK_NOTE_KINDS)[number];

/** Told with its place in the workbook that was written. */
export interface WorkbookNote {
  readonly kind: WorkbookNoteKind;
  /** `null` for the workbook as a whole. */
  readonly sheet: string | null;
  /** The first such cell, or range; `null` when it is about the sheet. */
  readonly cell: string | null;
  /** The formula, name, code or part it is about. */
  readonly text: string;
  /** How often this stands on the sheet. */
  readonly count: number;
}
