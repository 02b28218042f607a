import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeTriple } from '../../fixtures/generate/triples.ts';
import { adoptMaps } from '../../src/app/adopt.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { isBookable, keyOf } from '../../src/model/tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderMapCsv } from '../../src/render/map-csv.ts';

const SEEDS = [1, 2, 3, 4];
const maps = await Promise.all(
  ['unioncamere-rev2023.csv', 'massa-carrara-2021.csv'].map((name) =>
    parseMap({ name, bytes: readFileSync(`fixtures/${name}`) }),
  ),
);
const cases = maps.flatMap((map) => SEEDS.map((seed) => ({ name: map.source.name, seed, map })));

/** The rows in another order; ids and parents follow. */
function reversed(map: ProcessMap): ProcessMap {
  const last = map.nodes.length - 1;
  const nodes = map.nodes
    .map(
      (node): MapNode => ({
        ...node,
        id: last - node.id,
        parent: node.parent === null ? null : last - node.parent,
      }),
    )
    .reverse();
  return { ...map, nodes };
}

function withoutTypes(map: ProcessMap): string {
  return renderMapCsv({ ...map, nodes: map.nodes.map((node) => ({ ...node, type: null })) });
}

describe.each(cases)('a map made one’s own, carried on: $name, seed $seed', ({ map, seed }) => {
  const triple = makeTriple(map, seed);
  const { base, local, national } = triple;
  const { adoption, comparison } = adoptMaps(triple);

  it('gives the national map where the chamber changed nothing', () => {
    const result = adoptMaps({ base, local: base, national });
    expect(renderMapCsv(result.adoption.map)).toBe(renderMapCsv(national));
  });

  it('gives the local map where the nation changed nothing', () => {
    const result = adoptMaps({ base, local, national: base });
    expect(renderMapCsv(result.adoption.map)).toBe(renderMapCsv(local));
  });

  it('has every national entry but those whose base the chamber left out', () => {
    const inResult = new Set(
      adoption.outcomes.filter(({ result }) => result.length > 0).flatMap((each) => each.national),
    );
    const missing = adoption.outcomes
      .filter(({ kind, side }) => kind !== 'left-out' && side === 'national')
      .flatMap((outcome) => outcome.national.filter((entry) => !inResult.has(entry)));
    expect(missing).toEqual([]);
  });

  it('gives no two entries one code that had two before', () => {
    const twice = (each: ProcessMap): number =>
      each.nodes.length - new Set(each.nodes.map(({ code }) => code.text)).size;
    expect(twice(adoption.map)).toBeLessThanOrEqual(Math.max(twice(local), twice(national)));
  });

  it('gives kept additions no code that named something else', () => {
    const named = new Map([...national.nodes, ...local.nodes].map((node) => [node.code.text, node.label]));
    const additions = adoption.outcomes.filter(({ kind }) => kind === 'addition-kept');
    const wrong = additions
      .flatMap(({ result }) => result)
      .filter(({ code, label }) => (named.get(code) ?? label) !== label);
    expect(wrong).toEqual([]);
  });

  it('loses no addition of the chamber’s', () => {
    const labels = new Set(adoption.map.nodes.map(({ label }) => label));
    const lost = [...triple.expected]
      .filter(([key, kind]) => key.startsWith('local ') && kind === 'addition-kept')
      .map(([key]) => local.nodes.find((node) => `local ${node.code.text}` === key)?.label ?? '')
      .filter((label) => !labels.has(label));
    expect(lost).toEqual([]);
  });

  it('tells what becomes of every hour', () => {
    const told = new Set(comparison.report.changes.flatMap(({ old }) => (old === null ? [] : [old.code])));
    expect(
      local.nodes
        .filter(isBookable)
        .map(keyOf)
        .filter((code) => !told.has(code)),
    ).toEqual([]);
  });

  it('has every entry in exactly one outcome', () => {
    const count = (entries: readonly { readonly id: number }[]) =>
      entries.map(({ id }) => id).sort((a, b) => a - b);
    const services = (each: ProcessMap) =>
      each.nodes.filter(({ kind }) => kind !== 'coordination' && kind !== 'training');
    expect(count(adoption.outcomes.flatMap((each) => each.base))).toEqual(base.nodes.map(({ id }) => id));
    expect(count(adoption.outcomes.flatMap((each) => each.national))).toEqual(
      national.nodes.map(({ id }) => id),
    );
    expect(count(adoption.outcomes.flatMap((each) => each.local))).toEqual(
      services(local).map(({ id }) => id),
    );
  });

  it('does not depend on the order of rows', () => {
    const turned = adoptMaps({ base: reversed(base), local: reversed(local), national: reversed(national) });
    expect(withoutTypes(turned.adoption.map)).toBe(withoutTypes(adoption.map));
    expect(turned.adoption.counts).toEqual(adoption.counts);
  });
});

describe('outcomes of made-up triples', () => {
  it('are those of the generator in 96 of 100 cases and more', () => {
    let right = 0;
    let all = 0;
    for (const { map, seed } of cases) {
      const triple = makeTriple(map, seed);
      const kinds = new Map<string, string>();
      for (const outcome of adoptMaps(triple).adoption.outcomes) {
        for (const side of ['base', 'local', 'national'] as const)
          for (const { code } of outcome[side]) kinds.set(`${side} ${code}`, outcome.kind);
      }
      for (const [key, kind] of triple.expected) {
        all++;
        if (kinds.get(key) === kind) right++;
      }
    }
    expect(right / all).toBeGreaterThan(0.96);
  });
});
