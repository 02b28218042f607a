import { describe, expect, it } from 'vitest';
import { counted, fill } from '../../src/words/language.ts';

describe('texts with numbers', () => {
  it('fill their places, and leave one without a value to be seen', () => {
    expect(fill<string>('{file}: {rows}', { file: 'a.csv' })).toBe('a.csv: {rows}');
  });

  it.each([
    ['1', '1 row is left'],
    ['0', '0 rows are left'],
    ['1,200', '1,200 rows are left'],
  ])('agree with %s', (rows, text) => {
    expect(fill('{rows} {rows|row is|rows are} left', { rows })).toBe(text);
    expect(fill('{rows|# row is|# rows are} left', { rows })).toBe(text);
  });

  it('name what they count', () => {
    expect([counted('it', 1, 'riga', 'righe'), counted('it', 1200, 'riga', 'righe')]).toEqual([
      '1 riga',
      '1.200 righe',
    ]);
  });
});
