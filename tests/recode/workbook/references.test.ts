import { describe, expect, test } from 'vitest';
import { followRange, followRows, moveRelative } from '../../../src/recode/workbook/references.ts';
import { rowMap } from '../../../src/recode/workbook/row-map.ts';

/** Row 3 became two rows, row 5 went away. */
const MAP = rowMap(
  new Map([
    [2, 1],
    [3, 2],
    [4, 1],
    [5, 0],
  ]),
);

describe('rows that became several or none', () => {
  test('move what lies below', () => {
    expect([1, 2, 3, 4, 6, 7].map(MAP.first)).toEqual([1, 2, 3, 5, 6, 7]);
    expect([2, 3, 4].map(MAP.last)).toEqual([2, 4, 5]);
    expect(MAP.last(5)).toBeLessThan(MAP.first(5));
  });

  test.each([
    ['D2:D4', 'D2:D5'],
    ['A1:D7', 'A1:D7'],
    ['A3', 'A3:A4'],
    ['A5', ''],
    ['A5:B5', ''],
    ['A4:A5', 'A5:A5'],
    ['A2 A5 B3:B4', 'A2 B3:B5'],
    ['A:C', 'A:C'],
  ])('the range %j becomes %j', (range, followed) => {
    expect(followRange(range, MAP)).toBe(followed);
  });
});

describe('formulas follow the rows they mean', () => {
  const inside = { sheet: 'Ore', map: MAP, inside: true };

  test.each([
    ['SUM(D2:D4)', 'SUM(D2:D5)'],
    ['D4*E$4+$F$4', 'D5*E$5+$F$5'],
    ['SUM(A:A)', 'SUM(A:A)'],
    ['IF(A4="A4",Ore!B4,Altro!B4)', 'IF(A5="A4",Ore!B5,Altro!B4)'],
    ["'Ore'!A4+'altro foglio'!A4", "'Ore'!A5+'altro foglio'!A4"],
    ['LOG10(A4)+Totale_A4', 'LOG10(A5)+Totale_A4'],
    ['Tabella1[Ore]', 'Tabella1[Ore]'],
  ])('%s becomes %s', (formula, followed) => {
    expect(followRows(formula, inside)).toBe(followed);
  });

  test('what means its own row goes along with the row', () => {
    const own = { before: 3, after: 4 };
    expect(followRows('D3*E3+SUM(F3:G3)+D2+D4', { ...inside, own })).toBe('D4*E4+SUM(F4:G4)+D2+D5');
  });

  test('from other sheets only what names the sheet', () => {
    expect(followRows('A4+Ore!A4', { ...inside, inside: false })).toBe('A4+Ore!A5');
  });

  test('moved as copying does', () => {
    expect(moveRelative('C2*$D2+E$2&"C2"', 3, 1)).toBe('D5*$D5+F$2&"C2"');
  });
});
