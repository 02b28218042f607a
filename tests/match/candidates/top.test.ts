import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topOf } from '../../../src/match/candidates/top.ts';

const ranks = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 });

describe('topOf', () => {
  it('keeps the best, with all that tie with the last of them', () => {
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 9 }), (values, count) => {
        const top = topOf(Float64Array.from(values), 4);
        const ids = Int32Array.from(values.keys());
        const kept = [...top(ids, count)];
        expect(kept).toEqual(expected(values, count, 4));
      }),
    );
  });

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 9 }), (values, count) => {
        const top = topOf(Float64Array.from(values), 4);
        const ids = Int32Array.from(values.keys());
        const kept = new Set(top(ids, count));
        expect(new Set(top(ids.slice().reverse(), count))).toEqual(kept);
      }),
    );
  });
});

/** The same, by sorting. */
function expected(values: readonly number[], count: number, maxTies: number): number[] {
  const ids = [...values.keys()];
  if (ids.length <= count) return ids;
  const cut = [...values].sort((a, b) => b - a)[count - 1] as number;
  const kept = ids.filter((id) => (values[id] as number) >= cut);
  return kept.length <= count * maxTies ? kept : kept.filter((id) => (values[id] as number) > cut);
}
