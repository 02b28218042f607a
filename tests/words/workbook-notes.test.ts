import { describe, expect, test } from 'vitest';
import { WORKBOOK_NOTE_KINDS } from '../../src/model/workbook-note.ts';
import { workbookNoteText } from '../../src/words/workbook-notes.ts';

describe('what is told of a workbook', () => {
  const note = {
    kind: 'code-in-formula',
    sheet: 'Riepilogo',
    cell: 'B2',
    text: 'SUMIF(A:A,"B1",C:C)',
    count: 3,
  } as const;

  test('names its place, the formula and how often it stands there', () => {
    expect(workbookNoteText('en', note)).toBe(
      'Riepilogo!B2 (and 2 more like it): "SUMIF(A:A,"B1",C:C)" names an old code in its text. Put the new one there.',
    );
    expect(workbookNoteText('it', { ...note, count: 2 })).toBe(
      'Riepilogo!B2 (e 1 altra come questa): "SUMIF(A:A,"B1",C:C)" nomina un vecchio codice nel testo. Scrivere quello nuovo.',
    );
  });

  test('reads as a sentence about the workbook as a whole', () => {
    const macros = { kind: 'macros', sheet: null, cell: null, text: 'xl/vbaProject.bin', count: 1 } as const;
    expect(workbookNoteText('it', macros)).toMatch(/^La cartella di lavoro contiene macro/);
  });

  test.each(WORKBOOK_NOTE_KINDS)('%s is one harmless line in both languages', (kind) => {
    for (const lang of ['en', 'it'] as const) {
      const line = workbookNoteText(lang, { ...note, kind, text: 'a\n\u001b[31mb', sheet: 'x\u001b[0m' });
      expect([...line].filter((sign) => sign < ' ')).toEqual([]);
      expect(line).toMatch(/^.{20,}\.$/);
    }
  });
});
