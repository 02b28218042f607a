import { describe, expect, it } from 'vitest';
import { localOdds } from '../../../src/match/compare/local-odds.ts';
import { sigmoid } from '../../../src/match/similarity/logistic.ts';
import { mapOf } from '../../support/map-of.ts';
import { viewOfMaps } from '../../support/view-of.ts';

const MAP = mapOf(`
  A1 Governo
  A1.1 Atti
  A1.1.1 Protocollo
  A1.1.2 Archivio
  A1.2 Gare
  A1.2.1 Acquisti
  A1.2.2 Vendite
  B1 Servizi
  B1.1 Sportello
`);
const { oldSide: SIDE } = viewOfMaps(MAP, MAP);
const idOf = (code: string) => MAP.nodes.find((node) => node.code.text === code)?.id as number;

/** How likely something is near an entry, when it was observed so of others. */
function likely(code: string, seen: Readonly<Record<string, number>>): number {
  const observed = new Float64Array(MAP.nodes.length).fill(-1);
  for (const [each, value] of Object.entries(seen)) observed[idOf(each)] = value;
  return sigmoid(localOdds(SIDE, observed)[idOf(code)] as number);
}

describe('how likely something is near an entry', () => {
  it('is even where nothing was seen', () => {
    expect(likely('A1.1.1', {})).toBeCloseTo(0.5, 12);
    expect(likely('A1', {})).toBeCloseTo(0.5, 12);
  });

  it('follows what was seen in its branch, the branch above counting for three', () => {
    // Roots are 0 for 1 beside 3 that are even: 1/4 less; A1 and A1.1 each take that up, with one more that fails.
    const root = (0 + 3 * 0.5) / 3;
    const a1 = (0 + 3 * root) / 4;
    const a11 = (0 + 3 * a1) / 4;
    expect(likely('A1.1.1', { 'A1.1.2': 0 })).toBeCloseTo(a11, 12);
    expect(likely('A1.2.1', { 'A1.1.2': 0 })).toBeCloseTo((3 * a1) / 3, 12);
  });

  it('leaves other branches alone', () => {
    expect(likely('B1.1', { 'A1.1.2': 0, 'A1.2.1': 0 })).toBeCloseTo(0.5, 12);
    expect(likely('A1.1.1', { 'A1.1.2': 1, 'A1.2.1': 0, 'A1.2.2': 0 })).toBeGreaterThan(
      likely('A1.2.1', { 'A1.1.2': 1, 'A1.2.1': 0, 'A1.2.2': 0 }),
    );
  });

  it('counts the roots together', () => {
    expect(likely('A1', { B1: 0 })).toBeCloseTo(1.5 / 4, 12);
  });

  it('is never sure', () => {
    const all = Object.fromEntries(MAP.nodes.map(({ code }) => [code.text, 0]));
    expect(likely('A1.2.1', all)).toBeGreaterThanOrEqual(0.02 - 1e-12);
    const none = Object.fromEntries(MAP.nodes.map(({ code }) => [code.text, 1]));
    expect(likely('A1.2.1', none)).toBeLessThanOrEqual(0.98 + 1e-12);
  });
});
