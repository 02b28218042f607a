import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import { CROSSWALK_COLUMNS } from '../../src/model/crosswalk.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import {
  type CrosswalkFormat,
  crosswalkFormatOf,
  profilesOf,
  renderCrosswalk,
} from '../../src/render/crosswalk.ts';
import type { CrosswalkProfile } from '../../src/render/crosswalk-csv.ts';
import type { CrosswalkDocument } from '../../src/render/crosswalk-document.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { convertWithLibreOffice, noLibreOffice } from '../support/libreoffice.ts';
import { mapOf } from '../support/map-of.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
let main: CrosswalkDocument;

beforeAll(async () => {
  main = crosswalkDocument(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv'), {
    plan: { validFrom: '2024-01-01' },
  });
});

async function textOf(format: CrosswalkFormat, document = main, profile: CrosswalkProfile = 'full') {
  const { data, beside } = await renderCrosswalk(format, document, profile);
  return { text: String(data), beside: beside?.data ?? '' };
}

function recordsOf(csv: string): readonly Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

interface Schema {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly trueValues?: readonly string[];
    readonly falseValues?: readonly string[];
    readonly constraints?: {
      readonly enum?: readonly string[];
      readonly required?: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly pattern?: string;
    };
  }[];
}

/** Whether a cell is what its field says, as Frictionless Table Schema reads it. */
function fits(
  cell: string,
  { type, constraints = {}, trueValues = [], falseValues = [] }: Schema['fields'][number],
) {
  if (cell === '') return constraints.required !== true;
  if (constraints.enum && !constraints.enum.includes(cell)) return false;
  if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(cell)) return false;
  if (type === 'boolean') return [...trueValues, ...falseValues].includes(cell);
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(cell);
  if (type !== 'number') return true;
  return (
    Number(cell) >= (constraints.minimum ?? -Infinity) && Number(cell) <= (constraints.maximum ?? Infinity)
  );
}

describe('the formats of a crosswalk', () => {
  it('are picked by the ending of the file', () => {
    const files = ['a.csv', 'a.XLSX', 'a.json', 'a.sssom.tsv', 'a.tsv', 'a.sql', 'a.txt', undefined];
    expect(files.map(crosswalkFormatOf)).toEqual([
      'csv',
      'xlsx',
      'json',
      'sssom',
      'sssom',
      'sql',
      'csv',
      'csv',
    ]);
    expect(profilesOf('csv')).toContain('payroll');
    expect(profilesOf('sql')).not.toContain('payroll');
  });

  it('CSV has a table schema beside it that every row fits', async () => {
    for (const profile of ['full', 'payroll'] as const) {
      const { text, beside } = await textOf('csv', main, profile);
      const { fields } = JSON.parse(beside) as Schema;
      const rows = recordsOf(text);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}));
      const unfit = rows.flatMap((row) => fields.filter((field) => !fits(row[field.name] ?? '', field)));
      expect(unfit).toEqual([]);
      expect(fits('perhaps', fields.find(({ name }) => name === 'share') as Schema['fields'][number])).toBe(
        false,
      );
    }
  });

  it('CSV is read back as it was, with its date', async () => {
    const { text } = await textOf('csv');
    const { crosswalk, problems } = parseCrosswalk({ name: 'x.csv', bytes: Buffer.from(text) });
    expect(problems).toEqual([]);
    expect(crosswalk.validFrom).toBe('2024-01-01');
    const rounded = main.crosswalk.rows.map(({ oldCode, newCode, share, alarms, fingerprint }) => ({
      oldCode,
      newCode,
      share,
      alarms,
      fingerprint,
    }));
    expect(crosswalk.rows).toMatchObject(rounded);
  });

  it('CSV has the columns of the design, and no date where there is none', async () => {
    const document = { ...main, crosswalk: { rows: main.crosswalk.rows } };
    expect((await textOf('csv', document)).text.split('\r\n')[0]).toBe(CROSSWALK_COLUMNS.join(','));
    const payroll = (await textOf('csv', document, 'payroll')).text.split('\r\n');
    expect(payroll[0]).toBe('old_code,new_code,share');
    expect(payroll).toContain('A1,A1,1');
    expect(payroll.some((line) => line.startsWith(','))).toBe(false);
  });

  it('payroll keeps a dropped entry, with nothing beside its code', async () => {
    const document = crosswalkDocument(
      mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 Relazione previsionale\nA1.1.1.2 Gestione magazzino'),
      mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 Relazione previsionale'),
    );
    expect((await textOf('csv', document, 'payroll')).text.split('\r\n')).toContain('A1.1.1.2,,');
  });

  it('JSON says the same, with lists as lists', async () => {
    const document = JSON.parse((await textOf('json')).text);
    expect(document).toMatchObject({ version: 1, validFrom: '2024-01-01', check: main.check });
    expect(document.rows).toHaveLength(main.crosswalk.rows.length);
    const linked = document.rows.find((row: { newCode: string }) => row.newCode !== '');
    expect(linked.evidence[0]).toEqual({ kind: expect.any(String), score: expect.any(Number) });
  });

  it('a workbook holds codes and labels as text, whatever they look like', async () => {
    const risky = mapOf('01 =1+1\n02 +39 050\n1E5 @SUM(A1)\n04 -2', { layout: 'flat' });
    const { data } = await renderCrosswalk('xlsx', crosswalkDocument(risky, risky));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(data as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    const cells = ['A', 'B'].map((column) => [2, 3, 4, 5].map((row) => sheet?.getCell(`${column}${row}`)));
    expect(cells[0]?.map((cell) => cell?.value)).toEqual(['01', '02', '1E5', '04']);
    expect(cells[1]?.map((cell) => cell?.value)).toEqual(['=1+1', '+39 050', '@SUM(A1)', '-2']);
    expect(cells.flat().every((cell) => cell?.type === ExcelJS.ValueType.String && cell.numFmt === '@')).toBe(
      true,
    );
  });

  it('give the same bytes for the same crosswalk', async () => {
    for (const format of ['csv', 'xlsx', 'json', 'sssom', 'sql', 'decisions'] as const) {
      expect(await renderCrosswalk(format, main)).toEqual(await renderCrosswalk(format, main));
    }
  });
});

describe.skipIf(noLibreOffice !== '')(`opened in LibreOffice ${noLibreOffice}`, () => {
  const risky = mapOf(
    'A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 =1+1\nA1.1.1.2 +39 050\nA1.1.1.3 -2+3\nA1.1.1.4 @SUM(A1)',
  );
  const labels = ['=1+1', '+39 050', '-2+3', '@SUM(A1)'];

  it.each(['csv', 'xlsx'] as const)(
    'a label that looks like a formula stays text in %s, and codes are not altered',
    async (format) => {
      const { data } = await renderCrosswalk(format, crosswalkDocument(risky, risky));
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      // 44: comma, 34: quotes, 76: UTF-8, 1: from the first line; `false, true`: formulas as their text.
      const shown = convertWithLibreOffice(
        bytes,
        format,
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true',
      );
      const records = recordsOf(Buffer.from(shown).toString('utf8'));
      expect(records.map((row) => row.old_label?.replace(/^'/, ''))).toEqual(labels);
      expect(records.map((row) => row.old_code)).toEqual(['A1.1.1.1', 'A1.1.1.2', 'A1.1.1.3', 'A1.1.1.4']);
    },
    120_000,
  );
});
