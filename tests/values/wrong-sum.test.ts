import { describe, expect, it } from 'vitest';
import { wrongSum } from '../../src/values/wrong-sum.ts';

describe('what shares sum to', () => {
  it.each([
    [['0.1', '0.2', '0.7'], null],
    [['1'], null],
    [['0.333', '0.333', '0.333'], '0.999'],
    [['0.50', '0.60'], '1.1'],
    [[], '0'],
  ])('%j: %s', (shares, sum) => {
    expect(wrongSum(shares)).toBe(sum);
  });
});
