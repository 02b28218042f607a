import { expect, test } from 'vitest';
import { constraintsOf, forbids } from '../../../src/match/decide/constraints.ts';

test('forbids the pairs that a person turned down, and no others', () => {
  const constraints = constraintsOf({
    rejected: [
      { old: 1, new: 2 },
      { old: 1, new: 3 },
      { old: 2, new: 2 },
    ],
  });
  expect([2, 3, 4].map((n) => forbids(constraints, 1, n))).toEqual([true, true, false]);
  expect(forbids(constraints, 2, 3)).toBe(false);
  expect(forbids(constraintsOf({}), 1, 2)).toBe(false);
});
