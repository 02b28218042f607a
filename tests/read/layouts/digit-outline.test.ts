import { describe, expect, it } from 'vitest';
import { checkMap } from '../../../src/check/check-map.ts';
import { nestsByDigits, prefixes } from '../../../src/read/layouts/digit-outline.ts';
import { parseMap } from '../../../src/read/parse-map.ts';

const words = (text: string): string[] => text.split(' ');

describe('nestsByDigits', () => {
  it.each([
    ['of industries, with dots', '01 01.1 01.11 01.11.1 01.11.10 01.12 01.12.0 02 02.1 02.10'],
    ['of industries, without', '11 111 1111 11111 111110 11112 111120 112 1121 11211 112110'],
    ['of occupations', '2 25 251 2511 2512 252 2521 3 31 311 3111'],
  ])('is so for codes %s', (_, codes) => {
    expect(nestsByDigits(words(codes))).toBe(true);
  });

  it.each([
    ['an outline', '1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 2 2.1'],
    ['a deep outline', '1 1.1 1.1.1 1.1.10 1.10 1.10.1'],
    ['a count', Array.from({ length: 120 }, (__, i) => String(i + 1)).join(' ')],
    ['a count with gaps', '1 2 3 4 5 7 8 10 11 12 14 15 16 17 18 20 21'],
    ['codes with letters', 'V1 V1.1 V1.1.1 V1.1.2 V2 V2.1 V2.1.1'],
    ['codes of one length', '1111 1112 2111 2112'],
    ['codes without the ones above', '01 01.11.10 01.13.20 02.10.11'],
  ])('is not so for %s', (_, codes) => {
    expect(nestsByDigits(words(codes))).toBe(false);
  });
});

describe('prefixes', () => {
  it('are the codes with fewer digits, the nearest first', () => {
    expect(prefixes('01.11.1')).toEqual(['01.11', '01.1', '01', '0']);
  });
});

describe('a flat table whose codes nest by digits', () => {
  it('has the tree of its digits', async () => {
    const table = `Codice ATECO;Descrizione
A;Agricoltura
01;Coltivazioni agricole
01.1;Colture non permanenti
01.11;Coltivazione di cereali
01.11.1;Coltivazione di cereali escluso il riso
01.11.10;Coltivazione di cereali escluso il riso
01.12;Coltivazione di riso
01.12.0;Coltivazione di riso
01.12.00;Coltivazione di riso
02;Silvicoltura`;
    const map = await parseMap({ name: 'ateco.csv', bytes: new TextEncoder().encode(table) });
    const parentOf = (code: string) => {
      const parent = map.nodes.find((node) => node.code.text === code)?.parent;
      return map.nodes[parent ?? -1]?.code.text ?? null;
    };
    expect(['01', '01.1', '01.11', '01.11.1', '01.11.10', '01.12.00', '02'].map(parentOf)).toEqual([
      ...[null, '01', '01.1', '01.11', '01.11.1', '01.12.0', null],
    ]);
  });
});

describe('codes that a spreadsheet took for numbers', () => {
  const findingsOf = async (codes: string) => {
    const table = `code,label\n${words(codes)
      .map((code, i) => `${code},Label ${i}`)
      .join('\n')}`;
    const map = await parseMap({ name: 'codes.csv', bytes: new TextEncoder().encode(table) });
    return checkMap(map).flatMap((found) =>
      found.ruleId === 'spreadsheet-code' ? [{ value: found.args.value, expected: found.args.expected }] : [],
    );
  };

  it('are found where others begin with what they were', async () => {
    expect(await findingsOf('1 1.1 1.11 01.11.1 01.11.10 01.12.0 10 10.1 10.11 10.11.0')).toEqual([
      { value: '1', expected: '01' },
      { value: '1.1', expected: '01.1' },
      { value: '1.11', expected: '01.11' },
    ]);
  });

  it('are left alone where nothing else begins so, or both stand there', async () => {
    expect(await findingsOf('1 1.1 1.11 2 2.1 10 10.1')).toEqual([]);
    expect(await findingsOf('01 01.1 1 02 02.1')).toEqual([]);
  });
});
