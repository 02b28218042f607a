import { describe, expect, test } from 'vitest';
import { readKey, wordsBehind } from '../../../src/recode/rekey/read-key.ts';

const KNOWN = new Set(['C2.1.1.4', 'C2.1.1.5', 'C2.1.1', 'D1', '01.11.1', 'AC-2']);
const read = (text: string) => readKey(text, (code) => KNOWN.has(code));

describe('a cell of the column of codes', () => {
  test.each([
    ['C2.1.1.4', 'C2.1.1.4'],
    [' C2.1.1.4 ', 'C2.1.1.4'],
    ['c2.1.1.4.', 'C2.1.1.4'],
    ['C2.1.1.4 - Sportello', 'C2.1.1.4'],
    ['C2.1.1.4 Sportello 2.0', 'C2.1.1.4'],
    ['D1', 'D1'],
    ['01.11.1', '01.11.1'],
    ['01.11.1 Cereali', '01.11.1'],
    ['AC-2', 'AC-2'],
  ])('%j is %s', (text, code) => {
    expect(read(text)).toEqual({ kind: 'code', code });
  });

  test.each([
    'C2.1.1.4, C2.1.1.5',
    'C2.1.1.4/C2.1.1.5',
    'C2.1.1.4/5',
    'C2.1.1.4-5',
    'C2.1.1.4 – C2.1.1.5',
    'C2.1.1.4 e C2.1.1.5',
    'C2.1.1.4\nC2.1.1.5',
    'C2.1.1.4 bis',
    'C2.1.1.4; altri',
  ])('%j is more than one code', (text) => {
    expect(read(text).kind).toBe('several');
  });

  test.each(['', '  ', 'Totale', 'n.d.', 'Area amministrativa'])('%j is none', (text) => {
    expect(read(text).kind).toBe('none');
  });

  test('a code of neither map is told apart', () => {
    expect(read('F9.1.1.1')).toEqual({ kind: 'unknown', code: 'F9.1.1.1' });
  });

  test('the words behind a code', () => {
    expect([wordsBehind('C2.1.1.4 - Sportello'), wordsBehind('C2.1.1.4')]).toEqual(['Sportello', '']);
  });
});
