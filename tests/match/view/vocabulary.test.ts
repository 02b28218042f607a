import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/match/view/label-parts.ts';
import { findSetPhrases } from '../../../src/match/view/set-phrases.ts';
import type { View } from '../../../src/match/view/view.ts';
import { mapOf } from '../../support/map-of.ts';
import { viewOfMaps } from '../../support/view-of.ts';

const OLD = mapOf(`
  A1 Governo camerale
  A1.1 Archivio
  A1.1.1 Protocollo camerale
  A1.1.2 Protocollo camerale
  A1.1.3 Fiere (esclusi i congressi)`);
const NEW = mapOf(`
  A1 Governo camerale
  A1.1 Archivi storici
  A1.1.1 Congressi, fiere e mostre`);
const VIEW = viewOfMaps(OLD, NEW);

function termsOf({ vocabulary: { termIds } }: View): ReadonlyMap<number, string> {
  return new Map([...termIds].map(([term, id]) => [id, term]));
}

describe('the vocabulary of two maps', () => {
  const { vocabulary } = VIEW;
  const idOf = (start: string) =>
    [...vocabulary.termIds].find(([term]) => term.startsWith(start))?.[1] as number;

  it('has a term tell the less, the more labels of both maps have it; the same label counts once', () => {
    expect(vocabulary.weight[idOf('govern')]).toBe(1);
    // Governo camerale, in both maps, and one Protocollo camerale: three labels, one and a half a map.
    expect(vocabulary.weight[idOf('camer')]).toBeCloseTo(1 / (1 + Math.log(1.5)), 12);
    expect(vocabulary.weight[idOf('protocoll')]).toBe(1);
  });

  it('gives a label the weight of its terms', () => {
    const { terms, weights, mass } = vocabulary.oldBags[2] as (typeof vocabulary.oldBags)[number];
    expect([...terms].map((id) => termsOf(VIEW).get(id)?.slice(0, 5))).toEqual(['proto', 'camer']);
    expect(mass).toBeCloseTo((weights[0] as number) + (weights[1] as number), 12);
  });

  it('knows what a term that is excluded is the opposite of, from both', () => {
    const [excluded, named] = [idOf('-congress'), idOf('congress')];
    expect(vocabulary.opposite[excluded]).toBe(named);
    expect(vocabulary.opposite[named]).toBe(excluded);
    expect(vocabulary.opposite[idOf('fier')]).toBe(-1);
  });

  it('finds forms of one word, from both', () => {
    const view = viewOfMaps(mapOf('A1 Predisposizione'), mapOf('A1 Predispozizione'));
    const { near } = view.vocabulary;
    expect([...near.term].sort()).toEqual([0, 1]);
    expect(near.similarity[0]).toBeGreaterThan(0.7);
    expect([...near.start]).toEqual([0, 1, 2]);
  });
});

describe('the parts of a label', () => {
  const owner = { vocabulary: VIEW.vocabulary, side: VIEW.newSide, bags: VIEW.vocabulary.newBags };

  it('are those of an enumeration; the conjunction tells nothing', () => {
    const telling = partsOf(owner, 2).filter(({ mass }) => mass > 0);
    const words = telling.map(({ terms }) => [...terms].map((id) => termsOf(VIEW).get(id)?.slice(0, 4)));
    expect(words).toEqual([['cong'], ['fier'], ['most']]);
  });

  it('are none of a label that is no enumeration', () => {
    expect(partsOf(owner, 1)).toEqual([]);
  });
});

describe('set phrases', () => {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4];
  const map = mapOf(`
    A1 Uno
    A1.1 Due
    A1.2 Tre
    A1.3 Quattro`);
  const { oldSide } = viewOfMaps(map, map);
  const marks = (sequences: readonly (readonly number[])[]) =>
    findSetPhrases(
      oldSide,
      sequences.map((each) => Int32Array.from(each)),
    ).map((each) => each && [...each]);

  it('are runs of three that three labels share, and nothing beside them', () => {
    expect(
      marks([
        [a, b, c, d],
        [e, a, b, c],
        [a, b, c],
        [a, b],
      ]),
    ).toEqual([[1, 1, 1, 0], [0, 1, 1, 1], [1, 1, 1], null]);
  });

  it('are none that only two labels share, nor one in another order', () => {
    expect(
      marks([
        [a, b, c],
        [a, b, c],
        [c, b, a],
        [b, a, c],
      ]),
    ).toEqual([null, null, null, null]);
  });

  it('are counted once a label', () => {
    expect(marks([[a, b, c, d, a, b, c, d, a, b, c], [e], [d], [e, d]])).toEqual([null, null, null, null]);
  });
});
