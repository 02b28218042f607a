import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { groupsOf } from '../../src/app/groups.ts';
import type { CodeGroup, GroupReport } from '../../src/model/code-groups.ts';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { groupCodes } from '../../src/series/group-codes.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

/** The groups as another library finds them in the rows of the crosswalks. */
function componentsOf(crosswalks: readonly Crosswalk[]): readonly (readonly string[])[] {
  const graph = new UndirectedGraph();
  crosswalks.forEach(({ rows }, step) => {
    for (const { oldCode, newCode, tier } of rows) {
      if (oldCode !== '') graph.mergeNode(`${step} ${oldCode}`);
      if (newCode !== '') graph.mergeNode(`${step + 1} ${newCode}`);
      if (oldCode !== '' && newCode !== '' && tier !== 'open')
        graph.mergeEdge(`${step} ${oldCode}`, `${step + 1} ${newCode}`);
    }
  });
  return sorted(connectedComponents(graph));
}

const membersOf = ({ groups }: GroupReport) =>
  sorted(groups.map(({ entries }) => entries.map(({ revision, code }) => `${revision} ${code}`)));

function sorted(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return sets.map((own) => [...own].sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

const link = (oldCode: string, newCode: string, more = {}) =>
  crosswalkRow({ oldCode, newCode, oldLabel: `old ${oldCode}`, newLabel: `new ${newCode}`, ...more });
const grouped = (...steps: readonly Crosswalk[]) =>
  groupCodes(
    steps,
    Array.from({ length: steps.length + 1 }, (_, i) => String(2021 + i)),
  );
const only = ({ groups }: GroupReport): CodeGroup => {
  expect(groups).toHaveLength(1);
  return groups[0] as CodeGroup;
};

describe('the groups of the real maps', () => {
  let crosswalk: Crosswalk;
  let report: GroupReport;
  beforeAll(async () => {
    const [oldMap, newMap] = await Promise.all(
      ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) =>
        parseMap({ name, bytes: readFileSync(`fixtures/${name}`) }),
      ),
    );
    if (!oldMap || !newMap) throw new Error('no maps');
    crosswalk = crosswalkOf(compareMaps(oldMap, newMap)).crosswalk;
    report = groupsOf([crosswalk], ['2021', '2023']);
  });

  it('are those that another library finds', () => {
    expect(membersOf(report)).toEqual(componentsOf([crosswalk]));
  });

  it('are comparable without shares for 280 of 309', () => {
    expect([report.comparable, report.groups.length]).toEqual([280, 309]);
    expect(report.entries).toEqual([304, 309]);
  });

  it('hold every entry once, and say of each open one that it is', () => {
    const all = report.groups.flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ revision, code }) => `${revision} ${code}`)).size).toBe(all.length);
    expect(all.filter(({ whole }) => whole === 'open').map(({ code }) => code)).toEqual(
      expect.arrayContaining(report.open.map(({ code }) => code)),
    );
    expect(report.open).toHaveLength(6);
  });
});

