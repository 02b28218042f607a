import { expect, it } from 'vitest';
import { createGramMeter } from '../../../src/match/compare/gram-meter.ts';

it('compares trigrams of texts with those of the focused one, whatever was focused before', () => {
  const meter = createGramMeter(['bandi', 'bando', 'xyz', 'a']);
  meter.focus(2);
  meter.focus(0);
  // " ba" "ban" "and" "ndi" "di " and " ba" "ban" "and" "ndo" "do "
  expect([0, 1, 2, 3].map(meter.dice)).toEqual([1, 6 / 10, 0, 0]);
  meter.focus(1);
  expect([0, 1].map(meter.dice)).toEqual([6 / 10, 1]);
});
