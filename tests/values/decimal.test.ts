import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../src/values/allocate.ts';
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  trimDecimal,
  unitsAt,
} from '../../src/values/decimal.ts';

const decimal = fc.record({ units: fc.bigInt(-(10n ** 20n), 10n ** 20n), scale: fc.nat(9) });

describe('decimals', () => {
  test.each(['0', '7.50', '-0.05', '123456789012345678901234.5', '-7'])(
    '%s reads and writes alike',
    (text) => {
      const number = parseDecimal(text);
      expect(number && formatDecimal(number)).toBe(text);
    },
  );

  test.each(['', '7,5', '.5', '7.', '1e3', '+1', ' 1', '1 000', '--1'])('%s is no decimal', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test('0.1 + 0.2 is 0.3, which doubles do not know', () => {
    const sum = addDecimals({ units: 1n, scale: 1 }, { units: 2n, scale: 1 });
    expect(formatDecimal(sum)).toBe('0.3');
  });

  test('zeros at the end are no part of the value', () => {
    expect(trimDecimal({ units: 700n, scale: 2 })).toEqual({ units: 7n, scale: 0 });
    expect(compareDecimals({ units: 70n, scale: 1 }, { units: 7n, scale: 0 })).toBe(0);
    expect(formatDecimal(multiplyDecimals({ units: 5n, scale: 1 }, { units: 5n, scale: 1 }))).toBe('0.25');
  });

  test('a scale that would lose digits is refused', () => {
    expect(() => unitsAt({ units: 75n, scale: 1 }, 0)).toThrow(RangeError);
  });

  test('text and value are each other', () => {
    fc.assert(
      fc.property(decimal, (number) => {
        expect(parseDecimal(formatDecimal(number))).toEqual(number);
      }),
    );
  });
});

describe('allocation', () => {
  test.each([
    [10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    [-10n, [1n, 1n, 1n], [-4n, -3n, -3n]],
    [75n, [1n, 1n], [38n, 37n]],
    [1n, [3n, 7n], [0n, 1n]],
    [0n, [1n, 2n], [0n, 0n]],
    [100n, [25n, 75n], [25n, 75n]],
    [5n, [0n, 1n], [0n, 5n]],
  ])('%s by %s gives %s', (units, weights, parts) => {
    expect(allocate(units, weights)).toEqual(parts);
  });

  test('parts add up to the amount, and none is a unit or more from its quota', () => {
    const weights = fc
      .array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (units, list) => {
        const parts = allocate(units, list);
        const total = list.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(units);
        parts.forEach((part, i) => {
          const error = part * total - units * (list[i] as bigint);
          expect(error > -total && error < total).toBe(true);
        });
      }),
    );
  });

  test('weights that cannot carry an amount are refused', () => {
    expect(() => allocate(1n, [0n])).toThrow(RangeError);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});
