import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { emptyRecord, recordValues, scanRecord } from '../../src/values/csv-record.ts';

function rowsOf(text: string, delimiter = ';'): string[][] {
  const record = emptyRecord();
  const rows: string[][] = [];
  const bytes = Buffer.from(text);
  const separator = delimiter.charCodeAt(0);
  while (scanRecord(record, bytes, { separator, final: true })) {
    rows.push(recordValues(bytes, record, (field) => Buffer.from(field).toString()));
  }
  return rows;
}

const SEMICOLON = 59;

describe('records of delimited text', () => {
  test.each([
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a;b\nc', [['a', 'b'], ['c']]],
    [
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a;b";"c\r\nd";"e""f"\n', [['a;b', 'c\r\nd', 'e"f']]],
    ['5" tubo;x\n', [['5" tubo', 'x']]],
    ['"a" b;c\n', [['a b', 'c']]],
    [';\n\n;', [['', ''], [''], ['', '']]],
    ['""', [['']]],
    ['"', [['']]],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('lines count those inside quotes; an unclosed quote is noticed', () => {
    const record = emptyRecord();
    scanRecord(record, Buffer.from('"a\r\nb\nc";d\r\nnext'), { separator: SEMICOLON, final: true });
    expect(record).toMatchObject({ lines: 3, unclosed: false, end: 10, next: 12 });
    record.next = 0;
    scanRecord(record, Buffer.from('a;"b\nc'), { separator: SEMICOLON, final: true });
    expect(record.unclosed).toBe(true);
  });

  test('a record at the end of a chunk waits for the rest', () => {
    const record = emptyRecord();
    const complete = (text: string) =>
      scanRecord(Object.assign(record, { next: 0 }), Buffer.from(text), {
        separator: SEMICOLON,
        final: false,
      });
    expect(complete('a;b')).toBe(false);
    expect(complete('a;b\r')).toBe(false);
    expect(complete('a;"b\n')).toBe(false);
    expect(complete('a;b\r\n')).toBe(true);
    expect(complete('a;b\nc')).toBe(true);
  });

  test('a record may have any number of fields', () => {
    expect(rowsOf(`${'x;'.repeat(300)}y`)[0]).toHaveLength(301);
  });

  test('any table written as CSV reads back, as Papa Parse has it too', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ';', '\n', '\r\n', 'è', '='),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n', quotes: true });
        expect(rowsOf(text)).toEqual(rows);
      }),
    );
  });
});
