import { expect, test } from 'vitest';
import { onGrid } from '../../../src/match/similarity/grid.ts';

test('makes sums of the same parts equal, in whatever order they were added', () => {
  const [a, b] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1];
  expect(a).not.toBe(b);
  expect(onGrid(a)).toBe(onGrid(b));
  expect(onGrid(-a)).toBe(-onGrid(b));
});

test('keeps apart what differs by a millionth, and is a value of its own kind', () => {
  expect(onGrid(1.000001)).toBeGreaterThan(onGrid(1));
  expect(onGrid(onGrid(0.7))).toBe(onGrid(0.7));
  expect(onGrid(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
});
