import { expect, test } from 'vitest';
import { findMates, mateElsewhere } from '../../../src/match/compare/mates.ts';
import { sigmoid } from '../../../src/match/similarity/logistic.ts';

/** Mates of pairs `[old, new, score]` in maps of three entries each. */
function mates(pairs: readonly (readonly [number, number, number])[]) {
  return findMates(
    { ids: Int32Array.from(pairs, ([o]) => o), size: 3 },
    { ids: Int32Array.from(pairs, ([, n]) => n), size: 3 },
    Float64Array.from(pairs, ([, , score]) => score),
  );
}

test('mates prefer each other', () => {
  const { ofOld, ofNew } = mates([
    [0, 0, 2],
    [0, 1, 1],
    [1, 1, 3],
  ]);
  expect([...ofOld.id]).toEqual([0, 1, -1]);
  expect([...ofNew.id]).toEqual([0, 1, -1]);
  expect(ofOld.probability[1]).toBe(sigmoid(3));
  expect(ofNew.probability[0]).toBe(sigmoid(2));
});

test('who is preferred by one that has a better one is no mate', () => {
  const { ofOld, ofNew } = mates([
    [0, 0, 2],
    [1, 0, 3],
  ]);
  expect([...ofOld.id]).toEqual([-1, 0, -1]);
  expect(ofNew.id[0]).toBe(1);
});

test.each([
  ['from the old map', [0, 0, 1], [0, 1, 1]],
  ['from the new map', [0, 0, 1], [1, 0, 1]],
  ['but for the last digits', [0, 0, 0.1 + 0.2 + 0.3], [0, 1, 0.3 + 0.2 + 0.1]],
] as const)('two that are equally good are none: %s', (_, first, second) => {
  const { ofOld, ofNew } = mates([first, second]);
  expect([...ofOld.id]).toEqual([-1, -1, -1]);
  expect([...ofNew.id]).toEqual([-1, -1, -1]);
});

test('a better one ends a tie', () => {
  expect(
    mates([
      [0, 0, 1],
      [0, 1, 1],
      [0, 2, 2],
    ]).ofOld.id[0],
  ).toBe(2);
});

test('a mate speaks against another partner as far as it is likely, and not against itself', () => {
  const { ofOld } = mates([[0, 1, 2]]);
  expect(mateElsewhere(ofOld, 0, 2)).toBe(sigmoid(2));
  expect(mateElsewhere(ofOld, 0, 1)).toBe(0);
  expect(mateElsewhere(ofOld, 2, 1)).toBe(0);
});
