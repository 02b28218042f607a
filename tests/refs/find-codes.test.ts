import { describe, expect, test } from 'vitest';
import { findCodes, type KnownCodes } from '../../src/refs/find-codes.ts';

const CODES = new Set([
  'A1',
  'A1.1',
  'A1.1.1',
  'A1.1.1.1',
  'A1.1.1.2',
  'A1.1.2',
  'C1',
  'C1.1',
  'C2',
  'C2.7',
  'C2.7.2',
  'D1',
  'G',
  'A1.1.F.F',
  'C1.1.7b',
]);
const KNOWN: KnownCodes = {
  has: (code) => CODES.has(code),
  roots: new Set(['A1', 'C1', 'C2', 'D1']),
  letters: new Set(['A', 'C', 'D']),
};

function line(text: string) {
  return findCodes([{ place: { file: 'x', line: 1, column: 1 }, text, column: null }], KNOWN);
}

function column(...cells: readonly string[]) {
  return findCodes(
    cells.map((text, i) => ({ place: { file: 'x', line: i + 1 }, text, column: '0:0' })),
    KNOWN,
  ).map(({ code }) => code);
}

describe('codes cited in text', () => {
  test.each([
    ['il processo C2.7.2 Servizi', ['C2.7.2']],
    ['(vedi A1.1.1.1).', ['A1.1.1.1']],
    ['C1.1_07 Tempo medio', ['C1.1']],
    ['**D1.3\\_04.1** Incidenza', ['D1.3']],
    ['FTE_Integrato_C2.7.2 Risorse', ['C2.7.2']],
    ['FTE\\_Integrato\\_C2.7.2', ['C2.7.2']],
    ['T_medi_C1.1.1', ['C1.1.1']],
    ['A1.1.1.1/2 e C1.1/C2.7', ['A1.1.1.1', 'A1.1.1.2', 'C1.1', 'C2.7']],
    ['<b>C1.1</b>\tC2.7', ['C1.1', 'C2.7']],
    ['C1.1, C2.7; A1.1.', ['C1.1', 'C2.7', 'A1.1']],
    ['A1.1.F.F e C1.1.7b', ['A1.1.F.F', 'C1.1.7b']],
    ['D1.9 non c’è', ['D1.9']],
    ['A9.1_02', ['A9.1']],
    ['A1.1/2021 e A1.1.1/580', ['A1.1', 'A1.1.1']],
  ])('%j cites %j', (text, codes) => {
    expect(line(text).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    'il 1.12.2014, art. 1.2, L. 580/1993, D.Lgs. 81/2008, DM 7/3/2019',
    'L. 241/90 e D.L. 104/2020; legge n.1/2021',
    'euro 1.094.000,00; € 1.200,00; 12.5 %',
    'S1.1.a Realizzazione studi; C1.1.a lettera',
    'DFP 1.3; AS1; PO2_1; PO2_2_2021_AGG',
    'B2B, C2C, F24EP, IPv6, H2020, A4',
    'Area A1, categoria C1, D1',
    'Z9.1 e E4.2.1',
    'https://example.org/C1.1/A1.1.1 e info@A1.1.it',
    'xC1.1, C1.1x, 1C1.1, C1.1.200.5, v.C1.1',
    'C1.1,5 milioni; A1.1% ; A1.1 %',
  ])('%j cites none', (text) => {
    expect(line(text).map(({ code }) => code)).toEqual([]);
  });

  test('tells place, text and context', () => {
    const long = 'x '.repeat(60);
    expect(line(`${long}FTE_C2.7.2 ${long}`)).toEqual([
      {
        place: { file: 'x', line: 1, column: 121 },
        text: 'FTE_C2.7.2',
        code: 'C2.7.2',
        form: 'indicator',
        context: `…${'x '.repeat(30)}FTE_C2.7.2 ${'x '.repeat(29)}x…`,
      },
    ]);
  });
});

describe('codes in the cells of a table', () => {
  test('are read as people write them', () => {
    expect(column('A.1.1.1.1.', 'a1.1.1.2', 'testo', '2.4')).toEqual(['A1.1.1.1', 'A1.1.1.2']);
  });

  test('a macro-process counts in a column of codes only', () => {
    expect(column('A1', 'C1.1', 'G', 'D9')).toEqual(['A1', 'C1.1', 'G']);
    expect(column('A1', 'altro', 'G')).toEqual([]);
  });
});
