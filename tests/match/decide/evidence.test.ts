import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchMaps } from '../../../src/match/match.ts';
import type { Evidence } from '../../../src/model/correspondence.ts';
import { parseMap } from '../../../src/read/parse-map.ts';
import { mapOf } from '../../support/map-of.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });

/** What all pieces add up to, in hundredths. */
function sumOf(pieces: readonly Evidence[]): number {
  return pieces.reduce((sum, { odds }) => sum + Math.round((odds as number) * 100), 0);
}

/** The log-odds of a confidence in hundredths, cut where they are as good as sure. */
function oddsOf(confidence: number): number {
  const odds = Math.log(confidence / (1 - confidence));
  return Math.round(Math.max(-12, Math.min(12, odds)) * 100);
}

describe('evidence', () => {
  it('adds up from the prior to the confidence, exactly, for every link and candidate', async () => {
    const [oldMap, newMap] = [await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')];
    const { links, structure, candidates } = matchMaps(oldMap, newMap).correspondence;
    const reckoned = [...links, ...structure, ...candidates.flat()].filter(({ evidence }) =>
      evidence.some(({ kind }) => kind === 'prior'),
    );
    expect(reckoned.length).toBeGreaterThan(1000);
    for (const { confidence, evidence } of reckoned) expect(sumOf(evidence)).toBe(oddsOf(confidence));
  });

  it('tells what speaks against a pair: that the label has its match elsewhere', () => {
    const before = mapOf(`
      A1 Governo
      A1.1 Servizi
      A1.1.1 Servizi interni
      A1.1.1.1 Protocollo della corrispondenza
      A1.1.1.2 Protocollo della corrispondenza riservata`);
    const after = mapOf(`
      A1 Governo
      A1.1 Servizi
      A1.1.1 Servizi interni
      A1.1.1.1 Protocollo della corrispondenza
      A1.1.1.2 Protocollo della corrispondenza riservata`);
    const { candidates } = matchMaps(before, after).correspondence;
    const second = candidates[3]?.find((candidate) => candidate.new === 4);
    const against = second?.evidence.filter(({ weight }) => weight < 0).map(({ kind }) => kind);
    expect(against).toContain('elsewhere');
  });
});
