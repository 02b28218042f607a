import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateEqual } from '../../src/crosswalk/allocate-equal.ts';
import { compareDecimals, ONE, parseDecimal, sumDecimals, ZERO } from '../../src/values/decimal.ts';
import { crosswalkOf } from '../support/recode.ts';

const sharesOf = (text: string) => allocateEqual(crosswalkOf(text)).rows.map(({ share }) => share);
const split = (count: number) =>
  Array.from({ length: count }, (_, i) => `A1.1.1.1 A1.1.1.${i + 1} ?`).join('\n');

describe('equal shares', () => {
  it.each([
    [2, ['0.5', '0.5']],
    [3, ['0.333334', '0.333333', '0.333333']],
    [4, ['0.25', '0.25', '0.25', '0.25']],
  ])('of %i targets', (count, shares) => {
    expect(sharesOf(split(count))).toEqual(shares);
  });

  it('sum to exactly 1, however many targets there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), (count) => {
        const sum = sumDecimals(sharesOf(split(count)).map((share) => parseDecimal(share ?? '') ?? ZERO));
        expect(compareDecimals(sum, ONE)).toBe(0);
      }),
    );
  });

  it('touch nothing that is decided, open, dropped or added', () => {
    const text = 'A1 B1 0.3\nA1 B2 0.7\nA2 B3\nA3 ?\nA4 -\n- B4';
    expect(allocateEqual(crosswalkOf(text))).toEqual(crosswalkOf(text));
  });
});
