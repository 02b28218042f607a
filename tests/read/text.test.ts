import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { readTables } from '../../src/read/read-tables.ts';
import { placeOf } from '../../src/read/table.ts';
import { detectDelimiter } from '../../src/values/csv-dialect.ts';
import { encodeText, type TextEncoding } from '../../src/values/text-encoding.ts';

const HEADER = ['Macro-processo', 'Processo', 'Sotto-processo', 'Attività'];
const ROWS = [
  HEADER,
  ['A1 Uno', 'A1.1 Due', 'A1.1.1 Tre', 'A1.1.1.1 Età, qualità; “sì” | no'],
  ['', '', '', 'A1.1.1.2 Su due\nrighe con "virgolette"'],
];

function bytesOf(text: string, encoding: TextEncoding, bom = ''): Uint8Array {
  return encodeText(bom + text, encoding) ?? new Uint8Array();
}

function delimited(delimiter: string, lineEnd: string): string {
  const quote = (cell: string): string =>
    /[";,|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return ROWS.map((row) => row.map(quote).join(delimiter)).join(lineEnd);
}

describe('one map in every kind of text file', () => {
  const variants = [';', ',', '\t', '|'].flatMap((delimiter) =>
    (['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const).flatMap((encoding) =>
      (encoding === 'windows-1252' ? [''] : ['', '\ufeff']).flatMap((bom) =>
        ['\n', '\r\n', '\r'].map((lineEnd) => ({ delimiter, encoding, bom, lineEnd })),
      ),
    ),
  );
  it.each(variants)(
    'reads $encoding with $delimiter, mark $bom, ends $lineEnd',
    async ({ delimiter, encoding, bom, lineEnd }) => {
      const bytes = bytesOf(delimited(delimiter, lineEnd), encoding, bom);
      const map = await parseMap({ name: 'map.csv', bytes });
      expect(map.source).toMatchObject({ encoding, delimiter });
      expect(map.nodes.map(({ label, place }) => [label, place.line])).toEqual([
        ['Uno', 2],
        ['Due', 2],
        ['Tre', 2],
        ['Età, qualità; “sì” | no', 2],
        ['Su due righe con "virgolette"', 3],
      ]);
    },
  );
});

describe('the delimiter', () => {
  it.each([
    ['a;b;c\n1,5;2,5;x', ';'],
    ['a,b\nuno; due,tre; quattro\ncinque; sei,sette; otto', ','],
    ['a,b\n"x;y;z;w",1\n"x;y",2', ','],
    ['titolo, con virgola\na;b;c\n1;2;3', ';'],
    ['a\tb\nUno, due, tre\tquattro', '\t'],
    ['a|b\n1|2', '|'],
    ['sola colonna', ','],
  ])('of %j is %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });

  it('is the one that the file itself declares', async () => {
    const file = await readTables({ name: 'x.csv', bytes: bytesOf('sep=;\na,1;b,2\nc,3;d,4\n', 'utf-8') });
    expect(file).toMatchObject({ delimiter: ';' });
    expect(file.tables[0]?.rows.map(({ number, cells }) => [number, cells])).toEqual([
      [2, ['a,1', 'b,2']],
      [3, ['c,3', 'd,4']],
    ]);
  });
});

describe('places in a text file', () => {
  it('count lines and characters through quoted cells', async () => {
    const text = 'a;b\n"x\ny";"q;""z"";";w\n1;2\n';
    const { tables } = await readTables({ name: 'x.csv', bytes: bytesOf(text, 'utf-8') });
    const [table] = tables;
    if (!table) throw new Error('no table');
    const places = table.rows.map((row) => row.cells.map((_, column) => placeOf(table, row, column)));
    expect(places.map((row) => row.map(({ line, column }) => `${line}:${column}`))).toEqual([
      ['1:1', '1:3'],
      ['2:1', '3:4', '3:15'],
      ['4:1', '4:3'],
    ]);
  });
});

describe('bytes that do not decode', () => {
  it('are noted by line in UTF-8, which stays UTF-8', async () => {
    const bytes = bytesOf(delimited(';', '\n'), 'utf-8');
    const at = bytes.indexOf(0xc3, 60);
    const damaged = Uint8Array.from(bytes, (byte, i) => (i === at ? 0xff : byte));
    const map = await parseMap({ name: 'map.csv', bytes: damaged });
    expect(map.source.encoding).toBe('utf-8');
    expect(map.notes).toContainEqual({
      kind: 'undecodable-bytes',
      count: 2,
      encoding: 'utf-8',
      place: { file: 'map.csv', line: 2, column: 40 },
    });
  });

  it('are noted in Windows-1252, in which five bytes mean nothing', async () => {
    const bytes = bytesOf('code;label\n01;Qualità?\n', 'windows-1252').map((byte) =>
      byte === 0x3f ? 0x81 : byte,
    );
    const map = await parseMap({ name: 'map.csv', bytes });
    expect(map.notes[1]).toMatchObject({
      kind: 'undecodable-bytes',
      count: 1,
      place: { line: 2, column: 11 },
    });
  });

  it('are none in a clean file', async () => {
    const map = await parseMap({ name: 'map.csv', bytes: bytesOf(delimited(';', '\n'), 'windows-1252') });
    expect(map.notes.map(({ kind }) => kind)).toEqual(['header', 'whitespace']);
  });
});
