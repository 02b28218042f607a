import { describe, expect, it } from 'vitest';
import { rateShift, softmax } from '../../../src/match/infer/rate-shift.ts';

const worth = (joins: readonly number[], alone = 0) => ({ joins: Float64Array.from(joins), alone });
const many = (joins: readonly number[], count = 40) => Array.from({ length: count }, () => worth(joins));

describe('softmax', () => {
  it('gives each option its share, and joining none what is left', () => {
    const shares = softmax(Float64Array.of(Math.log(2), 0), 0);
    expect(shares[0]).toBeCloseTo(0.5, 12);
    expect(shares[1]).toBeCloseTo(0.25, 12);
  });

  it('holds however much is at stake', () => {
    expect([...softmax(Float64Array.of(1000, 0), 0)]).toEqual([1, 0]);
    expect(softmax(Float64Array.of(0), 1000)[0]).toBe(0);
    expect([...softmax(new Float64Array(0), 0)]).toEqual([]);
  });
});

describe('rateShift', () => {
  it('makes joining none worth less where nearly all join, and more where hardly any does', () => {
    expect(rateShift(many([3]), 0.5)).toBeLessThan(-0.5);
    expect(rateShift(many([-1.5]), 0.5)).toBeGreaterThan(0.5);
  });

  it('stays where the entries join as often as usual', () => {
    expect(rateShift(many([0]), 0.5)).toBeCloseTo(0, 6);
  });

  it('trusts a few entries less than many', () => {
    expect(Math.abs(rateShift(many([3], 3), 0.5))).toBeLessThan(Math.abs(rateShift(many([3], 300), 0.5)));
  });

  it('is not moved by entries without a candidate worth mentioning', () => {
    expect(rateShift([...many([3]), ...many([-9], 500), ...many([], 500)], 0.5)).toBeCloseTo(
      rateShift(many([3]), 0.5),
      12,
    );
  });

  it('takes all options of an entry together', () => {
    expect(rateShift(many([0, 0, 0, 0]), 0.5)).toBeLessThan(rateShift(many([0]), 0.5));
  });
});
