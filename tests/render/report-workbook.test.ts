import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS, { type CellRichTextValue, type Workbook, type Worksheet } from 'exceljs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import type { Comparison } from '../../src/app/comparison.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { renderReportWorkbook } from '../../src/render/report-workbook.ts';
import { hostileScene } from '../support/hostile.ts';
import { convertWithLibreOffice, noLibreOffice } from '../support/libreoffice.ts';
import { reportOf } from '../support/report-of.ts';
import { reportOptions } from '../support/report-options.ts';

let comparison: Comparison;
let bytes: Uint8Array;
let workbook: Workbook;

async function open(data: Uint8Array): Promise<Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(data as unknown as ArrayBuffer);
  return book;
}

function sheetOf(name: string, book = workbook): Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

beforeAll(async () => {
  const read = (name: string) => parseMap({ name, bytes: readFileSync(join('fixtures', name)) });
  comparison = compareMaps(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv'));
  const { crosswalk } = crosswalkOf(comparison);
  bytes = await renderReportWorkbook(comparison.report, reportOptions({ lang: 'it', crosswalk }));
  workbook = await open(bytes);
});

describe('the workbook of the real maps', () => {
  it('has a sheet for everything, one for each kind that occurs', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Riepilogo',
      'Tutte le variazioni',
      'Per nuovo codice',
      'Invariate',
      'Rinominate',
      'Spostate',
      'Spostate e rinominate',
      'Suddivise',
      'Accorpate',
      'Trasferite',
      'Soppresse',
      'Forse perse',
      'Aggiunte',
      'Da decidere',
      'Codici riutilizzati',
      'Struttura',
      'Tabella di raccordo',
    ]);
    expect(workbook.title).toBe('Rapporto di migrazione');
    expect(workbook.subject).toContain('unioncamere-rev2023.csv');
  });

  it('keeps headings in view and on every page, with filters', () => {
    for (const sheet of workbook.worksheets.slice(1)) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter, sheet.name).toBeTruthy();
      expect(sheet.pageSetup.printTitlesRow, sheet.name).toBe('1:1');
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 });
    }
  });

  it('has a row for each link, with the summary counting the same', () => {
    const { report } = comparison;
    const links = report.changes.reduce((sum, change) => sum + Math.max(1, change.new.length), 0);
    expect(sheetOf('Tutte le variazioni').rowCount).toBe(links + 1);
    const counts = new Map<unknown, unknown>();
    sheetOf('Riepilogo').eachRow((row) => {
      if (typeof row.getCell(2).value === 'number') counts.set(row.getCell(1).text, row.getCell(2).value);
    });
    expect(counts.get('spostate')).toBe(report.summary.moved);
    expect(counts.get('Codici riutilizzati')).toBe(report.alarms.recycled);
  });

  it('marks the words that differ', () => {
    const sheet = sheetOf('Tutte le variazioni');
    const row = sheet.getRows(2, 40)?.find((each) => each.getCell(1).text === 'A1.1.1.2');
    const [before, after] = [row?.getCell(5).value, row?.getCell(6).value] as CellRichTextValue[];
    const marked = (value: CellRichTextValue | undefined, mark: 'strike' | 'underline') =>
      value?.richText.filter(({ font }) => font?.[mark]).map(({ text }) => text);
    expect(marked(before, 'strike')).toEqual(['Predispensione/aggiornamento']);
    expect(marked(after, 'underline')).toEqual(['Predisposizione/aggiornamento']);
  });

  it('leads from old to new and back', () => {
    const [all, byNew] = [sheetOf('Tutte le variazioni'), sheetOf('Per nuovo codice')];
    const followed = (sheet: Worksheet, column: number, target: Worksheet, targetColumn: number) => {
      let links = 0;
      sheet.eachRow((row, number) => {
        const cell = row.getCell(column);
        if (number === 1 || cell.hyperlink === undefined) return;
        const [, at = ''] = /!A(\d+)$/.exec(cell.hyperlink) ?? [];
        expect(target.getRow(Number(at)).getCell(targetColumn).text).toBe(cell.text);
        links++;
      });
      return links;
    };
    expect(followed(all, 2, byNew, 1)).toBeGreaterThan(250);
    expect(followed(byNew, 4, all, 1)).toBeGreaterThan(250);
  });

  it('holds the crosswalk as the CSV has it', () => {
    const csv = Papa.parse<string[]>(renderCrosswalkCsv(crosswalkOf(comparison).crosswalk), {
      skipEmptyLines: true,
    }).data;
    const rows: string[][] = [];
    sheetOf('Tabella di raccordo').eachRow((row) =>
      rows.push(csv[0]?.map((_, i) => row.getCell(i + 1).text) ?? []),
    );
    expect(rows).toEqual(csv);
  });

  it('comes out the same a second time', async () => {
    const again = await renderReportWorkbook(
      comparison.report,
      reportOptions({ lang: 'it', crosswalk: crosswalkOf(comparison).crosswalk }),
    );
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
});

it('keeps hostile labels text', async () => {
  const report = reportOf(hostileScene());
  const book = await open(await renderReportWorkbook(report, reportOptions()));
  let texts = 0;
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        if (cell.hyperlink !== undefined) expect(cell.hyperlink).toMatch(/^#'[^']+'!A\d+$/);
        if (cell.text.startsWith('=cmd')) texts++;
      }),
    );
  }
  expect(texts).toBeGreaterThan(0);
});

describe.skipIf(noLibreOffice)(`in LibreOffice${noLibreOffice && ` (skipped: ${noLibreOffice})`}`, () => {
  it('opens, and reads as it was written', () => {
    const sheet = sheetOf('Tutte le variazioni');
    const number = workbook.worksheets.indexOf(sheet) + 1;
    // Comma, quotes, UTF-8, from the first row, cells as shown, and only this sheet.
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${number}`;
    const csv = convertWithLibreOffice(bytes, 'xlsx', filter);
    const { data } = Papa.parse<string[]>(Buffer.from(csv).toString('utf8'), { skipEmptyLines: true });
    expect(data.length).toBe(sheet.rowCount);
    const expected = comparison.report.changes.flatMap((change) =>
      change.new.length === 0 ? [change.old?.label] : change.new.map(() => change.old?.label ?? ''),
    );
    expect(data.slice(1).map((row) => row[4])).toEqual(expected);
    expect(data[1]?.[0]).toBe(comparison.report.changes[0]?.old?.code);
  });

  it('prints', () => {
    const pdf = Buffer.from(convertWithLibreOffice(bytes, 'xlsx', 'pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(20);
  });
});
