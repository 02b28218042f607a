import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { outline } from './read-helpers.ts';
import { pack, smallMap, textRow, workbook } from './workbook-helpers.ts';
import { toZip64 } from './zip64.ts';

const TREE = [
  'macro-process A1 Uno',
  '  process A1.1 Due',
  '    sub-process A1.1.1 Tre',
  '      activity A1.1.1.1 Prima',
];

const plain = () => workbook([{ name: 'Mappa', rows: smallMap }]);

/** The parts of the plain workbook under other names, or with other text. */
function changed(
  change: (name: string, text: string) => readonly [name: string, data: string | Uint8Array],
): Uint8Array {
  const parts = Object.entries(unzipSync(plain()));
  return pack(Object.fromEntries(parts.map(([name, data]) => change(name, new TextDecoder().decode(data)))));
}

const read = async (bytes: Uint8Array, name = 'map.xlsx') => outline(await parseMap({ name, bytes }));

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('workbooks that are unusual and valid', () => {
  it.each<[string, () => Uint8Array]>([
    ['backslashes in the names of parts', () => changed((name, text) => [name.replaceAll('/', '\\'), text])],
    [
      'parts in another case than they are referred to',
      () => changed((name, text) => [name.toUpperCase(), text]),
    ],
    [
      'backslashes in what refers to them',
      () =>
        changed((name, text) => [name, text.replace(/Target="[^"]*"/g, (at) => at.replaceAll('/', '\\'))]),
    ],
    [
      'a main part of another name',
      () =>
        changed((name, text) => [
          name.replace('workbook.xml', 'Cartella1.xml'),
          text.replace('xl/workbook.xml', 'xl/Cartella1.xml'),
        ]),
    ],
    ['no list of main parts', () => withoutPart('_rels/.rels')],
    ['a Zip64 archive', () => toZip64(plain())],
    [
      'sheets in ISO-8859-1',
      () =>
        changed((name, text) => [
          name,
          /sheet0/.test(name) ? latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`) : text,
        ]),
    ],
    [
      'addresses in small letters',
      () => changed((name, text) => [name, text.replace(/ r="([A-Z]\d)"/g, (at) => at.toLowerCase())]),
    ],
    ['cells without addresses', () => changed((name, text) => [name, text.replace(/ r="[A-Z]\d"/g, '')])],
    ['rows without numbers', () => changed((name, text) => [name, text.replace(/ r="[A-Z]?\d"/g, '')])],
  ])('are read: %s', async (_, bytes) => {
    expect(await read(bytes())).toEqual(TREE);
  });

  it('keeps the letters of a part in another encoding', async () => {
    const rows = smallMap + textRow(3, ['', '', '', 'A1.1.1.2 Attività di città']);
    const parts = unzipSync(workbook([{ name: 'Mappa', rows }]));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet0.xml']);
    const bytes = pack({
      ...parts,
      'xl/worksheets/sheet0.xml': latin1(`<?xml version='1.0' encoding='windows-1252'?>${sheet}`),
    });
    expect((await read(bytes)).at(-1)).toContain('Attività di città');
  });

  it('refuses bytes that are no text of the encoding that is declared', async () => {
    const bytes = changed((name, text) => [
      name,
      /sheet0/.test(name)
        ? latin1(`<?xml version="1.0" encoding="UTF-8"?>${text.replace('Uno', 'Città')}`)
        : text,
    ]);
    await expect(read(bytes)).rejects.toMatchObject({ args: { reason: 'encoding' } });
  });
});

function withoutPart(name: string): Uint8Array {
  return pack(Object.fromEntries(Object.entries(unzipSync(plain())).filter(([each]) => each !== name)));
}

describe('files that are no map, and why', () => {
  const text = (content: string) => strToU8(content);
  it.each<[string, Uint8Array, string, Record<string, unknown>]>([
    ['~$mappa.xlsx', lockFile('Anna'), 'lock-file', { of: 'mappa.xlsx' }],
    ['maps/.~lock.mappa.ods#', text(',u,pc,01.01.2026 10:00,x;'), 'lock-file', { of: 'mappa.ods' }],
    ['copia.xlsx', lockFile('Anna'), 'lock-file', { of: '' }],
    [
      'tutto.zip',
      pack({ 'a/mappa.xlsx': 'x', 'a/note.md': 'y' }),
      'archive-of-others',
      { holds: 'a/mappa.xlsx' },
    ],
    ['altro.zip', pack({ 'foto.raw': 'x' }), 'archive-of-others', { holds: '', members: 1 }],
    ['foto.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), 'format-unsupported', { format: 'image' }],
    ['a.rar', text('Rar!\u001a'), 'format-unsupported', { format: 'rar' }],
    ['a.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'format-unsupported', { format: '7z' }],
    ['a.db', text('SQLite format 3\0'), 'format-unsupported', { format: 'sqlite' }],
    ['a.numbers', pack({ 'Index/Document.iwa': 'x' }), 'format-unsupported', { format: 'numbers' }],
  ])('%s', async (name, bytes, code, args) => {
    const error = await parseMap({ name, bytes }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProcmapError);
    expect(error).toMatchObject({ code, args });
  });

  it('says to remove the password of a locked archive', async () => {
    const bytes = plain();
    const directory = bytes.findLastIndex(
      (_, at) => bytes[at] === 0x50 && bytes[at + 2] === 1 && bytes[at + 3] === 2,
    );
    bytes[directory + 8] = 1;
    await expect(read(bytes)).rejects.toMatchObject({ args: { reason: 'encrypted' } });
  });

  it.each([
    ['~$mappa.csv', `code;label\nA1;${'Uno '.repeat(800)}`],
    ['mappa.csv', 'code;label\nA1;Uno'],
  ])('reads a table that only looks like one: %s', async (name, content) => {
    expect(await read(text(content), name)).toHaveLength(1);
  });
});

function lockFile(person: string): Uint8Array {
  return strToU8(String.fromCharCode(person.length) + person.padEnd(54, ' ') + ' \0'.repeat(55));
}

describe('numbers are read as a spreadsheet shows them', () => {
  const numFmts = (codes: readonly string[]) =>
    codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);

  async function shown(code: string, value: string): Promise<string | undefined> {
    const rows = `${textRow(1, ['Codice', 'Descrizione'])}<row r="2"><c r="A2" s="1"><v>${value}</v></c><c r="B2" t="inlineStr"><is><t>Uno</t></is></c></row>`;
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${numFmts([code]).join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`;
    const bytes = workbook([{ name: 'Mappa', rows }], { 'xl/styles.xml': styles });
    return (await parseMap({ name: 'map.xlsx', bytes })).nodes[0]?.code.text;
  }

  it.each([
    ['00"."00"."00', '11110', '01.11.10'],
    ['00\\.00\\.0', '1234', '01.23.4'],
    ['"B2."0', '7', 'B2.7'],
    ['"B2."0;[Red]-0', '7', 'B2.7'],
    ['000-000', '4321', '004-321'],
    ['0"/"00', '103', '1/03'],
    ['[Blue]0"-"0', '12', '1-2'],
    ['00000', '9', '00009'],
    ['0.00', '1.1', '1.10'],
  ])('%s shows %s as %s', async (code, value, text) => {
    expect(await shown(code, value)).toBe(text);
  });

  it.each([
    ['#,##0.00', '1234.5', '1234.5'],
    ['0.0"%"', '1.5', '1.5'],
    ['"€ "0.0', '12.5', '12.5'],
    ['0.0" ore"', '7.5', '7.5'],
    ['"ore "0.0#', '7.5', '7.5'],
    ['_-* #,##0_-;-* #,##0_-', '12', '12'],
    ['0.00E+00', '1200', '1200'],
    ['(0.0)', '1.5', '1.5'],
    ['# ?/?', '1.5', '1.5'],
  ])('%s is of amounts: %s stays the number', async (code, value, text) => {
    expect(await shown(code, value)).toBe(text);
  });
});
