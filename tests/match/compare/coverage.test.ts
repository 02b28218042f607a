import { describe, expect, it } from 'vitest';
import { type CoverageMeter, createCoverageMeter } from '../../../src/match/compare/coverage.ts';
import { bagOf, type TermBag } from '../../../src/match/view/term-bag.ts';
import type { Vocabulary } from '../../../src/match/view/vocabulary.ts';

/** Six terms, of which 0 and 1 are forms of one word to four fifths, and 4 is what 5 excludes. */
const VOCABULARY: Pick<Vocabulary, 'size' | 'near' | 'opposite'> = {
  size: 6,
  near: {
    start: Int32Array.of(0, 1, 2, 2, 2, 2, 2),
    term: Int32Array.of(1, 0),
    similarity: Float64Array.of(0.8, 0.8),
  },
  opposite: Int32Array.of(-1, -1, -1, -1, 5, 4),
};
const meter: CoverageMeter = createCoverageMeter(VOCABULARY as Vocabulary);

function bag(weights: Readonly<Record<number, number>>): TermBag {
  return bagOf(Int32Array.from(Object.keys(weights), Number), Float64Array.from(Object.values(weights)));
}

function overlap(a: TermBag, b: TermBag) {
  meter.focus(a);
  return { ...meter.measure(b) };
}

describe('how two labels overlap', () => {
  it('is the share of the weight of each that the other has', () => {
    const { first, second, shared } = overlap(bag({ 2: 1, 3: 3 }), bag({ 3: 3, 1: 1, 4: 2 }));
    expect([first, second, shared]).toEqual([3 / 4, 3 / 6, 3]);
  });

  it('counts a form of a word for as much as it is alike', () => {
    const { first, second } = overlap(bag({ 0: 1 }), bag({ 1: 2, 2: 2 }));
    expect(first).toBeCloseTo(0.8, 12);
    expect(second).toBeCloseTo(0.4, 12);
  });

  it('has no need of another form of a word that both have', () => {
    const [one, both] = [bag({ 0: 1 }), bag({ 0: 1, 1: 1 })];
    expect(overlap(both, one)).toMatchObject({ first: 0.5, second: 1 });
  });

  it('is the same from either side where both weigh their terms alike', () => {
    const [a, b] = [bag({ 0: 1, 2: 0.4, 3: 1 }), bag({ 1: 1, 3: 1 })];
    const [forth, back] = [overlap(a, b), overlap(b, a)];
    expect(back.first).toBeCloseTo(forth.second, 12);
    expect(back.second).toBeCloseTo(forth.first, 12);
    expect(back.shared).toBeCloseTo(forth.shared, 12);
    expect(back.rarest).toBeCloseTo(forth.rarest, 12);
  });

  it('knows the most telling term in common, and what one names and the other excludes', () => {
    const { rarest, conflict } = overlap(bag({ 2: 0.3, 3: 0.7, 4: 1 }), bag({ 2: 0.3, 3: 0.7, 5: 0.6 }));
    expect(rarest).toBeCloseTo(0.7, 12);
    expect(conflict).toBe(0.6);
    expect(overlap(bag({ 2: 1 }), bag({ 5: 1 })).conflict).toBe(0);
  });

  it('is nothing of an empty label, and forgets whom it was asked for before', () => {
    expect(overlap(bag({ 2: 1 }), bag({}))).toEqual({
      first: 0,
      second: 0,
      shared: 0,
      conflict: 0,
      rarest: 0,
    });
    expect(overlap(bag({}), bag({ 2: 1 })).second).toBe(0);
    overlap(bag({ 2: 1, 3: 1 }), bag({ 2: 1, 3: 1 }));
    expect(overlap(bag({ 3: 1 }), bag({ 2: 1, 3: 1 })).second).toBe(0.5);
  });

  it('asks a bag among many as one of its own', () => {
    const packed = {
      start: Int32Array.of(0, 1, 3),
      terms: Int32Array.of(2, 3, 0),
      weights: Float64Array.of(1, 2, 2),
      mass: Float64Array.of(1, 4),
    };
    meter.focus(bag({ 3: 1 }));
    expect(meter.measureAt(packed, 1).second).toBe(0.5);
    expect(meter.measureAt(packed, 0).second).toBe(0);
  });
});
