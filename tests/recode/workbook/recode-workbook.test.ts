import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recodeTimesheetChunks } from '../../../src/app/recode.ts';
import { buildPlan } from '../../../src/recode/plan.ts';
import type { RecodeOptions, RecodeResult } from '../../../src/recode/recode-result.ts';
import { convertWithLibreOffice, noLibreOffice } from '../../support/libreoffice.ts';
import { crosswalkOf, RECODE_DEFAULTS } from '../../support/recode.ts';

const CROSSWALK = crosswalkOf(`
  A1.1.1.7 A1.1.1.6
  A1.1.1.1 A1.1.1.1
  B1.1.1.1 B1.1.1.1 0.5
  B1.1.1.1 B1.1.1.2 0.5
  C1.1.1.1 ?
`);

interface Recoded extends RecodeResult {
  readonly book: ExcelJS.Workbook;
  readonly rejects: ExcelJS.Workbook;
  readonly bytes: Uint8Array;
}

async function recode(
  bytes: Uint8Array,
  options: Partial<RecodeOptions> & { validFrom?: string } = {},
): Promise<Recoded> {
  const { validFrom, ...own } = options;
  const plan = buildPlan(CROSSWALK, validFrom === undefined ? {} : { validFrom });
  const run = recodeTimesheetChunks(once(bytes), plan, { ...RECODE_DEFAULTS, file: 'ore.xlsx', ...own });
  const { value: chunk } = await run.next();
  const { value: result } = await run.next();
  if (!chunk || !('recoded' in chunk) || !result || !('report' in result)) throw new Error('nothing recoded');
  const load = async (data: Uint8Array) => {
    const book = new ExcelJS.Workbook();
    if (data.length > 0) await book.xlsx.load(data as never);
    return book;
  };
  return {
    ...result,
    bytes: chunk.recoded,
    book: await load(chunk.recoded),
    rejects: await load(chunk.rejected),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function bookOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Ore'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cells(book: ExcelJS.Workbook, sheet = 'Ore'): unknown[][] {
  const rows: unknown[][] = [];
  book.getWorksheet(sheet)?.eachRow({ includeEmpty: true }, (row) => {
    rows.push(
      (row.values as unknown[]).slice(1).map((value) => (isFormula(value) ? `=${value.formula}` : value)),
    );
  });
  return rows;
}

function isFormula(value: unknown): value is { formula: string; result?: unknown } {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

const HEADER = ['Matricola', 'Codice', 'Ore', 'Nota'];

describe('recoding a workbook', () => {
  const months = (...headers: readonly (readonly string[])[]) =>
    bookOf((sheet, book) => {
      sheet.addRow(HEADER);
      sheet.addRow(['007', 'A1.1.1.7', 7.5, '']);
      sheet.addRow(['008', 'B1.1.1.1', 3, '']);
      headers.forEach((header, i) => {
        const month = book.addWorksheet(`Mese ${i + 2}`);
        month.addRow([`Ore del mese ${i + 2}`]);
        month.addRow(header);
        month.addRow(['007', 'B1.1.1.1', 5, { formula: 'Ore!C3', result: 3 }]);
        month.addRow(['007', 'C1.1.1.1', 1]);
      });
    });

  test('recodes all sheets with the same header, balanced together', async () => {
    const { book, report, rejects } = await recode(await months(HEADER, HEADER), { audit: false });
    expect(cells(book)).toHaveLength(4);
    for (const month of ['Mese 2', 'Mese 3']) {
      expect(cells(book, month).slice(2)).toEqual([
        ['007', 'B1.1.1.1', 2.5, '=Ore!C3'],
        ['007', 'B1.1.1.2', 2.5, '=Ore!C3'],
      ]);
      expect(
        cells(rejects, month)
          .slice(2)
          .map((row) => row.slice(0, 3)),
      ).toEqual([['007', 'C1.1.1.1', 1]]);
    }
    expect(report.balances).toEqual([
      { column: 'Ore', measure: 'number', before: '22.5', after: '20.5', rejected: '2' },
    ]);
  });

  test('recodes a sheet that repeats the others like them, and counts its hours once', async () => {
    const bytes = await bookOf((sheet, book) => {
      const header = ['Matricola', 'Data', 'Codice', 'Ore'];
      const january = ['007', '2023-01-02', 'A1.1.1.7', 7.5];
      const february = ['007', '2023-02-02', 'B1.1.1.1', 3];
      const open = ['008', '2023-02-02', 'C1.1.1.1', 1];
      sheet.addRows([header, january]);
      book.addWorksheet('Febbraio').addRows([header, february, open]);
      book.addWorksheet('Anno').addRows([header, january, february, open]);
    });
    const { book, report } = await recode(bytes, { audit: false });
    expect(report.sheets).toEqual([
      { name: 'Ore', rows: 1, repeats: [], counted: true },
      { name: 'Febbraio', rows: 2, repeats: [], counted: true },
      { name: 'Anno', rows: 3, repeats: ['Ore', 'Febbraio'], counted: false },
    ]);
    expect(report.balances).toEqual([
      { column: 'Ore', measure: 'number', before: '11.5', after: '10.5', rejected: '1' },
    ]);
    expect(report.rows).toMatchObject({ read: 3, rejected: 1, written: 3 });
    expect(cells(book, 'Anno').slice(1)).toEqual([
      ['007', '2023-01-02', 'A1.1.1.6', 7.5],
      ['007', '2023-02-02', 'B1.1.1.1', 1.5],
      ['007', '2023-02-02', 'B1.1.1.2', 1.5],
    ]);
  });

  test('refuses bookings below another header, unless told which sheets are meant', async () => {
    const bytes = await months(['Matricola', 'Codice attività', 'Ore', 'Nota']);
    await expect(recode(bytes)).rejects.toMatchObject({
      code: 'sheets-differ',
      args: { others: '"Mese 2"' },
    });
    expect((await recode(bytes, { sheets: ['Ore'] })).report.rows.read).toBe(2);
    await expect(recode(bytes, { sheets: ['Marzo'] })).rejects.toMatchObject({ code: 'sheet-not-found' });
  });

  test('changes codes and divides rows; other cells stay', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(['Foglio ore 2023']);
      sheet.addRow(HEADER);
      sheet.addRow(['007', 'A1.1.1.7', 7.5, 'x']);
      sheet.addRow(['008', 'B1.1.1.1', 7.5, 'y']);
      sheet.addRow(['008', 'A1.1.1.1', 1, 'z']);
      sheet.getCell('C4').numFmt = '0.00';
      sheet.getCell('D4').font = { bold: true };
    });
    const { book, report } = await recode(bytes);
    expect(cells(book)).toEqual([
      ['Foglio ore 2023'],
      HEADER,
      ['007', 'A1.1.1.6', 7.5, 'x'],
      ['008', 'B1.1.1.1', 3.75, 'y'],
      ['008', 'B1.1.1.2', 3.75, 'y'],
      ['008', 'A1.1.1.1', 1, 'z'],
    ]);
    const sheet = book.getWorksheet('Ore');
    expect(sheet?.getCell('C5').numFmt).toBe('0.00');
    expect(sheet?.getCell('D5').font.bold).toBe(true);
    expect(report.balances).toEqual([
      { column: 'Ore', measure: 'number', before: '16', after: '16', rejected: '0' },
    ]);
  });

  test('rejects go to a workbook of their own, with reason and row', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(HEADER);
      sheet.addRow(['1', 'C1.1.1.1', 2, 'a']);
      sheet.addRow(['1', 'A1.1.1.7', 1, 'b']);
      sheet.addRow(['1', 'Z9', 3, 'c']);
      sheet.addRow(['Totale', null, { formula: 'SUM(C2:C4)', result: 6 }, null]);
    });
    const { book, rejects, report } = await recode(bytes);
    expect(cells(book)).toEqual([HEADER, ['1', 'A1.1.1.6', 1, 'b'], ['Totale', undefined, '=SUM(C2:C2)']]);
    expect(cells(rejects)).toEqual([
      [...HEADER, 'procmap_reason', 'procmap_code', 'procmap_sheet', 'procmap_line'],
      ['1', 'C1.1.1.1', 2, 'a', 'nobody has decided what it becomes', 'open', 'Ore', '2'],
      ['1', 'Z9', 3, 'c', 'the crosswalk does not know the code', 'unknown-code', 'Ore', '4'],
    ]);
    expect(report.rows).toMatchObject({ read: 3, recoded: 1, rejected: 2, totals: 1 });
  });

  test('times of day are divided to the minute, percentages and text as they are written', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(['Codice', 'Ore', 'Percentuale', 'Importo €']);
      sheet.addRow(['B1.1.1.1', 7.25 / 24, 0.5, '€ 1.234,50']);
      sheet.getCell('B2').numFmt = '[h]:mm';
      sheet.getCell('C2').numFmt = '0%';
    });
    const { book, report } = await recode(bytes);
    const [, first, second] = cells(book);
    expect(report.balances.map(({ measure, before, after }) => [measure, before, after])).toEqual([
      ['clock', '26100', '26100'],
      ['percent', '50', '50'],
      ['euro', '1234.50'.replace(/0$/, ''), '1234.5'],
    ]);
    expect([first?.[3], second?.[3]]).toEqual(['€ 617,25', '€ 617,25']);
    const minutes = (value: unknown) =>
      Math.round(((value as Date).getTime() - Date.UTC(1899, 11, 30)) / 60_000);
    expect([minutes(first?.[1]), minutes(second?.[1])]).toEqual([218, 217]);
  });

  test('formulas, names, merged cells, tables and other sheets follow the rows', async () => {
    const bytes = await bookOf((sheet, book) => {
      sheet.addRow(['Codice', 'Ore', 'Tariffa', 'Costo netto']);
      for (const [row, code] of [
        [2, 'A1.1.1.7'],
        [3, 'B1.1.1.1'],
        [4, 'B1.1.1.1'],
        [5, 'C1.1.1.1'],
      ] as const) {
        sheet.addRow([code, row, 10]);
        sheet.getCell(`D${row}`).value =
          row === 2
            ? ({ formula: 'B2*C2', shareType: 'shared', ref: 'D2:D5', result: 20 } as never)
            : ({ sharedFormula: 'D2', result: row * 10 } as never);
      }
      sheet.getCell('A7').value = 'Totale';
      sheet.getCell('B7').value = { formula: 'SUM(B2:B5)', result: 14 };
      sheet.mergeCells('A9:B9');
      sheet.autoFilter = 'A1:D5';
      book.definedNames.add('Ore!$B$2:$B$5', 'ore');
      book.addWorksheet('Riepilogo').getCell('A1').value = { formula: 'Ore!B7+B7', result: 14 };
    });
    const { book, bytes: out } = await recode(bytes, { columns: { amounts: ['Ore'] } });
    expect(cells(book).slice(0, 8)).toEqual([
      ['Codice', 'Ore', 'Tariffa', 'Costo netto'],
      ['A1.1.1.6', 2, 10, '=B2*C2'],
      ['B1.1.1.1', 2, 10, '=B3*C3'],
      ['B1.1.1.2', 1, 10, '=B4*C4'],
      ['B1.1.1.1', 2, 10, '=B5*C5'],
      ['B1.1.1.2', 2, 10, '=B6*C6'],
      [],
      ['Totale', '=SUM(B2:B6)'],
    ]);
    const sheet = book.getWorksheet('Ore');
    expect(sheet?.getCell('B10').master.address).toBe('A10');
    expect(sheet?.autoFilter).toBe('A1:D6');
    expect(cells(book, 'Riepilogo')).toEqual([['=Ore!B8+B7']]);
    expect(book.definedNames.getRanges('ore').ranges).toEqual(['Ore!$B$2:$B$6']);
    expect(strFromU8(unzipSync(out)['xl/workbook.xml'] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"');
  });

  test('results of formulas stay where they still hold', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(['Codice', 'Mattina', 'Pomeriggio', 'Ore']);
      sheet.addRow(['A1.1.1.7', 4, 3, { formula: 'SUM(B2:C2)', result: 7 }]);
      sheet.addRow(['B1.1.1.1', 4, 4, { formula: 'SUM(B3:C3)', result: 8 }]);
      sheet.addRow(['A1.1.1.1', 1, 1, { formula: 'SUM(B4:C4)', result: 2 }]);
    });
    const { book, report } = await recode(bytes, { columns: { repeat: ['Mattina', 'Pomeriggio'] } });
    const results = [2, 3, 4, 5].map((row) => book.getWorksheet('Ore')?.getCell(`D${row}`).value);
    expect(results).toEqual([
      { formula: 'SUM(B2:C2)', result: 7 },
      4,
      4,
      { formula: 'SUM(B5:C5)', result: 2 },
    ]);
    expect(report.balances[0]).toMatchObject({ before: '17', after: '17' });
  });

  test('rows from before the crosswalk stay, and the audit column says so', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(['Data', 'Codice', 'Ore']);
      sheet.addRow([new Date(Date.UTC(2022, 11, 31)), 'A1.1.1.7', 1]);
      sheet.addRow([new Date(Date.UTC(2023, 0, 1)), 'A1.1.1.7', 2]);
    });
    const { book, bytes: out } = await recode(bytes, { validFrom: '2023-01-01', audit: true });
    expect(cells(book).map((row) => row.slice(1))).toEqual([
      ['Codice', 'Ore', expect.stringMatching(/^procmap:/)],
      ['A1.1.1.7', 1, 'kept'],
      ['A1.1.1.6', 2, 'A1.1.1.7 -> A1.1.1.6 moved certain'],
    ]);
    await expect(recode(out)).rejects.toMatchObject({ code: 'already-recoded' });
  });

  test('parts that mean nothing to us pass through byte by byte', async () => {
    const bytes = await bookOf((sheet, book) => {
      book.addWorksheet('Note').addRow(['Codice A1.1.1.7']);
      sheet.addRow(HEADER);
      sheet.addRow(['1', 'A1.1.1.7', 1, 'x']);
    });
    const parts = unzipSync(bytes);
    const extended = zipSync({ ...parts, 'xl/media/image1.png': strToU8('\u0089PNG...') });
    const out = unzipSync((await recode(extended)).bytes);
    const changed = Object.keys(out).filter(
      (name) =>
        strFromU8(out[name] ?? new Uint8Array()) !== strFromU8(unzipSync(extended)[name] ?? new Uint8Array()),
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/custom.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('the time-sheet is found among other sheets', async () => {
    const bytes = await bookOf((sheet, book) => {
      sheet.addRow(['Legenda']);
      const second = book.addWorksheet('Dati & ore');
      second.addRow(HEADER);
      second.addRow(['1', 'A1.1.1.7', 1, '=HYPERLINK("x")']);
    });
    const { book } = await recode(bytes);
    expect(cells(book, 'Dati & ore')).toEqual([HEADER, ['1', 'A1.1.1.6', 1, '=HYPERLINK("x")']]);
    expect(book.getWorksheet('Dati & ore')?.getCell('D2').type).toBe(ExcelJS.ValueType.String);
  });

  test('numbers are exact to the 15 digits Excel knows', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow(HEADER);
      sheet.addRow(['1', 'B1.1.1.1', 0.1 + 0.2, '']);
      sheet.addRow(['1', 'A1.1.1.1', 1.1 * 3, '']);
    });
    const { report } = await recode(bytes);
    expect(report.balances[0]).toMatchObject({ before: '3.6', after: '3.6' });
  });

  test('conserves every sum, whatever is rejected or divided', async () => {
    const row = fc.record({
      person: fc.constantFrom('1', '2'),
      code: fc.constantFrom('A1.1.1.7', 'A1.1.1.1', 'B1.1.1.1', 'C1.1.1.1', 'Z9'),
      hundredths: fc.integer({ min: -500, max: 5000 }),
    });
    const sums = (book: ExcelJS.Workbook) => {
      const byPerson: Record<string, number> = {};
      for (const [person, , hours] of cells(book).slice(1) as [string, string, number][]) {
        byPerson[person] = (byPerson[person] ?? 0) + Math.round(hours * 100);
      }
      return byPerson;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const bytes = await bookOf((sheet) => {
          sheet.addRow(HEADER);
          for (const { person, code, hundredths } of rows) sheet.addRow([person, code, hundredths / 100, '']);
        });
        const { book, rejects } = await recode(bytes, { decimals: 2 });
        const [after, rejected] = [sums(book), sums(rejects)];
        for (const person of ['1', '2']) {
          const own = rows.filter((each) => each.person === person);
          const before = own.reduce((sum, each) => sum + each.hundredths, 0);
          expect((after[person] ?? 0) + (rejected[person] ?? 0)).toBe(before);
        }
      }),
      { numRuns: 25 },
    );
  });

  test.skipIf(noLibreOffice)(`LibreOffice opens it and adds it up ${noLibreOffice}`, async () => {
    const bytes = await bookOf((sheet, book) => {
      sheet.addRow(['Codice', 'Ore', 'Tariffa', 'Costo netto', 'Nota']);
      for (const code of ['A1.1.1.7', 'B1.1.1.1', 'C1.1.1.1', 'A1.1.1.1']) {
        sheet.addRow([
          code,
          2.5,
          10,
          { formula: `B${sheet.rowCount + 1}*C${sheet.rowCount + 1}`, result: 25 },
          '=1+1',
        ]);
      }
      sheet.addRow([
        'Totale',
        { formula: 'SUM(B2:B5)', result: 10 },
        null,
        { formula: 'SUM(D2:D5)', result: 100 },
      ]);
      book.addWorksheet('Riepilogo').getCell('A1').value = { formula: 'Ore!D6', result: 100 };
    });
    const { bytes: out } = await recode(bytes, { columns: { amounts: ['Ore'] } });
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.load(convertWithLibreOffice(out, 'xlsx', 'xlsx') as never);
    const results = (sheet: string, row: number) => {
      const values = (saved.getWorksheet(sheet)?.getRow(row).values ?? []) as unknown[];
      return values.map((value) => (isFormula(value) ? value.result : value));
    };
    expect(results('Ore', 3).slice(1)).toEqual(['B1.1.1.1', 1.3, 10, 13, '=1+1']);
    expect(results('Ore', 6).slice(1)).toEqual(['Totale', 7.5, undefined, 75]);
    expect(results('Riepilogo', 1)[1]).toBe(75);
  });

  test('a workbook without a time-sheet is told', async () => {
    const bytes = await bookOf((sheet) => sheet.addRow(['Legenda', 'altro']));
    await expect(recode(bytes)).rejects.toMatchObject({ code: 'no-timesheet-header' });
  });
});
