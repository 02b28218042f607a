import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAxis } from '../../../src/recode/workbook/axis.ts';

/** Row 3 became two rows, row 5 went away; the plan ends with row 6. */
const AXIS = buildAxis([1, 2, 3, 3, 4, 6], 6, 1_048_576);

describe('where rows went', () => {
  test('each row to its images, what lies below along behind them', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(AXIS.images)).toEqual([[1], [2], [3, 4], [5], [], [6], [7], [100]]);
    const longer = buildAxis([1, 1, 1], 1, 1_048_576);
    expect([longer.images(2), longer.sourceOf(4), longer.sourceOf(3)]).toEqual([[4], 2, 1]);
  });

  test.each([
    [2, 4, { first: 2, last: 5 }],
    [4, 5, { first: 5, last: 5 }],
    [5, 5, null],
    [5, 9, { first: 6, last: 9 }],
    [1, 1_048_576, { first: 1, last: 1_048_576 }],
  ])('rows %i to %i become %j', (first, last, hull) => {
    expect(AXIS.hull(first, last)).toEqual(hull);
  });

  test('the end of the sheet stays its end, and what is pushed beyond it is gone', () => {
    const grown = buildAxis([1, 1, 2], 2, 10);
    expect([grown.hull(2, 10), grown.images(10), grown.images(9)]).toEqual([
      { first: 3, last: 10 },
      [],
      [10],
    ]);
  });

  test('an order that changed gives several stretches', () => {
    const axis = buildAxis([3, 1, 2, 1], 3, 100);
    expect([axis.hull(1, 1), axis.runs(1, 1), axis.isIdentity]).toEqual([
      { first: 2, last: 4 },
      [
        { first: 2, last: 2 },
        { first: 4, last: 4 },
      ],
      false,
    ]);
    expect([axis.isWhole(3, 3), axis.isWhole(2, 3), axis.isWhole(1, 1)]).toEqual([true, false, false]);
  });

  test('agrees with looking at every row, whatever the plan', () => {
    const plans = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (from, a, b) => {
        const axis = buildAxis(from, 8, 1000);
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const outs = [...from, 9].flatMap((at, i) => (at >= first && at <= last ? [i + 1] : []));
        const hull = axis.hull(first, last);
        expect(hull).toEqual(outs.length === 0 ? null : { first: outs[0], last: outs.at(-1) });
        const covered = axis.runs(first, last).flatMap((run) => {
          return Array.from({ length: run.last - run.first + 1 }, (_, i) => run.first + i);
        });
        const inOrder = from.every((at, i) => i === 0 || at >= (from[i - 1] ?? 0));
        if (!inOrder) expect(covered).toEqual(outs);
        for (const out of outs) expect(axis.images(axis.sourceOf(out))).toContain(out);
      }),
    );
  });
});