describe('groups', () => {
  it('agree with another library on any chain of crosswalks', () => {
    const code = fc.integer({ min: 1, max: 12 }).map((n) => `A1.1.${n}`);
    const row = fc.tuple(fc.option(code, { nil: '' }), fc.option(code, { nil: '' }), fc.boolean());
    const step = fc
      .array(row, { minLength: 1, maxLength: 20 })
      .map((rows) => rows.filter(([from, to]) => from !== '' || to !== ''))
      .map(
        (rows): Crosswalk => ({
          rows: rows.map(([from, to, isOpen]) => link(from, to, { tier: isOpen ? 'open' : 'probable' })),
        }),
      );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
        const report = grouped(...steps);
        expect(membersOf(report)).toEqual(componentsOf(steps));
        expect(new Set(report.groups.map(({ id }) => id)).size).toBe(report.groups.length);
      }),
      { numRuns: 200, seed: 19 },
    );
  });

  it('are named by the revision in which they have the fewest entries, the newest of several', () => {
    const merged = only(grouped({ rows: [link('A1', 'B1'), link('A2', 'B1')] }));
    expect([merged.id, merged.label, merged.kind]).toEqual(['2022:B1', 'new B1', 'merged']);
    const split = only(grouped({ rows: [link('A1', 'B1'), link('A1', 'B2')] }));
    expect([split.id, split.label, split.kind]).toEqual(['2021:A1', 'old A1', 'split']);
    const same = only(grouped({ rows: [link('A1', 'B1')] }));
    expect([same.id, same.kind]).toEqual(['2022:B1', 'single']);
  });

  it('say of each entry whether it is all that its group has in the revision', () => {
    const { entries } = only(grouped({ rows: [link('A1', 'B1'), link('A2', 'B1')] }));
    expect(entries.map(({ code, whole }) => [code, whole])).toEqual([
      ['A1', 'no'],
      ['A2', 'no'],
      ['B1', 'yes'],
    ]);
  });

  it('join what a later step joins', () => {
    const chain = grouped(
      { rows: [link('A1', 'B1'), link('A2', 'B2')] },
      { rows: [link('B1', 'C1'), link('B2', 'C1')] },
    );
    expect(only(chain).entries.map(({ revision, code }) => `${revision}${code}`)).toEqual([
      '0A1',
      '0A2',
      '1B1',
      '1B2',
      '2C1',
    ]);
    expect(chain.comparable).toBe(1);
  });

  it('never mistake a code that was used again for its namesake', () => {
    const { groups } = grouped({ rows: [link('A1', 'A2'), link('A2', 'A3')] });
    expect(groups.map(({ entries }) => entries.map(({ code }) => code))).toEqual([
      ['A1', 'A2'],
      ['A2', 'A3'],
    ]);
  });

  it('hold entries together that share a code, for no booking tells them apart', () => {
    const rows = [link('E1', 'B1', { fingerprint: 'x' }), link('E1', 'B2', { fingerprint: 'y' })];
    expect(only(grouped({ rows })).kind).toBe('split');
  });

  it('tell what is open with its candidates, and count no group through it', () => {
    const alternatives = [
      { code: 'B7', confidence: 0.4 },
      { code: 'B1', confidence: 0.2 },
    ];
    const open = link('A1', '', { tier: 'open', change: 'open', share: null, alternatives });
    const lost = link('A2', '', { tier: 'open', change: 'possibly-lost', share: null });
    const report = grouped({ rows: [open, lost, link('', 'B1', { change: 'added' })] });
    expect(report.comparable).toBe(0);
    expect(report.open.map(({ code, candidates, possiblyLost }) => [code, candidates, possiblyLost])).toEqual(
      [
        ['A1', ['B7', 'B1'], false],
        ['A2', [], true],
      ],
    );
  });

  it('tell where a later crosswalk does not know a code', () => {
    const report = grouped({ rows: [link('A1', 'B1')] }, { rows: [link('B2', 'C2')] });
    expect(report.open.map(({ revision, code }) => [revision, code])).toEqual([[1, 'B1']]);
    expect(report.comparable).toBe(0);
  });

  it('tell of a group that a part of it ends or begins on the way', () => {
    const dropped = { change: 'dropped', share: null } as const;
    const loses = grouped(
      { rows: [link('A1', 'B1', { share: '0.5' }), link('A1', 'B2', { share: '0.5' })] },
      { rows: [link('B1', 'C1'), link('B2', '', dropped)] },
    );
    expect(only(loses)).toMatchObject({ loses: true, gains: false });
    const gains = grouped(
      { rows: [link('A1', 'B1'), link('', 'B2', { change: 'added' })] },
      { rows: [link('B1', 'C1'), link('B2', 'C1')] },
    );
    expect(only(gains)).toMatchObject({ loses: false, gains: true });
    const whole = grouped({ rows: [link('A1', 'B1')] }, { rows: [link('B1', '', dropped)] });
    expect(only(whole)).toMatchObject({ loses: false, gains: false, kind: 'partial' });
  });

  it('count what nobody has confirmed, and what may go elsewhere, too', () => {
    const rows = [
      link('A1', 'B1', { tier: 'probable', complete: 'unknown' }),
      link('A2', 'B2', { tier: 'probable', decidedBy: 'anna' }),
      link('A3', 'B3', { complete: 'yes' }),
    ];
    expect(grouped({ rows })).toMatchObject({ unconfirmed: 1, incomplete: 1 });
  });

  it('carry service entries that a later crosswalk does not list with their process', () => {
    const first = { rows: [link('A1.1.F.F', 'A1.1.F.F'), link('A1.1.1.1', 'A1.1.1.1')] };
    const next = { rows: [link('A1.1.1.1', 'B2.1.1.1')] };
    const ids = groupsOf([first, next]).groups.map(({ entries }) => entries.at(-1)?.code);
    expect(ids).toEqual(['B2.1.F.F', 'B2.1.1.1']);
  });
});
