import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { convertMap } from '../../src/app/convert-map.ts';
import { treeDifference } from '../../src/model/same-tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { convertWithLibreOffice, noLibreOffice } from '../support/libreoffice.ts';
import { mapOf } from '../support/map-of.ts';

const RUNNING = ['=1+1', '+39 06', '-2', '@SUM(1)', "'=1+1"];
const BRANCH = 'A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma';
const hostile = mapOf([BRANCH, ...RUNNING.map((label, i) => `A1.1.1.${i + 1} ${label}`)].join('\n'));

describe.skipIf(noLibreOffice)(`in LibreOffice ${noLibreOffice && `(skipped: ${noLibreOffice})`}`, () => {
  it('a workbook saved again gives the same tree', async () => {
    const name = 'massa-carrara-2021.csv';
    const map = await parseMap({ name, bytes: readFileSync(`fixtures/${name}`) });
    const { bytes } = await convertMap(map, { format: 'xlsx', layout: 'local', output: 'out.xlsx' });
    const saved = convertWithLibreOffice(bytes, 'xlsx', 'xlsx');
    expect(treeDifference(map, await parseMap({ name: 'saved.xlsx', bytes: saved }))).toBeNull();
  });

  it('no label of a flat table is run as a formula', async () => {
    const { bytes } = await convertMap(hostile, { format: 'csv', layout: 'local', output: 'out.csv' });
    const saved = convertWithLibreOffice(bytes, 'csv', 'xlsx');
    const workbook = await new ExcelJS.Workbook().xlsx.load(saved.buffer as ArrayBuffer);
    const cells: ExcelJS.Cell[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    expect(cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula)).toEqual([]);
    const texts = cells.map((cell) => cell.text);
    expect(texts).toEqual(expect.arrayContaining(RUNNING.map((label) => `'${label}`)));
  });
});
