import { describe, expect, it } from 'vitest';
import type { Orientation } from '../../../src/match/infer/orientation.ts';
import { siblingsMeter } from '../../../src/match/infer/siblings.ts';

/** Five siblings 1 to 5 under entry 0, of which 1 and 2 are linked, to 10 and 11; 3, 4 and 5 are weighed with 10 or 11. */
const PAIRS = [
  [3, 10],
  [4, 10],
  [5, 10],
  [3, 11],
  [1, 10],
] as const;
const VIEW = {
  own: {
    nodes: { length: 6 },
    matchable: [0, 1, 2, 3, 4, 5],
    parent: Int32Array.of(-1, 0, 0, 0, 0, 0),
  },
  partner: Int32Array.of(-1, 10, 11, -1, -1, -1),
  partnerOfOther: new Int32Array(12).fill(-1),
  ownOf: Int32Array.from(PAIRS, ([own]) => own),
  otherOf: Int32Array.from(PAIRS, ([, other]) => other),
} as unknown as Orientation;
VIEW.partnerOfOther[10] = 1;
VIEW.partnerOfOther[11] = 2;

describe('what siblings say of joining an entry', () => {
  it('is the share of the linked ones that link to it', () => {
    const { linked } = siblingsMeter(VIEW, new Float64Array(0));
    expect(linked(3, 10)).toBe(1 / 2);
    expect(linked(3, 9)).toBe(0);
    expect(linked(0, 10)).toBe(0);
  });

  it('is how likely the others join it, on average, its own joining left out', () => {
    const { joining } = siblingsMeter(VIEW, Float64Array.of(0.4, 0.6, 0.2, 0.9, 0.7));
    expect(joining(3, 10, 0.4)).toBeCloseTo((0.6 + 0.2) / 2, 12);
    expect(joining(4, 10, 0.6)).toBeCloseTo((0.4 + 0.2) / 2, 12);
    expect(joining(4, 11, 0)).toBeCloseTo(0.9 / 2, 12);
    expect(joining(3, 9, 0)).toBe(0);
  });

  it('is nothing of roots, and never below nothing', () => {
    const { joining } = siblingsMeter(VIEW, Float64Array.of(0.4));
    expect(joining(0, 10, 0)).toBe(0);
    expect(joining(3, 10, 0.5)).toBe(0);
  });
});
