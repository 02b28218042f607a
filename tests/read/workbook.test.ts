import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { readTables } from '../../src/read/read-tables.ts';
import { outline, problems } from './read-helpers.ts';
import { NATIONAL_HEADER, smallMap, textRow, workbook } from './workbook-helpers.ts';

async function cells(rows: string, parts?: Record<string, string>): Promise<readonly (readonly string[])[]> {
  const { tables } = await readTables({ name: 'x.xlsx', bytes: workbook([{ name: 'S', rows }], parts) });
  return tables[0]?.rows.map((row) => row.cells) ?? [];
}

describe('cells of a workbook', () => {
  it.each([
    ['shared text', '<c t="s"><v>0</v></c>', 'Attività & altro'],
    ['rich text, without its reading aid', '<c t="s"><v>1</v></c>', 'job shadowing'],
    ['text in the cell', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['rich text in the cell', '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['the result of a formula', '<c t="str"><f>A1&amp;"x"</f><v>A1.1</v></c>', 'A1.1'],
    ['a number', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a number with fixed digits', '<c s="1"><v>1.1</v></c>', '01.10'],
    ['a date', '<c s="2"><v>45061</v></c>', '2023-05-15'],
    ['a date and time', '<c s="3"><v>45061.5</v></c>', '2023-05-15 12:00:00'],
    ['hours', '<c s="4"><v>1.5625</v></c>', '37:30'],
    ['a truth value', '<c t="b"><v>1</v></c>', 'true'],
    ['escaped characters', '<c t="inlineStr"><is><t>a_x000D_b_x005F_c</t></is></c>', 'a\rb_c'],
    [
      'character data and entities',
      '<c t="inlineStr"><is><t><![CDATA[<&>]]>&#65;&#x42;&lt;</t></is></c>',
      '<&>AB<',
    ],
  ])('reads %s', async (_, xml, expected) => {
    const strings =
      '<sst><si><t>Attività &amp; altro</t></si><si><r><t>job </t></r><r><rPr><i/></rPr><t>shadowing</t></r><rPh><t>x</t></rPh></si></sst>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00.00"/><numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const parts = { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles };
    expect(await cells(`<row>${xml}</row>`, parts)).toEqual([[expected]]);
  });

  it('finds cells by their address, or by their order when they have none', async () => {
    const text = (value: string, address = ''): string =>
      `<c ${address} t="inlineStr"><is><t>${value}</t></is></c>`;
    expect(await cells(`<row r="3">${text('a', 'r="C3"')}${text('b')}</row><row>${text('c')}</row>`)).toEqual(
      [['', '', 'a', 'b'], ['c']],
    );
  });

  it('reads tags with a namespace prefix', async () => {
    const rows = '<x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row>';
    expect(await cells(rows)).toEqual([['a']]);
  });
});

describe('a map in a workbook', () => {
  it('reads hidden sheets, rows and columns, and says so', async () => {
    const hiddenRow = textRow(3, ['', '', '', 'A1.1.1.2 Seconda'], ' hidden="1"');
    const bytes = workbook([
      { name: 'Copertina', rows: textRow(1, ['MAPPA DEI PROCESSI']) },
      { name: 'Mappa', rows: smallMap + hiddenRow, before: '<cols><col min="2" max="3" hidden="1"/></cols>' },
      { name: 'Altra', rows: textRow(1, NATIONAL_HEADER) + textRow(2, ['B1 Uno']), state: 'hidden' },
    ]);
    const map = await parseMap({ name: 'm.xlsx', bytes });
    expect(outline(map).map((line) => line.trim())).toEqual([
      'macro-process A1 Uno',
      'process A1.1 Due',
      'sub-process A1.1.1 Tre',
      'activity A1.1.1.1 Prima',
      'activity A1.1.1.2 Seconda',
      'macro-process B1 Uno',
    ]);
    expect(problems(map)).toEqual(['sheet-without-map A1', 'hidden B1', 'hidden A3', 'hidden A1']);
    expect(map.notes.flatMap((note) => (note.kind === 'hidden' ? [[note.what, note.name]] : []))).toEqual([
      ['column', 'B:C'],
      ['row', '3'],
      ['sheet', 'Altra'],
    ]);
    expect(map.title).toBe('MAPPA DEI PROCESSI');
  });

  it('says which cells hold an error, or a formula without its result', async () => {
    const rows = `${smallMap}<row r="3"><c r="A3" t="e"><f>B9</f><v>#REF!</v></c><c r="D3"><f>CONCAT(A1)</f></c></row>`;
    const map = await parseMap({ name: 'm.xlsx', bytes: workbook([{ name: 'M', rows }]) });
    expect(map.notes.slice(-2)).toMatchObject([
      { kind: 'cell-error', value: '#REF!', place: { sheet: 'M', cell: 'A3' } },
      { kind: 'formula-without-value', formula: 'CONCAT(A1)', place: { cell: 'D3' } },
    ]);
  });

  it('is recognised by its content, whatever its name says', async () => {
    const bytes = workbook([{ name: 'M', rows: smallMap }]);
    expect((await parseMap({ name: 'mappa.csv', bytes })).source.container).toBe('xlsx');
    const text = new TextEncoder().encode(`${NATIONAL_HEADER.join(';')}\nA1 Uno;;;\n`);
    expect((await parseMap({ name: 'mappa.xlsx', bytes: text })).source.container).toBe('text');
  });
});
