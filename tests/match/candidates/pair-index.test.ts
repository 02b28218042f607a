import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPairIndex, numbered, numberOf } from '../../../src/match/candidates/pair-index.ts';

const pairs = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 300 });

it('numbers each pair once, in the order they come, however many there are', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const index = createPairIndex(1);
      const known = new Map<string, number>();
      for (const [a, b] of given) {
        const key = `${a} ${b}`;
        if (!known.has(key)) known.set(key, known.size);
        expect(numbered(index, a, b)).toBe(known.get(key));
      }
      expect(index.count).toBe(known.size);
      for (const [a, b] of given) expect(numberOf(index, a, b)).toBe(known.get(`${a} ${b}`));
      expect(numberOf(index, 61, 61)).toBe(-1);
    }),
  );
});
