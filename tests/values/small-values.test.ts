import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/values/allocate.ts';
import { formatDecimal } from '../../src/values/decimal.ts';
import { foldBlanks } from '../../src/values/fold-blanks.ts';
import { excelDay, isIsoDate, isoDay } from '../../src/values/iso-date.ts';
import { nearestText } from '../../src/values/nearest-text.ts';
import { parseShare } from '../../src/values/parse-share.ts';
import { rowAndColumn } from '../../src/values/place.ts';
import { fromPlainText, toPlainText } from '../../src/values/plain-text.ts';
import { portablePath } from '../../src/values/portable-path.ts';
import { columnName } from '../../src/values/table.ts';

describe('allocate', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [7, [1, 0, 2], [2, 0, 5]],
  ])('%i by %j', (units, weights, parts) => {
    expect(allocate(BigInt(units), weights.map(BigInt)).map(Number)).toEqual(parts);
  });

  it('gives parts that add up, none further than one unit from its quota', () => {
    const weights = fc.array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (units, each) => {
        const total = each.reduce((sum, weight) => sum + weight, 0n);
        fc.pre(total > 0n);
        const parts = allocate(units, each);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(units);
        parts.forEach((part, i) => {
          const off = part * total - units * (each[i] ?? 0n);
          expect(off > -total && off < total).toBe(true);
        });
      }),
    );
  });

  it('refuses weights that are negative or all nothing', () => {
    expect(() => allocate(1n, [0n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});

describe('days', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['31/01/2023', '2023-01-31'],
    ['1.2.2023', '2023-02-01'],
    ['31/02/2023', null],
    ['01/31/2023', null],
  ])('%s is the day %s', (text, day) => {
    expect(isoDay(text)).toBe(day);
    expect(isIsoDate(text)).toBe(text === day);
  });

  it.each([
    ['45366', '2024-03-15'],
    ['32874', '1990-01-01'],
    ['12345', null],
    ['7', null],
  ])('%s in a spreadsheet is %s', (text, day) => {
    expect(excelDay(text)).toBe(day);
  });
});

describe('shares', () => {
  it.each([
    ['0.25', '0.25'],
    ['0,25', '0.25'],
    [',25', '0.25'],
    ['25%', '0.25'],
    ['33,3 %', '0.333'],
    ['', null],
    ['1/4', null],
    ['1.000,5', null],
  ])('%s is %s', (text, share) => {
    const read = parseShare(text);
    expect(read && formatDecimal(read)).toBe(share);
  });
});

describe('texts', () => {
  it('come back from what keeps a spreadsheet from running them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fromPlainText(toPlainText(text))).toBe(text);
      }),
    );
    expect(['=1+1', '@a', '-a', "'=a", 'a'].map(toPlainText)).toEqual(["'=1+1", "'@a", "'-a", "''=a", 'a']);
  });

  it('lose blanks at their ends, runs of them, and what nobody sees', () => {
    expect(foldBlanks(' a \u00a0 b\r\nc\u200b\u00ad ')).toBe('a b c');
  });

  it('are found by likeness, two letters away at the most', () => {
    expect(nearestText('A1.1.1.77', ['A1.1.1.7', 'A1.2', 'B1'])).toBe('A1.1.1.7');
    expect(nearestText('Z9', ['A1.1.1.7'])).toBe('');
  });
});

describe('places', () => {
  it('have a row and a column, whatever the file', () => {
    expect(rowAndColumn({ file: 'a.xlsx', sheet: 'S', cell: 'AB12' })).toEqual({ line: 12, column: 28 });
    expect(rowAndColumn({ file: 'a.csv', line: 3 })).toEqual({ line: 3, column: 1 });
    expect(rowAndColumn({ file: 'a.csv' })).toBeNull();
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  it.each([
    ['.\\maps\\local.xlsx', 'maps/local.xlsx'],
    ['main:maps/local.xlsx', 'maps/local.xlsx'],
    ['C:\\maps\\local.xlsx', 'C:/maps/local.xlsx'],
    ['-', '-'],
  ])('%s is %s wherever it was read from', (source, path) => {
    expect(portablePath(source)).toBe(path);
  });
});
