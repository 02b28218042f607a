import type { WorkbookNote, WorkbookNoteKind } from '../../model/workbook-note.ts';

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
