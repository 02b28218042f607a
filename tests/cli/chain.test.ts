import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import type { CrosswalkRow } from '../../src/model/crosswalk.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { runCli } from '../support/run-cli.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-chain-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const chain = (...argv: readonly string[]) => runCli(['chain', ...argv], { cwd: folder });

describe('procmap chain', () => {
  test('composes from left to right', async () => {
    write('a.csv', 'old_code,new_code,share\nA1,B1,0.5\nA1,B2,0.5\nA2,B3,1\n');
    write('b.csv', 'old_code,new_code,share\nB1,C1,1\nB2,C2,1\nB3,C3,1\n');
    write('c.csv', 'old_code,new_code,share\nC1,D1,1\nC2,D1,0.5\nC2,D2,0.5\nC3,,\n');
    const { exitCode, stderr } = await chain('a.csv', 'b.csv', 'c.csv', '-o', 'd.csv');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'wrote d.csv\n' });
    const { crosswalk, problems } = parseCrosswalk({ name: 'd', bytes: readFileSync(join(folder, 'd.csv')) });
    expect(problems).toEqual([]);
    expect(crosswalk.rows.map((row) => [row.oldCode, row.newCode, row.share, row.change])).toEqual([
      ['A1', 'D1', '0.75', 'split'],
      ['A1', 'D2', '0.25', 'split'],
      ['A2', '', null, 'dropped'],
    ]);
  });

  test('tells what does not join, and refuses what does not join at all', async () => {
    write('a.csv', 'old_code,new_code,share\nA1,B1,1\nA2,B2,1\n');
    write('b.csv', 'old_code,new_code,share\nB1,C1,1\n');
    expect((await chain('a.csv', 'b.csv')).stderr).toBe(
      'b.csv: does not know 1 of the codes that lead to it, which is open now: B2\n',
    );
    const { stderr, exitCode } = await chain('b.csv', 'a.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('a.csv: knows none of the codes that b.csv leads to');
  });

  test('refuses a step that is applied twice', async () => {
    const maps = ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) => join(FIXTURES, name));
    await runCli(['crosswalk', ...maps, '-o', join(folder, 'x.csv')]);
    await runCli(['crosswalk', ...[...maps].reverse(), '-o', join(folder, 'back.csv')]);
    const { stderr, exitCode } = await chain('x.csv', 'x.csv', '-o', 'y.csv');
    expect(stderr).toContain('x.csv and x.csv: these two do not follow one another');
    expect(exitCode).toBe(2);
    expect((await chain('x.csv', 'back.csv', '-o', 'y.csv')).exitCode).toBe(0);
  });

  test('the crosswalk of the two main maps, chained with one in which nothing changes, stays what it is', async () => {
    const maps = ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) => join(FIXTURES, name));
    await runCli(['crosswalk', ...maps, '-o', join(folder, 'x.csv')]);
    const { crosswalk } = parseCrosswalk({ name: 'x', bytes: readFileSync(join(folder, 'x.csv')) });
    const entries = new Map(crosswalk.rows.filter((row) => row.newCode).map((row) => [row.newCode, row]));
    write('same.csv', renderCrosswalkCsv({ rows: [...entries.values()].map(unchanged) }));
    const { exitCode } = await chain('x.csv', 'same.csv', '-o', 'y.csv');
    const chained = parseCrosswalk({ name: 'y', bytes: readFileSync(join(folder, 'y.csv')) });
    expect(exitCode).toBe(0);
    const byLink = (rows: readonly CrosswalkRow[]) =>
      new Map(rows.map((row) => [`${row.oldCode} ${row.newCode}`, row]));
    expect(byLink(chained.crosswalk.rows)).toEqual(byLink(crosswalk.rows));
  });
});

function unchanged(row: CrosswalkRow): CrosswalkRow {
  const { newCode, newLabel, newPath } = row;
  const same = {
    complete: 'yes' as const,
    oldCode: newCode,
    oldLabel: newLabel,
    oldPath: newPath,
    change: 'unchanged',
    gsim: null,
  } as const;
  const sure = {
    share: '1',
    isDefault: true,
    tier: 'certain',
    confidence: 1,
    evidence: '',
    alarms: [],
  } as const;
  return { ...row, ...same, ...sure, alternatives: [], decidedBy: '', decidedOn: '', reason: '' };
}
