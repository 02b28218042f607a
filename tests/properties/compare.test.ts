import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { renderReportJson } from '../../src/render/report-json.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
let local: ProcessMap;
let national: ProcessMap;

beforeAll(async () => {
  local = await read('massa-carrara-2021.csv');
  national = await read('unioncamere-rev2023.csv');
});

/** The links of a comparison as text, independent of the order of rows. */
function linksOf(oldMap: ProcessMap, newMap: ProcessMap): readonly string[] {
  const { rows } = crosswalkOf(compareMaps(oldMap, newMap)).crosswalk;
  return rows
    .map((row) => [row.oldCode, row.newCode, row.change, row.tier, row.confidence.toFixed(6)].join(' '))
    .sort();
}

/** The same map with its rows in another order: ids renumbered, everything else kept. */
function reorder(map: ProcessMap, order: readonly number[]): ProcessMap {
  const position = new Map(order.map((id, at) => [id, at]));
  const nodes = order.map((id, at) => {
    const node = map.nodes[id] as ProcessMap['nodes'][number];
    return { ...node, id: at, parent: node.parent === null ? null : (position.get(node.parent) ?? null) };
  });
  return { ...map, nodes };
}

describe('comparing maps', () => {
  it.each(['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'])(
    'finds %s unchanged against itself',
    async (file) => {
      const map = await read(file);
      const { report } = compareMaps(map, map);
      expect(report.summary.unchanged).toBe(report.changes.length);
      expect(report.structure.every((change) => change.kind === 'unchanged')).toBe(true);
      expect(report.alarms).toEqual({ recycled: 0, possiblyLost: 0, reusedIds: 0, redefined: 0 });
    },
  );

  it('gives the same bytes for the same maps', async () => {
    const again = compareMaps(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv'));
    const once = compareMaps(local, national);
    expect(renderReportJson(again.report)).toBe(renderReportJson(once.report));
    expect(renderCrosswalkCsv(crosswalkOf(again).crosswalk)).toBe(
      renderCrosswalkCsv(crosswalkOf(once).crosswalk),
    );
  });

  it('changes no link when the rows of a file are shuffled', () => {
    const expected = linksOf(local, national);
    const shuffled = (map: ProcessMap) => {
      const ids = map.nodes.map((node) => node.id);
      return fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length });
    };
    fc.assert(
      fc.property(shuffled(local), shuffled(national), (oldOrder, newOrder) => {
        expect(linksOf(reorder(local, oldOrder), reorder(national, newOrder))).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  });

  it('raises the recycled alarm for every activity code that stands in both maps without linking to itself, and no other', () => {
    const activities = (map: ProcessMap) =>
      new Set(map.nodes.filter((node) => node.kind === 'activity').map((node) => node.code.text));
    const [before, after] = [activities(local), activities(national)];
    const { rows } = crosswalkOf(compareMaps(local, national)).crosswalk;
    const toSelf = new Set(rows.filter((row) => row.oldCode === row.newCode).map((row) => row.oldCode));
    const expected = [...before].filter((code) => after.has(code) && !toSelf.has(code)).sort();
    const alarmed = rows.filter((row) => row.alarms.includes('recycled')).map((row) => row.oldCode);
    expect([...new Set(alarmed)].sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
  });

  it('accounts for every entry: each old one is mapped or listed, each new one is reached or added', () => {
    const { rows } = crosswalkOf(compareMaps(local, national)).crosswalk;
    const bookable = (map: ProcessMap) =>
      map.nodes.flatMap((node) => (node.bookingCode === null ? [] : [node.bookingCode])).sort();
    expect([...new Set(rows.flatMap((row) => row.oldCode || []))].sort()).toEqual([
      ...new Set(bookable(local)),
    ]);
    const reached = new Set(rows.flatMap((row) => row.newCode || []));
    expect(bookable(national).filter((code) => !reached.has(code))).toEqual([]);
  });
});
