import { describe, expect, it } from 'vitest';
import { refuseStrays } from '../../src/recode/refuse-strays.ts';
import { findTables } from '../../src/recode/shapes/find-tables.ts';
import { sheetView } from '../../src/recode/shapes/sheet-view.ts';
import { usageOf } from '../../src/recode/usage-of.ts';
import { crosswalkOf, recodeText } from '../support/recode.ts';

const CROSSWALK = crosswalkOf(`
  A1.1.1.1 A1.1.1.2
  A1.1.1.3 A1.1.1.4 0.5
  A1.1.1.3 A1.1.1.5 0.5
  B1.1.1.1 B1.1.1.1
`);

describe('bookings that no table takes stop the run, with their place', () => {
  it.each([
    ['above the header', 'A1.1.1.1;5\nCodice;Ore\nA1.1.1.1;3\n', 1, 1],
    ['above the header, in another column', ';A1.1.1.1;5\nCodice;Ore\nA1.1.1.1;3\n', 1, 2],
    ['above days', 'A1.1.1.1;5;2\nCodice;1;2;3\nA1.1.1.1;3;1;\n', 1, 1],
    ['of a code that stays', 'B1.1.1.1;5\nCodice;Ore\nA1.1.1.1;3\n', 1, 1],
    ['behind words for something else', 'Da aggiungere:;A1.1.1.1;5\nCodice;1;2\nA1.1.1.1;3;\n', 1, 2],
    [
      'beside the table, below a second header',
      'Codice;Ore;;Codice;Ore\nA1.1.1.1;3;;A1.1.1.1;4\nB1.1.1.1;3;;x;2\n',
      2,
      4,
    ],
    ['beside days', 'Codice;1;2;;Codice;1;2\nB1.1.1.1;3;;;x;4;1\nB1.1.1.1;3;;;A1.1.1.1;2;1\n', 3, 5],
    ['below no header', 'Codice;Ore;;\nB1.1.1.1;4;;\nA1.1.1.1;3;A1.1.1.3;6\n', 3, 3],
    ['below codes that stand across', 'Nome;A1.1.1.1;A1.1.1.3\nRossi;3;4\n;;\nA1.1.1.1;5;\n', 4, 1],
    ['among amounts across', 'Nome;A1.1.1.1;A1.1.1.3\nRossi;3;4\n;A1.1.1.1;9\n', 3, 2],
  ])('%s', async (_, text, line, column) => {
    await expect(recodeText(text, CROSSWALK)).rejects.toMatchObject({
      code: 'booking-outside',
      args: { file: 'ore.csv', sheet: '', line, column },
    });
  });

  it('far down in a long text', async () => {
    const rows = `${'B1.1.1.1;4;;\n'.repeat(6000)}A1.1.1.1;3;A1.1.1.3;6\n`;
    await expect(recodeText(`Codice;Ore;;\n${rows}`, CROSSWALK)).rejects.toMatchObject({
      code: 'booking-outside',
      args: { line: 6002, column: 3 },
    });
  });

  it.each([
    ['beside days', 'Codice;1;2;\nA1.1.1.1;3;;8\n', 4],
    ['alone in its row', 'Codice;1;2;\nA1.1.1.1;;;8\n', 4],
    ['beyond the header', 'Codice;1;2\nA1.1.1.1;3;;8\n', 4],
    ['in a long table', 'Codice;Ore;\nA1.1.1.1;3;8\n', 3],
  ])('a number below no header, %s', async (_, text, column) => {
    await expect(recodeText(text, CROSSWALK)).rejects.toMatchObject({
      code: 'number-unnamed',
      args: { line: 2, column, text: '8' },
    });
  });
});

describe('what only looks like a stray booking passes', () => {
  it.each([
    ['a title with a year', 'Foglio ore;2023\nCodice;Ore\nA1.1.1.1;3\n'],
    ['a code that is no booking', 'Riferimento;A1.1.1.1\nCodice;Ore\nA1.1.1.1;3\n'],
    ['a number behind the word for it', 'A1.1.1.1;Anno:;2023\nCodice;Ore\nA1.1.1.1;3\n'],
    ['the code again, with its label', 'Codice;Attività;Ore\nA1.1.1.1;A1.1.1.1 - Protocollo;3\n'],
    ['another code in a column of its own name', 'Codice;Rif;Ore\nA1.1.1.1;A1.1.1.3;3\n'],
    ['the sum of the row without a header', 'Codice;1;2;\nA1.1.1.1;3;1,5;4,5\n'],
    ['a number in front of the code', ';Codice;1;2\n7;A1.1.1.1;3;\n'],
    ['words without a header', 'Codice;Ore;\nA1.1.1.1;3;vedi nota\n'],
  ])('%s', async (_, text) => {
    const { report } = await recodeText(text, CROSSWALK);
    expect(report.rows).toMatchObject({ read: 1, recoded: 1, rejected: 0 });
  });
});

describe('in a workbook', () => {
  const rows = [
    ['A1.1.1.1', '5'],
    ['Codice', 'Ore'],
    ['A1.1.1.1', '3'],
  ];
  const context = { file: 'ore.xlsx', choice: {}, isCode: (text: string) => /^A1\./.test(text) };
  const search = (formula: string | null) => () => {
    const fact = {
      number: '5',
      shown: 'number',
      decimals: 0,
      formula,
      hasValue: true,
      seconds: false,
    } as const;
    const table = {
      file: 'ore.xlsx',
      sheet: 'Gennaio',
      rows: rows.map((cells, i) => ({
        number: i + 4,
        cells,
        ...(i === 0 ? { facts: [undefined, fact] } : {}),
      })),
    };
    const view = sheetView(table as unknown as Parameters<typeof sheetView>[0]);
    refuseStrays(view, findTables(view, { ...context, needsDate: false }).tables, context);
  };

  it('the place is the sheet and its row', () => {
    expect(search(null)).toThrow(/sheet "Gennaio", row 4, column 1: "A1\.1\.1\.1"/);
  });

  it('a summary by formula above the table is none', () => {
    expect(search('SUMIF(A6:A9,A4,B6:B9)')).not.toThrow();
  });

  it('sums for an order of entries are not refused', () => {
    const table = {
      file: 'ore.xlsx',
      sheet: 'Gennaio',
      rows: rows.map((cells, i) => ({ number: i + 4, cells })),
    };
    expect(usageOf([table], { file: 'ore.xlsx', codes: ['A1.1.1.1'] }).byCode.size).toBe(1);
  });
});
