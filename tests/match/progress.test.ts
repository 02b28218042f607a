import { expect, it } from 'vitest';
import { matchMaps } from '../../src/match/match.ts';
import { MATCH_STAGES, type MatchProgress } from '../../src/model/progress.ts';
import { mapOf } from '../support/map-of.ts';

it('tells how far matching has come: the stages in order, each from nothing on', () => {
  const map = mapOf(`
    A1 Pianificazione e controllo
    A1.1 Performance
    A1.1.1 Programmazione
    A1.1.1.1 Relazione previsionale e programmatica
  `);
  const told: MatchProgress[] = [];
  matchMaps(map, map, { onProgress: (progress) => told.push(progress) });
  const places = told.map(({ stage }) => MATCH_STAGES.indexOf(stage));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['labels', 'rounds', 'joins', 'links']));
  for (const { done, total } of told) expect(done).toBeLessThan(total);
});
