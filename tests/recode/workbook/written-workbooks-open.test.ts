import { read, utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type CellChange, type OutputRow, rowsBut, type SheetPlan } from '../../../src/recode/sheet-plan.ts';
import { editWorkbook } from '../../../src/recode/workbook/edit-workbook.ts';
import { zipped } from '../../support/hand-workbook.ts';
import { convertWithLibreOffice, noLibreOffice } from '../../support/libreoffice.ts';

const text = (value: string): CellChange => ({ kind: 'text', text: value });
const number = (value: string): CellChange => ({ kind: 'number', text: value });

/** Row 3 is divided among two codes, row 5 goes away. */
function plan(sheet: string, until: number): SheetPlan {
  const parts: readonly OutputRow[] = [
    {
      from: 3,
      cells: new Map([
        [2, text('B2')],
        [3, number('2.5')],
      ]),
    },
    {
      from: 3,
      cells: new Map([
        [2, text('B3')],
        [3, number('0.5')],
      ]),
    },
  ];
  return {
    sheet,
    until,
    rows: rowsBut(
      until,
      new Map([
        [3, parts],
        [5, []],
      ]),
    ),
  };
}

function edited(bytes: Uint8Array, until = 6): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  return zipped(editWorkbook(parts, [plan('Ore', until)], { file: 'ore.xlsx' }).parts);
}

/** A time-sheet as exceljs writes it, with all that it can put on cells. */
async function byExcelJs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Ore', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['Matricola', 'Codice', 'Ore', 'Costo']);
  [
    ['007', 'A1', 4],
    ['008', 'B1', 3],
    ['009', 'A1', 2],
    ['010', 'Z9', 1],
  ].forEach((row, i) => {
    sheet.addRow([...row, { formula: `C${i + 2}*10`, result: Number(row[2]) * 10 }]);
  });
  sheet.addRow([
    'Totale',
    null,
    { formula: 'SUM(C2:C5)', result: 10 },
    { formula: 'SUM(D2:D5)', result: 100 },
  ]);
  sheet.mergeCells('A8:D8');
  sheet.getCell('A8').value = 'Firma';
  for (const cell of ['C3', 'C4', 'C5']) sheet.getCell(cell).note = `nota ${cell}`;
  sheet.getCell('A4').value = { text: '009', hyperlink: 'https://example.org/009' };
  sheet.getCell('B4').dataValidation = { type: 'list', formulae: ['$A$2:$A$6'] };
  sheet.addConditionalFormatting({
    ref: 'C2:C5',
    rules: [{ type: 'expression', priority: 1, formulae: ['C2>$C$4'], style: {} }],
  });
  sheet.autoFilter = 'A1:D5';
  book.definedNames.add('Ore!$C$2:$C$5', 'ore');
  const summary = book.addWorksheet('Riepilogo');
  summary.getCell('A1').value = { formula: 'SUM(ore)', result: 10 };
  summary.getCell('A2').value = { formula: "SUM(Ore!$4:$4)+'Ore'!C6", result: 32 };
  summary.getCell('A3').value = { formula: 'SUMPRODUCT((Ore!B2:B5="A1")*Ore!C2:C5)', result: 6 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book;
}

const EXPECTED = [
  ['Matricola', 'Codice', 'Ore', 'Costo'],
  ['007', 'A1', 4, 40],
  ['008', 'B2', 2.5, 25],
  ['008', 'B3', 0.5, 5],
  ['009', 'A1', 2, 20],
  ['Totale', null, 9, 90],
];

describe('a workbook that was edited', () => {
  test('is read by exceljs, with what its cells carry', async () => {
    const book = await loaded(edited(await byExcelJs()));
    const sheet = book.getWorksheet('Ore') as ExcelJS.Worksheet;
    const noted = (address: string) => JSON.stringify(sheet.getCell(address).note ?? '');
    expect([noted('C3'), noted('C4'), noted('C5')].map((note) => /nota C\d/.exec(note)?.[0])).toEqual([
      'nota C3',
      undefined,
      'nota C4',
    ]);
    expect(sheet.getCell('A5').hyperlink).toBe('https://example.org/009');
    expect(sheet.getCell('B5').dataValidation.formulae).toEqual(['$A$2:$A$6']);
    expect(sheet.getCell('D8').master.address).toBe('A8');
    expect(sheet.autoFilter).toBe('A1:D5');
    expect(book.definedNames.getRanges('ore').ranges).toEqual(['Ore!$C$2:$C$5']);
    expect(sheet.getCell('D4').value).toEqual({ formula: 'C4*10' });
  });

  test('is read by SheetJS, whose own workbooks are edited too', async () => {
    const made = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      ...EXPECTED.slice(0, 2),
      ['008', 'B1', 3, 30],
      ['009', 'A1', 2, 20],
      ['010', 'Z9', 1, 10],
      ['Totale'],
    ]);
    sheet.C6 = { t: 'n', v: 10, f: 'SUM(C2:C5)' };
    sheet['!ref'] = 'A1:D6';
    utils.book_append_sheet(made, sheet, 'Ore');
    const bytes = new Uint8Array(write(made, { type: 'array', bookType: 'xlsx', bookSST: true }));
    for (const source of [bytes, await byExcelJs()]) {
      const { Ore } = read(edited(source), { type: 'array', cellFormula: true, sheetStubs: true }).Sheets;
      expect(Ore?.C6).toMatchObject({ f: 'SUM(C2:C5)' });
      const rows = utils
        .sheet_to_json<unknown[]>(Ore as never, { header: 1 })
        .slice(0, 5)
        .map((row) => row.slice(0, 3));
      expect(rows).toEqual(EXPECTED.slice(0, 5).map((row) => row.slice(0, 3)));
    }
  });

  test.skipIf(noLibreOffice)(
    `is opened and calculated by LibreOffice ${noLibreOffice}`,
    async () => {
      const book = await loaded(convertWithLibreOffice(edited(await byExcelJs()), 'xlsx', 'xlsx'));
      const shown = (sheet: string, address: string) => {
        const { value } = book.getWorksheet(sheet)?.getCell(address) ?? {};
        return typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
      };
      EXPECTED.forEach((row, i) => {
        expect(
          row
            .map((_, column) => shown('Ore', `${'ABCD'[column]}${i + 1}`))
            .map((value) =>
              typeof value === 'object' && value !== null && 'text' in value ? value.text : value,
            ),
        ).toEqual(row);
      });
      expect(['A1', 'A2', 'A3'].map((address) => shown('Riepilogo', address))).toEqual([9, 2 + 20 + 9, 6]);
    },
    300_000,
  );

  test.skipIf(noLibreOffice)(
    `may come from LibreOffice ${noLibreOffice}`,
    async () => {
      const saved = convertWithLibreOffice(await byExcelJs(), 'xlsx', 'xlsx');
      const book = await loaded(edited(saved));
      const sheet = book.getWorksheet('Ore') as ExcelJS.Worksheet;
      expect(
        [2, 3, 4, 5].map((row) => [sheet.getCell(`B${row}`).value, sheet.getCell(`C${row}`).value]),
      ).toEqual(EXPECTED.slice(1, 5).map((row) => row.slice(1, 3)));
      expect(sheet.getCell('C6').value).toMatchObject({ formula: 'SUM(C2:C5)' });
      const again = await loaded(convertWithLibreOffice(edited(saved), 'xlsx', 'xlsx'));
      expect(again.getWorksheet('Riepilogo')?.getCell('A1').value).toMatchObject({ result: 9 });
    },
    300_000,
  );
});
