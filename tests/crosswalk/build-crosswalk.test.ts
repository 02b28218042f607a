import { describe, expect, it } from 'vitest';
import { buildCrosswalk } from '../../src/crosswalk/build-crosswalk.ts';
import { checkCrosswalk } from '../../src/crosswalk/check-crosswalk.ts';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { mapOf } from '../support/map-of.ts';
import { crosswalkOf } from '../support/recode.ts';
import { reportOf } from '../support/report-of.ts';

const report = reportOf(EVERY_KIND);
const { rows } = buildCrosswalk(report, ({ old, new: targets }) => `f ${(old ?? targets[0])?.code}`);

describe('a report as a table', () => {
  it('has one row a link, one for what goes nowhere, one for what comes from nowhere', () => {
    const expected = report.changes.flatMap(({ old, new: targets }) =>
      (targets.length === 0 ? [''] : targets.map(({ code }) => code)).map((code) => [old?.code ?? '', code]),
    );
    expect(rows.map(({ oldCode, newCode }) => [oldCode, newCode])).toEqual(expected);
    expect(rows.some(({ oldCode }) => oldCode === '')).toBe(true);
    expect(rows.some(({ newCode }) => newCode === '')).toBe(true);
  });

  it('says of added entries nothing old, of dropped ones nothing new', () => {
    for (const row of rows.filter(({ oldCode }) => oldCode === ''))
      expect([row.oldLabel, row.oldPath, row.change]).toEqual(['', '', 'added']);
    for (const row of rows.filter(({ newCode }) => newCode === ''))
      expect([row.newLabel, row.newPath, row.share, row.isDefault, row.confidence, row.evidence]).toEqual([
        ...['', '', null, null],
        ...[0, ''],
      ]);
  });

  it('offers other entries only where the link is not certain, and none that it goes to already', () => {
    const certain = rows.filter(({ tier }) => tier === 'certain');
    expect(certain.length).toBeGreaterThan(5);
    expect(certain.filter(({ alternatives }) => alternatives.length > 0)).toEqual([]);
    const open = rows.filter(({ tier }) => tier === 'open');
    expect(open.some(({ alternatives }) => alternatives.length > 0)).toBe(true);
    for (const { newCode, alternatives } of rows)
      expect(alternatives.map(({ code }) => code)).not.toContain(newCode);
  });

  it('keeps the fingerprint of the change in each of its rows', () => {
    for (const row of rows) expect(row.fingerprint).toBe(`f ${row.oldCode || row.newCode}`);
  });
});

describe('what a table says of entries that may be lost', () => {
  it('counts them apart from those that are dropped', () => {
    const tree = mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 a\nA1.1.1.2 b');
    const { rows: links } = crosswalkOf('A1.1.1.1 -\nA1.1.1.2 ?');
    const lost = links.map((row) =>
      row.oldCode === 'A1.1.1.2' ? { ...row, change: 'possibly-lost' as const } : row,
    );
    const check = checkCrosswalk({ rows: lost }, tree, tree);
    expect(check.old).toEqual({ mapped: 0, certain: 0, probable: 0, dropped: 1, possiblyLost: 1, open: 0 });
    expect(check.possiblyLost).toEqual(['A1.1.1.2']);
  });
});

describe('a table as read', () => {
  const read = (text: string) => parseCrosswalk({ name: 'cw.csv', bytes: new TextEncoder().encode(text) });

  it.each([
    ['old_code,new_code,share\nA,B,1\n', 'payroll'],
    ['old_code,new_code,share,tier\nA,B,1,certain\n', 'full'],
    ['old_code,new_code,share,change\nA,B,1,moved\n', 'full'],
  ])('%j is of the profile %s', (text, profile) => {
    expect(read(text).profile).toBe(profile);
  });

  it('tells problems in the order of the lines, each with what stands there', () => {
    const { problems } = read('old_code,new_code,share\nA,B,2\nC,D,x\nA,B,0.5,7\n');
    const lines = problems.map(({ place }) => place.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'share-out-of-range', args: { code: 'A', value: '2' } }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'share-unreadable', args: { code: 'C', value: 'x' } }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'row-width', args: { expected: 3, found: 4 } }),
    );
  });
});
