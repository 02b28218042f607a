import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/words/catalogue.ts';
import { fill } from '../../src/words/language.ts';

const texts = catalogue(
  { read: '{file}: {rows} {rows|row|rows}', plain: 'done', group: { of: '{count} of {all}' } },
  { read: '{rows} {rows|riga|righe} in {file}', plain: 'fatto', group: { of: '{count} su {all}' } },
);

describe('a catalogue of texts in both languages', () => {
  it('fills each with the same values', () => {
    const values = { file: 'a.csv', rows: 2 };
    expect([fill(texts.en.read, values), fill(texts.it.read, values)]).toEqual([
      'a.csv: 2 rows',
      '2 righe in a.csv',
    ]);
    expect(fill(texts.it.group.of, { count: 1, all: 3 })).toBe('1 su 3');
  });

  // Each of these lines has to be refused by the compiler: where one is not, `npm run types` fails.
  it('does not compile where a place is missing or strange', () => {
    // @ts-expect-error the value of {rows} is missing
    expect(fill(texts.en.read, { file: 'a.csv' })).toContain('{rows');
    // @ts-expect-error the text has no place {line}
    expect(fill(texts.en.group.of, { count: 1, all: 3, line: 2 })).toBe('1 of 3');
    // @ts-expect-error the Italian text has another place
    expect(catalogue({ a: '{count} rows' }, { a: '{rows} righe' }).en.a).toBe('{count} rows');
    // @ts-expect-error the Italian text has lost its place
    expect(catalogue({ a: '{count} rows' }, { a: 'righe' }).it.a).toBe('righe');
    // @ts-expect-error the Italian text is missing
    expect(catalogue({ a: 'one', b: 'two' }, { a: 'uno' }).en.b).toBe('two');
  });
});
