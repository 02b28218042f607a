import { describe, expect, it } from 'vitest';
import { carrierOf } from '../../src/change/carrier.ts';

describe('what carries an entry on', () => {
  it.each<[string, readonly number[], number | undefined]>([
    ['the only one, like enough', [0.5], 0],
    ['the only one, hardly like', [0.49], undefined],
    ['the one clearly more alike', [0.4, 0.9], 1],
    ['the margin is enough', [0.75, 0.6], 0],
    ['two about equally alike', [0.75, 0.61], undefined],
    ['the best of several, whatever their order', [0.1, 0.2, 0.8, 0.3], 2],
    ['none of two', [0.3, 0.1], undefined],
    ['nothing to carry it', [], undefined],
  ])('%s', (_, likeness, expected) => {
    expect(carrierOf(likeness)).toBe(expected);
  });
});
