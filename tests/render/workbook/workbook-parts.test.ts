import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbookParts } from '../../../src/render/workbook/workbook-parts.ts';

/** What our workbooks use of exceljs. */
function example(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(2001, 1, 1);
  Object.assign(workbook, { creator: 'a', lastModifiedBy: 'b', created: day, modified: day });
  const sheet = workbook.addWorksheet('Ore & "codici"', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addTable({
    name: 'Codes',
    ref: 'A1',
    columns: [{ name: 'code', filterButton: true }, { name: 'label' }],
    rows: [
      ['A1.1', 'Bilancio è < 3'],
      ['A1.2', 'Bilancio è < 3'],
    ],
  });
  sheet.getCell('D1').value = { text: 'link', hyperlink: '#Lists!A1' };
  sheet.getCell('D2').value = { richText: [{ text: 'bold', font: { bold: true } }, { text: ' plain' }] };
  sheet.getCell('D3').value = { formula: 'SUM(F1:F2)' };
  sheet.getCell('D4').dataValidation = { type: 'list', formulae: ['Lists!$A$1:$A$2'], allowBlank: true };
  sheet.getCell('D4').note = 'a note';
  sheet.addConditionalFormatting({
    ref: 'D1:D4',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['$D1=""'],
        style: { font: { color: { argb: 'FFFF0000' } } },
      },
    ],
  });
  workbook.addWorksheet('Lists', { state: 'hidden' }).getCell('A1').value = 'x';
  workbook.definedNames.add('Lists!$A$1:$A$2', 'names');
  return workbook;
}

describe('the parts of a workbook', () => {
  it('are those that exceljs packs, in its order', async () => {
    const packed = unzipSync(new Uint8Array(await example().xlsx.writeBuffer()));
    const parts = await workbookParts(example());
    const files = Object.keys(packed).filter((path) => !path.endsWith('/'));
    expect(Object.keys(parts)).toEqual(files);
    for (const path of files) expect(parts[path]).toBe(strFromU8(packed[path] ?? new Uint8Array()));
    expect(Object.keys(parts)).toContain('xl/comments1.xml');
  });

  it('have no pictures: rather none than without', async () => {
    const workbook = example();
    workbook.addImage({ base64: 'AAAA', extension: 'png' });
    await expect(workbookParts(workbook)).rejects.toThrow(RangeError);
  });
});
