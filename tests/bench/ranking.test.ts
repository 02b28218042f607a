import { describe, expect, it } from 'vitest';
import {
  calibrationError,
  type Ranking,
  recallAt,
  reliability,
  statementsOf,
} from '../../bench/lib/ranking.ts';
import type { GoldLink } from '../../bench/lib/sets.ts';

const link = (old: string, target: string, optional = false): GoldLink => ({
  old,
  new: target,
  relation: 'same',
  optional,
});

const GOLD = [link('a', 'A'), link('b', 'B'), link('b', 'C'), link('c', 'D'), link('c', 'E', true)];
const RANKING: Ranking = new Map([
  ['a', [{ new: 'A', confidence: 0.9 }]],
  [
    'b',
    [
      { new: 'B', confidence: 0.8 },
      { new: 'X', confidence: 0.4 },
      { new: 'C', confidence: 0.3 },
    ],
  ],
  [
    'c',
    [
      { new: 'E', confidence: 0.7 },
      { new: 'D', confidence: 0.6 },
    ],
  ],
  ['z', [{ new: 'Z', confidence: 1 }]],
]);

describe('recall of the first candidates', () => {
  it.each([
    [1, 3 / 4],
    [2, 3 / 4],
    [3, 1],
  ])('counts the required links among the first %i; optional ones take no place', (k, recall) => {
    expect(recallAt(RANKING, GOLD, k)).toBeCloseTo(recall);
  });
});

describe('reliability', () => {
  it('takes the statements on judged entries, without links that do not count', () => {
    expect(statementsOf(RANKING, GOLD)).toEqual([
      { said: 0.9, held: true },
      { said: 0.8, held: true },
      { said: 0.4, held: false },
      { said: 0.3, held: true },
      { said: 0.6, held: true },
    ]);
  });

  it('compares what was said with what held, a full certainty in the last bin', () => {
    const bins = reliability([
      { said: 0.82, held: true },
      { said: 0.86, held: false },
      { said: 1, held: true },
    ]);
    expect(bins.filter((bin) => bin.count > 0)).toEqual([
      { from: 0.8, to: 0.9, count: 2, said: 0.84, held: 0.5 },
      { from: 0.98, to: 1, count: 1, said: 1, held: 1 },
    ]);
    expect(calibrationError(bins)).toBeCloseTo((2 * 0.34) / 3);
  });
});
