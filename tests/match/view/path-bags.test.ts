import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../src/language/analyser.ts';
import { classesOf } from '../../../src/match/view/classes.ts';
import { bagAt, pathBags } from '../../../src/match/view/path-bags.ts';
import { buildSide } from '../../../src/match/view/side.ts';
import { bagOf } from '../../../src/match/view/term-bag.ts';
import { mapOf } from '../../support/map-of.ts';

const MAP = mapOf(`
  A1 Governo
  A1.1 Performance
  A1.1.1 Programmazione
  A1.1.1.1 Relazione
`);
const SIDE = buildSide(MAP, createAnalyser('it'), classesOf(MAP, MAP).old);

function bag(terms: readonly number[], weight = 1) {
  return bagOf(Int32Array.from(terms), new Float64Array(terms.length).fill(weight));
}

describe('pathBags', () => {
  it('halves what a term tells with every level above the entry', () => {
    const packed = pathBags(SIDE, [bag([0]), bag([1]), bag([2]), bag([3])], 4);
    const { terms, weights, mass } = bagAt(packed, 3);
    expect([...terms]).toEqual([3, 2, 1, 0]);
    expect([...weights]).toEqual([1, 1 / 2, 1 / 4, 1 / 8]);
    expect(mass).toBe(1.875);
    expect([...bagAt(packed, 0).terms]).toEqual([0]);
  });

  it('counts a term once, where it tells most', () => {
    const packed = pathBags(SIDE, [bag([0]), bag([0], 4), bag([1]), bag([0], 0.5)], 2);
    expect([...bagAt(packed, 3).terms]).toEqual([0, 1]);
    expect([...bagAt(packed, 3).weights]).toEqual([1, 0.5]);
  });

  it('has room for labels of any length', () => {
    const long = Array.from({ length: 1000 }, (_, i) => i);
    const packed = pathBags(SIDE, [bag([0]), bag([1]), bag([2]), bag(long)], 1000);
    expect(bagAt(packed, 3).terms).toHaveLength(1000);
    expect(bagAt(packed, 3).mass).toBe(1000);
  });
});
