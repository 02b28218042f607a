import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { readTables } from '../../src/read/read-tables.ts';
import { errorTexts } from '../../src/words/errors.ts';

const file = (text: string) => ({ name: 'm.csv', bytes: new TextEncoder().encode(text) });
const SOON = 3000;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'read',
    ({ code, args }) => ({ code, ...args }),
  );
}

describe('what is too large to be a part of a map', () => {
  const dots = (count: number) => `A1${'.1'.repeat(count)}`;
  const chain = (levels: number) =>
    Array.from({ length: levels }, (_, i) => `k${i + 1},voce ${i + 1},${i === 0 ? '' : `k${i}`}`).join('\n');

  test.each([
    [
      'a cell',
      `code,label\nX1,${'parola '.repeat(20_000)}`,
      { measure: 'cell', found: 140_000, limit: 131_072 },
    ],
    ['a code', `code,label\n${dots(120)},voce`, { measure: 'code', found: 242, limit: 200 }],
    ['a code of thousands of dots', `code,label\nA1,x\n${dots(15_000)},voce`, { measure: 'code' }],
    ['a label', `code,label\nX1,${'parola '.repeat(600)}`, { measure: 'label', found: 4199, limit: 4000 }],
    ['levels', `code,label,parent\n${chain(70)}`, { measure: 'levels', found: 65, limit: 64 }],
  ])('%s is refused with its place, soon', async (_, text, expected) => {
    const start = performance.now();
    expect(await refusalOf(parseMap(file(text)))).toMatchObject({ code: 'outsized', ...expected });
    expect(performance.now() - start).toBeLessThan(SOON);
  });

  test.each([
    ['a label as long as may be', `code,label\nX1,${'p'.repeat(4000)}`],
    ['a code as long as may be', `code,label\n${dots(99)},voce`],
    ['as many levels as may be', `code,label,parent\n${chain(64)}`],
  ])('%s is read', async (_, text) => {
    expect((await parseMap(file(text))).nodes.length).toBeGreaterThan(0);
  });

  test('says so in both languages', () => {
    const place = { file: 'm.xlsx', sheet: 'Foglio 1', cell: 'B7' };
    const args = { place, measure: 'label', found: 4500, limit: 4000 } as const;
    expect(errorTexts.en.outsized(args).message).toBe(
      'm.xlsx: Foglio 1!B7: a label has 4500 characters, more than any map has (limit 4000)',
    );
    expect(errorTexts.it.outsized({ ...args, measure: 'levels', found: 70, limit: 64 }).message).toBe(
      'm.xlsx: Foglio 1!B7: una voce sta a 70 livelli di profondità, più di quanti ne abbia qualunque mappa (limite 64)',
    );
  });

  test('a text that thousands of cells share counts as often as it stands there', async () => {
    const cells = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
    );
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (type: string, target: string, id = 'r1') =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
    const relations = (...all: string[]) =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
      );
    const bytes = zipSync({
      '_rels/.rels': relations(relation('officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relations(
        relation('worksheet', 'worksheets/sheet1.xml'),
        relation('sharedStrings', 'sharedStrings.xml', 'r2'),
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
      ),
      'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}"><si><t>${'p'.repeat(30_000)}</t></si></sst>`),
    });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusalOf(readTables({ name: 'm.xlsx', bytes }))).toMatchObject({
      code: 'workbook-too-large',
      measure: 'megabytes',
      limit: 64,
    });
  });
});
