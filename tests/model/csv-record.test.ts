import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { emptyRecord, recordValues, scanRecord } from '../../src/model/csv-record.ts';

function rowsOf(text: string, delimiter = ';'): string[][] {
  const record = emptyRecord();
  const rows: string[][] = [];
  for (let from = 0; scanRecord(record, text, { from, delimiter, final: true }); from = record.next) {
    rows.push(recordValues(text, record));
  }
  return rows;
}

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
    scanRecord(record, '"a\r\nb\nc";d\r\nnext', { from: 0, delimiter: ';', final: true });
    expect(record).toMatchObject({ lines: 3, unclosed: false, end: 10, next: 12 });
    scanRecord(record, 'a;"b\nc', { from: 0, delimiter: ';', final: true });
    expect(record.unclosed).toBe(true);
  });

  test('a record at the end of a chunk waits for the rest', () => {
    const record = emptyRecord();
    const chunk = { from: 0, delimiter: ';', final: false };
    expect(scanRecord(record, 'a;b', chunk)).toBe(false);
    expect(scanRecord(record, 'a;b\r', chunk)).toBe(false);
    expect(scanRecord(record, 'a;"b\n', chunk)).toBe(false);
    expect(scanRecord(record, 'a;b\r\n', chunk)).toBe(true);
    expect(scanRecord(record, 'a;b\nc', chunk)).toBe(true);
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
