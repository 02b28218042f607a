import { describe, expect, it } from 'vitest';
import { fill, formatNumber, formatPercent } from '../../src/words/language.ts';

describe('numbers as readers of the language write them', () => {
  it.each([
    ['it', 0, 0, '0'],
    ['it', 1234, 0, '1.234'],
    ['it', 1234567.5, 2, '1.234.567,50'],
    ['en', 1234567.5, 2, '1,234,567.50'],
    ['en', -1234, 0, '-1,234'],
    ['en', 999, 0, '999'],
  ] as const)('%s %d with %d decimals', (lang, value, digits, text) => {
    expect(formatNumber(lang, value, digits)).toBe(text);
  });

  it.each([
    [1, '100%'],
    [0.9999, '99%'],
    [0.5, '50%'],
    [0, '0%'],
  ])('%d is never more certain than it is', (value, text) => {
    expect(formatPercent('en', value)).toBe(text);
  });
});

it('leaves a place without a value to be seen', () => {
  expect(fill<string>('{file}: {rows} rows', { file: 'a.csv' })).toBe('a.csv: {rows} rows');
});
