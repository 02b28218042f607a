import type { FollowedNote } from './follow-formula.ts';

/** What the editor could not carry, or not as it was. */
export type WorkbookNoteKind =
  | FollowedNote
  /** Text of a formula, a validation or a filter names an old code. */
  | 'code-in-formula'
  /** Cells of a sheet without time-sheet hold old codes. */
  | 'code-in-cell'
  /** A formula finds its cells by text or by distance: `INDIRECT`, `OFFSET`. */
  | 'computed-reference'
  /** A name whose reference depends on the cell that uses it. */
  | 'relative-name'
  | 'pivot-cache'
  | 'query-table'
  | 'macros'
  | 'signature'
  /** A drawing that is not well-formed stays where it was. */
  | 'drawing-unread'
  /** An array formula, cells of which changed one by one, is values now. */
  | 'array-undone'
  | 'merge-undone'
  /** A table without a row left is a plain range now. */
  | 'table-undone';

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

export interface NoteTaker {
  readonly tell: (
    kind: WorkbookNoteKind,
    place: { readonly sheet?: string | null; readonly cell?: string | null; readonly text: string },
  ) => void;
  readonly notes: () => readonly WorkbookNote[];
}

/** Collects notes: what is the same on one sheet is told once, with its first place. */
export function openNotes(): NoteTaker {
  const byKey = new Map<string, { -readonly [Key in keyof WorkbookNote]: WorkbookNote[Key] }>();
  return {
    tell: (kind, { sheet = null, cell = null, text }) => {
      // Formulas filled down differ in their rows alone.
      const alike = text.replace(/\d+/g, '0');
      const key = JSON.stringify([kind, sheet, CODES.has(kind) ? text : alike]);
      const known = byKey.get(key);
      if (known) known.count++;
      else byKey.set(key, { kind, sheet, cell, text, count: 1 });
    },
    notes: () => [...byKey.values()],
  };
}

const CODES: ReadonlySet<WorkbookNoteKind> = new Set(['code-in-formula', 'code-in-cell']);
