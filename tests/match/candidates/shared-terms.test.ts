import { expect, it } from 'vitest';
import { matchMaps } from '../../../src/match/match.ts';
import { mapOf } from '../../support/map-of.ts';

it('finds the same label among thousands that share all its common words', () => {
  const labels = Array.from({ length: 3000 }, (_, i) => `Gestione delle pratiche e controllo ${wordOf(i)}`);
  const lines = (codeOf: (i: number) => number): string =>
    labels.map((label, i) => `E${codeOf(i)}:entry ${label}`).join('\n');
  const { newMap, correspondence } = matchMaps(
    mapOf(lines((i) => i)),
    mapOf(lines((i) => labels.length - i)),
  );
  const right = correspondence.links.filter(({ old, new: n }) => newMap.nodes[n]?.label === labels[old]);
  expect(right.length).toBe(labels.length);
});

it('looks at as few where no word tells entries apart', () => {
  const same = Array.from({ length: 3000 }, (_, i) => `E${i}:entry Gestione delle pratiche`).join('\n');
  const { correspondence } = matchMaps(mapOf(same), mapOf(same));
  expect(correspondence.links.every(({ old, new: n }) => old === n)).toBe(true);
});

/** A made-up word that no other number has. */
function wordOf(number: number): string {
  const syllables = [
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'la',
    'me',
    'ni',
    'po',
    'ru',
    'sa',
    'te',
    'vi',
    'zo',
    'qua',
  ];
  return [1, 15, 225, 3375].map((unit) => syllables[Math.floor(number / unit) % 15]).join('');
}
