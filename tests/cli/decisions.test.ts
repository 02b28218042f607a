import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const HEADER =
  'old_code;new_code;verdict;share;is_default;decided_by;decided_on;reason;old_fingerprint;new_fingerprint';
const NEW = 'fixtures/unioncamere-rev2023.csv';
let folder = '';
let old = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  old = join(folder, 'local.csv');
  copyFileSync('fixtures/massa-carrara-2021.csv', old);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [HEADER, ...lines].join('\r\n'), 'latin1');
  return path;
}

describe('--decisions', () => {
  it('settles entries, and says who, when and why', async () => {
    const file = write('own.csv', 'A1.1.2.2;;drop;;;M. Bianchi;14/03/2025;attivit\u00e0 cessata;;');
    const { stdout, stderr, exitCode } = await runCli(['explain', old, NEW, 'A1.1.2.2', '--decisions', file]);
    expect(stderr).toBe(`${file}: decisions applied: 1, stale: 0\n`);
    expect(stdout).toContain('Decided by M. Bianchi on 2025-03-14: attività cessata');
    expect(exitCode).toBe(0);
  });

  it('reach the crosswalk with their shares', async () => {
    const file = write(
      'split.csv',
      'A1.1.2.2;A1.1.2.1;accept;0,6;s\u00ec;MB;2025-03-14;sede;;',
      'A1.1.2.2;A1.1.2.2;accept;40%;;MB;2025-03-14;sede;;',
    );
    const { stdout } = await runCli(['crosswalk', old, NEW, '--decisions', file]);
    const rows = stdout.split('\r\n').filter((line) => line.startsWith('A1.1.2.2,'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/,0\.6,true,certain,1\.000,decision:1\.00.*,MB,2025-03-14,sede,/);
    expect(rows[1]).toMatch(/,0\.4,false,certain,1\.000,decision:1\.00.*,MB,2025-03-14,sede,/);
  });

  it('says all that cannot be applied, with file and line, and applies none of it', async () => {
    const file = write('bad.csv', 'A1.1.1.99;A1.1.1.1;accept;;;;;;;', ';;;;;;;;;', 'A1.1.1.1;;accept;;;;;;;');
    const { stdout, stderr, exitCode } = await runCli(['diff', old, NEW, '--decisions', file]);
    expect(stderr).toBe(
      [
        `procmap: error: ${file}: decisions that cannot be applied: 2`,
        `  ${file}:2: code A1.1.1.99 is not in ${old}; did you mean A1.1.1.1?`,
        `  ${file}:4: accept needs a new code, and there is none`,
        '  none of the file was applied; correct it and run again\n',
      ].join('\n'),
    );
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('opens an entry again whose decision is stale, and says what changed', async () => {
    const drop = 'A1.1.2.2;;drop;;;MB;;;8b4c1d-000000-000000;';
    const file = write('stale.csv', drop);
    const { stdout, stderr } = await runCli(['diff', old, NEW, '--decisions', file, '--format', 'json']);
    expect(stderr).toContain(
      `${file}:2: drop A1.1.2.2 is stale, the entry is open again: the old entry now reads`,
    );
    const report = JSON.parse(stdout);
    expect(report.decisions).toMatchObject({ applied: 0, stale: [{ oldCode: 'A1.1.2.2' }] });
    const change = report.changes.find((each: { old?: { code: string } }) => each.old?.code === 'A1.1.2.2');
    expect(change).toMatchObject({ kind: 'open', tier: 'open' });
  });
});

describe('decisions.csv beside the old map', () => {
  it('is picked up, said so, and left out on request', async () => {
    const file = write('decisions.csv', 'A1.1.2.2;;drop;;;MB;;;;');
    const found = await runCli(['diff', old, NEW, '--only', 'dropped']);
    expect(found.stderr).toBe(
      `using ${file}, found beside the old map (--no-decisions leaves it out)\n${file}: decisions applied: 1, stale: 0\n`,
    );
    expect(found.stdout).toContain('A1.1.2.2');
    const without = await runCli(['diff', old, NEW, '--only', 'dropped', '--no-decisions']);
    expect(without.stderr).toBe('');
    expect(without.stdout).not.toContain('A1.1.2.2');
  });
});
