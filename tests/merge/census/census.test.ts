import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeLocalisations } from '../../../fixtures/generate/localisations.ts';
import { takeCensus } from '../../../src/app/census.ts';
import { createAnalyser } from '../../../src/language/analyser.ts';
import { groupAdditions } from '../../../src/merge/census/group-additions.ts';
import { type Census, LOCAL_DOINGS } from '../../../src/model/census.ts';
import type { MapNode, ProcessMap } from '../../../src/model/process-map.ts';
import { parseMap } from '../../../src/read/parse-map.ts';

const read = (name: string) => parseMap({ name, bytes: readFileSync(`fixtures/${name}`) });

/** The branches whose codes begin so; ids and parents follow. */
function branches(map: ProcessMap, start: RegExp): ProcessMap {
  const kept = map.nodes.filter(({ code }) => start.test(code.text));
  const ids = new Map(kept.map((node, i) => [node.id, i]));
  const nodes = kept.map(
    (node): MapNode => ({
      ...node,
      id: ids.get(node.id) as number,
      parent: node.parent === null ? null : (ids.get(node.parent) ?? null),
    }),
  );
  return { ...map, nodes, notes: [] };
}

describe('a census of ten made-up localisations', () => {
  let national: ProcessMap;
  let census: Census;
  let made: ReturnType<typeof makeLocalisations>;
  beforeAll(async () => {
    national = branches(await read('unioncamere-rev2023.csv'), /^A\d/);
    made = makeLocalisations(national, 10);
    census = takeCensus(
      national,
      made.map(({ local }) => local),
    );
  }, 60_000);

  it('counts every national entry once for each map', () => {
    expect(census.maps).toHaveLength(10);
    expect(census.strangers).toEqual([]);
    for (const { counts } of census.entries)
      expect(LOCAL_DOINGS.reduce((sum, doing) => sum + counts[doing], 0)).toBe(10);
  });

  it('says of each activity what was done to it, in 98 of 100 cases', () => {
    const known = census.entries.flatMap(({ code, counts }) =>
      (['as-it-is', 'reworded', 'moved', 'left-out'] as const).map((doing) => ({
        expected: made.filter(({ doings }) => doings.get(code) === doing).length,
        found: made[0]?.doings.has(code) ? counts[doing] : 0,
      })),
    );
    const all = known.reduce((sum, { expected }) => sum + expected, 0);
    const right = known.reduce((sum, { expected, found }) => sum + Math.min(expected, found), 0);
    expect(all).toBeGreaterThan(400);
    expect(right / all).toBeGreaterThanOrEqual(0.98);
  });

  it('groups additions that recur, each once, those of most maps first', () => {
    const added = census.maps.reduce((sum, { additions }) => sum + additions, 0);
    expect(census.additions.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(added);
    const sizes = census.additions.map(({ maps }) => maps);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(1);
    const wordsOf = (label: string) => label.replace(/ \d+$/, '');
    for (const { entries } of census.additions.filter(({ maps }) => maps > 2))
      expect(new Set(entries.map(({ label }) => wordsOf(label))).size).toBe(1);
  });

  it('is the same whatever the order of the maps', () => {
    const turned = takeCensus(
      national,
      made
        .map(({ local }) => local)
        .reverse()
        .slice(0, 3),
    );
    const straight = takeCensus(national, made.map(({ local }) => local).slice(-3));
    expect(turned.entries).toEqual(straight.entries);
    expect(turned.additions).toEqual(straight.additions);
  });

  it('leaves a map as it is where nothing was done, and sets a stranger apart', async () => {
    const stranger = branches(await read('unioncamere-rev2023.csv'), /^[CD]\d/);
    const { maps, strangers, additions } = takeCensus(national, [national, stranger]);
    expect(maps.map(({ counts }) => counts['as-it-is'])).toEqual([census.entries.length]);
    expect(strangers).toHaveLength(1);
    expect(additions).toEqual([]);
  });
});

it('counts the real local map, entry by entry', async () => {
  const [national, local] = await Promise.all([
    read('unioncamere-rev2023.csv'),
    read('massa-carrara-2021.csv'),
  ]);
  if (!national || !local) throw new Error('no maps');
  const { maps, entries } = takeCensus(national, [local]);
  const counts = maps[0]?.counts;
  expect(LOCAL_DOINGS.reduce((sum, doing) => sum + (counts?.[doing] ?? 0), 0)).toBe(entries.length);
  expect(counts?.['as-it-is']).toBeGreaterThan(200);
  const moved = entries.find(({ code }) => code === 'A1.3.2.5');
  expect(moved?.counts['left-out']).toBe(0);
});

describe('local additions', () => {
  const addition = (map: string, label: string) => ({ map, code: 'A1.1.1.9', label, under: null });
  const grouped = (...labels: readonly string[]) =>
    groupAdditions(
      labels.map((label, i) => addition(`${i}.csv`, label)),
      createAnalyser('it'),
    ).map(({ entries }) => entries.length);

  it.each([
    ['the same words', ['Sportello per il marmo apuano', 'Sportello per il marmo apuano'], [2]],
    ['another writing', ['Sportello per il marmo apuano', 'SPORTELLO PER IL MARMO APUANO.'], [2]],
    ['one word of three', ['Sportello marmo apuano', 'Sportello filiera miele'], [1, 1]],
    ['nothing in common', ['Premio ai vini', 'Gestione del porto'], [1, 1]],
  ])('with %s are %j in groups of %j', (_, labels, sizes) => {
    expect(grouped(...labels)).toEqual(sizes);
  });

  it('are not joined by a chain of small differences', () => {
    const chain = [
      'alfa beta gamma delta',
      'beta gamma delta epsilon',
      'gamma delta epsilon zeta',
      'delta epsilon zeta eta',
    ];
    expect(Math.max(...grouped(...chain))).toBeLessThan(4);
  });
});
