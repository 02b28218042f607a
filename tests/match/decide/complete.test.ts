import { describe, expect, it, test } from 'vitest';
import { revise, THOROUGH } from '../../../bench/lib/revise.ts';
import { matchMaps } from '../../../src/match/match.ts';
import { DIVIDES_MUCH } from '../../../src/model/correspondence.ts';
import { mapOf } from '../../support/map-of.ts';

const CALM = `
  A1 Servizi alle imprese
  A1.1 Sportello
  A1.1.1 Accoglienza
  A1.1.1.1 Protocollo della corrispondenza in arrivo
  A1.1.1.2 Rilascio carta nazionale dei servizi
  A1.1.1.3 Vidimazione dei libri sociali`;

/** Whether A1.1.1.4 is complete, and how sure its only link is, when it and what is added read as said. */
function standing(before: string, after: string, added = ''): string {
  const oldMap = mapOf(`${CALM}\n  A1.1.1.4 ${before}`);
  const newMap = mapOf(`${CALM}\n  A1.1.1.4 ${after}\n${added}`);
  const { correspondence } = matchMaps(oldMap, newMap);
  const id = oldMap.nodes.length - 1;
  const links = correspondence.links.filter((link) => link.old === id);
  expect(links.map((link) => newMap.nodes[link.new]?.code.text)).toEqual(['A1.1.1.4']);
  return correspondence.complete.includes(id) ? 'yes' : 'unknown';
}

const LONG = 'Vigilanza sugli strumenti metrici e tenuta elenco orafi';

describe('an entry is complete', () => {
  test.each([
    ['it keeps its label', LONG, LONG, '  A1.1.1.5 Mediazione civile'],
    [
      'what its target leaves is nowhere',
      LONG,
      'Vigilanza sugli strumenti metrici',
      '  A1.1.1.5 Mediazione civile',
    ],
    [
      'what is added has nothing of it',
      'Rilascio visure',
      'Rilascio delle visure',
      '  A1.1.1.5 Mediazione civile',
    ],
  ])('where %s', (_, before, after, added) => {
    expect(standing(before, after, added)).toBe('yes');
  });
});

describe('an entry may also go elsewhere', () => {
  test.each([
    [
      'another new entry takes up what its target leaves',
      LONG,
      'Vigilanza sugli strumenti metrici',
      '  A1.2 Albi\n  A1.2.1 Albi\n  A1.2.1.1 Gestione orafi e marchi di identificazione',
    ],
    [
      'an added sibling has much of its label',
      'Servizi individuali di orientamento',
      'Servizi individuali di orientamento al lavoro',
      '  A1.1.1.5 Assistenza e orientamento sulle tecnologie digitali',
    ],
  ])('where %s', (_, before, after, added) => {
    expect(standing(before, after, added)).toBe('unknown');
  });

  it('but not by what an entry has that came to it from another', () => {
    const elsewhere = '\n  A1.2 Albi\n  A1.2.1 Albi\n  A1.2.1.1 Gestione orafi e marchi di identificazione';
    const oldMap = mapOf(`${CALM}\n  A1.1.1.4 ${LONG}${elsewhere}`);
    const newMap = mapOf(`${CALM}\n  A1.1.1.4 Vigilanza sugli strumenti metrici${elsewhere}`);
    const { complete } = matchMaps(oldMap, newMap).correspondence;
    const id = oldMap.nodes.find((node) => node.code.text === 'A1.1.1.4')?.id;
    expect(complete).toContain(id);
  });
});

describe('service entries', () => {
  const old = `
    A1 Servizi
    A1.C Coordinamento Servizi
    A1.1 Sportello
    A1.1.F.F Formazione Sportello
    A1.1.1 Accoglienza
    A1.1.1.1 Protocollo della corrispondenza`;

  it('are complete where what they serve is', () => {
    const oldMap = mapOf(old);
    const { complete } = matchMaps(oldMap, mapOf(old)).correspondence;
    expect(complete).toEqual(oldMap.nodes.map(({ id }) => id));
  });
});

describe('two maps', () => {
  const map = mapOf(
    Array.from({ length: 6 }, (_, i) => {
      const topics = ['strumenti metrici', 'marchi e brevetti', 'registro imprese', 'protesti cambiari'];
      const rows = topics.map(
        (topic, k) => `A1.${i + 1}.${k + 1} Ufficio ${topic} zona ${i + 1}
        A1.${i + 1}.${k + 1}.1 Istruttoria pratiche ${topic} e rilascio certificati zona ${i + 1}
        A1.${i + 1}.${k + 1}.2 Contenzioso ${topic} e recupero crediti zona ${i + 1}`,
      );
      return `A1.${i + 1} Sede ${i + 1}\n${rows.join('\n')}`;
    }).join('\n'),
  );
  const rateAt = (split: number) => {
    const rates = { ...THOROUGH, reword: 0, move: 0, merge: 0, drop: 0, add: 0, moveBranch: 0, split };
    const { oldMap, newMap } = revise('split', map, { ...rates, codes: 'keep' }, 3);
    return matchMaps(oldMap, newMap).correspondence.splitRate;
  };

  it('divide much where many entries were split, and not where few were', () => {
    expect(rateAt(0.9)).toBeGreaterThanOrEqual(DIVIDES_MUCH);
    expect(rateAt(0.05)).toBeLessThan(DIVIDES_MUCH);
  });
});
