import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance, hasForms, termSimilarity } from '../../../src/match/similarity/term-similarity.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });

describe('editDistance', () => {
  it('is the textbook distance, cut off above the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(Math.min(editDistance(a, b, limit), limit + 1)).toBe(Math.min(textbook(a, b), limit + 1));
      }),
    );
  });
});

describe('termSimilarity', () => {
  test.each([
    ['predispension', 'predisposizion', 0],
    ['camerat', 'cameral', 6 / 7],
    ['formazion', 'formazoin', 8 / 9],
    ['document', 'documental', 0.8],
    ['mercat', 'merit', 0],
    ['libr', 'liber', 0],
    ['bilanc', 'bilnac', 5 / 6],
  ])('%s and %s: %d', (a, b, similarity) => {
    expect(termSimilarity(a, b)).toBeCloseTo(similarity, 10);
    expect(termSimilarity(b, a)).toBeCloseTo(similarity, 10);
  });

  it('is for words only, not for numbers or what is too short', () => {
    expect(['bando', 'iva', '2023', 'l241'].filter(hasForms)).toEqual(['bando']);
  });
});

/** Optimal string alignment, all of the table filled. */
function textbook(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same];
      if (swapped) costs.push(at(i - 2, j - 2) + 1);
      (table[i] as number[])[j] = Math.min(...costs);
    }
  }
  return at(a.length, b.length);
}
