import { expect, test } from 'vitest';
import { logit, logOdds, sigmoid } from '../../../src/match/similarity/logistic.ts';

test('probabilities and log-odds are each other turned round', () => {
  for (const p of [0.001, 0.3, 0.5, 0.93]) expect(sigmoid(logOdds(p))).toBeCloseTo(p, 12);
  expect(logOdds(0.75)).toBeCloseTo(Math.log(3), 12);
});

test('is certain far out, and no number is lost there', () => {
  expect(sigmoid(800)).toBe(1);
  expect(sigmoid(-800)).toBe(0);
  expect(sigmoid(-3)).toBeCloseTo(1 - sigmoid(3), 12);
});

test('weighs each feature with its own weight', () => {
  expect(logit([2, -1, 4], Float64Array.of(1, 3, 0.5))).toBe(1);
});
