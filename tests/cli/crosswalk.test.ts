import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const HEADER =
  'old_code,new_code,verdict,share,is_default,decided_by,decided_on,reason,old_fingerprint,new_fingerprint,new_label';
const MAPS = ['fixtures/massa-carrara-2021.csv', 'fixtures/unioncamere-rev2023.csv'];
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Decides whatever is open: dropped, with the shares of splits in equal parts. */
async function decideAll(): Promise<string> {
  const { stdout } = await runCli(['crosswalk', ...MAPS, '--allocate', 'equal', '--format', 'json']);
  const { rows } = JSON.parse(stdout) as {
    rows: { oldCode: string; newCode: string; tier: string; share: string | null }[];
  };
  const lines = rows.flatMap(({ oldCode, newCode, tier, share }) => {
    if (tier === 'open') return [`${oldCode},,drop,,,MB,2025-03-14,,,`];
    return oldCode !== '' && share !== null && share !== '1'
      ? [`${oldCode},${newCode},accept,${share},,MB,2025-03-14,,,`]
      : [];
  });
  writeFileSync(at('all.csv'), [HEADER, ...new Set(lines), ''].join('\n'));
  return at('all.csv');
}

describe('procmap crosswalk', () => {
  it('writes the table with its schema beside it, and says that nothing is missing', async () => {
    const { stdout, stderr, exitCode } = await runCli(['crosswalk', ...MAPS, '-o', at('out.csv')]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/out\.csv: \d+ rows\n/);
    expect(stderr).toMatch(
      /checked both ways: 304 old entries = \d+ mapped \(\d+ certain, \d+ probable\) \+ 3 dropped \+ 4 possibly lost \+ 2 open; 251 new entries =/,
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(readFileSync(at('out.schema.json'), 'utf8')).fields).toHaveLength(20);
  });

  it('refuses an ending that promises what it does not write', async () => {
    const { stderr, exitCode } = await runCli(['crosswalk', ...MAPS, '-o', at('final.html')]);
    expect(stderr).toMatch(/final\.html" .*\.csv, \.xlsx, \.json/);
    expect([exitCode, existsSync(at('final.html'))]).toEqual([2, false]);
  });

  it('refuses payroll while anything is undecided, and writes nothing', async () => {
    const argv = ['crosswalk', ...MAPS, '--profile', 'payroll', '-o', at('pay.csv')];
    const { stdout, stderr, exitCode } = await runCli(argv);
    expect(stderr).toMatch(
      /^not written, .*\n {2}entries to be decided: 2 \([A-G][\d.F]*, .*\n {2}entries possibly lost in the new file: 4 \(/,
    );
    expect(stderr).toMatch(/split entries without shares: \d+/);
    expect([stdout, exitCode, existsSync(at('pay.csv'))]).toEqual(['', 1, false]);
  });

  it('writes payroll once everything is decided, and passes --strict', async () => {
    const decided = ['--decisions', await decideAll()];
    const argv = ['crosswalk', ...MAPS, ...decided, '--profile', 'payroll', '--strict', '-o', at('pay.csv')];
    const { exitCode } = await runCli(argv);
    expect(exitCode).toBe(0);
    const [header, ...rows] = readFileSync(at('pay.csv'), 'utf8').trimEnd().split('\r\n');
    expect(header).toBe('old_code,new_code,share');
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(304);
  });

  it('fails --strict while something is open, having written the table', async () => {
    const { stderr, exitCode } = await runCli(['crosswalk', ...MAPS, '--strict', '-o', at('strict.csv')]);
    expect(stderr).toMatch(/not everything is decided .*\n {2}entries to be decided: /);
    expect([exitCode, existsSync(at('strict.csv'))]).toEqual([1, true]);
  });

  it('fails --strict complete while an entry may also go elsewhere, wherever the option stands', async () => {
    const decided = ['--decisions', await decideAll()];
    const strict = (...argv: string[]) => runCli(['crosswalk', ...argv, ...decided, '-o', at('strict.csv')]);
    const complete = await strict(...MAPS, '--strict', 'complete');
    expect(complete.stderr).toMatch(/entries that may also go elsewhere in part: \d+ \(/);
    expect([complete.exitCode, (await strict('--strict', ...MAPS)).exitCode]).toEqual([1, 0]);
    const lines = readFileSync(at('strict.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/,fingerprint,complete$/);
    expect(new Set(lines.slice(1).map((line) => line.split(',').at(-1)))).toEqual(
      new Set(['yes', 'unknown', '']),
    );
  });

  it('writes every link as a decision', async () => {
    const { stdout } = await runCli(['crosswalk', ...MAPS, '--format', 'decisions']);
    writeFileSync(at('as-is.csv'), stdout);
    const again = await runCli([
      'crosswalk',
      ...MAPS,
      '--decisions',
      at('as-is.csv'),
      '--format',
      'decisions',
    ]);
    expect(again.stdout).toBe(stdout);
    expect(again.stderr).toMatch(/decisions applied: \d+, stale: 0/);
  });

  it.each([
    [
      ['--format', 'sql', '--profile', 'payroll'],
      /"sql" is not possible for --format, expected one of csv, xlsx/,
    ],
    [['--valid-from', '1/13/2024'], /"1\/13\/2024" is not possible for --valid-from/],
    [['--allocate', 'half'], /"half" is not possible for --allocate/],
  ])('says what is wrong with %j', async (options, message) => {
    const { stderr, exitCode } = await runCli(['crosswalk', ...MAPS, ...options]);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});
