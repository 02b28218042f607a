import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder = '';
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = (...argv: readonly string[]) => runCli(argv, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-shares-'));
  const rows = Array.from({ length: 40 }, (_, i) => `A1.1.1.1;A1.1.1.${i % 4 === 0 ? 2 : 1};${2 + (i % 3)}`);
  write(
    'dual.csv',
    [
      'Codice vecchio;Codice nuovo;Ore',
      ...rows,
      'A1.1.1.3;A1.1.1.3;1',
      'A1.1.1.3;A1.1.1.4;1',
      'A1.1.1.3;;1',
    ].join('\n'),
  );
  write('cw.csv', 'old_code,new_code,share\nA1,B1,1\nA2,B1,0.5\nA2,B2,0.5\n');
  write('hours.csv', 'Codice;Ore\nA1;30\nA2;20\nFERIE;7\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('procmap shares', () => {
  test('writes decisions, and says what it left out', async () => {
    const { stdout, stderr, exitCode } = await run('shares', 'dual.csv', '-o', 'd.csv', '--by', 'Ufficio');
    expect({ stderr, exitCode }).toEqual({ stderr: 'wrote d.csv\n', exitCode: 1 });
    expect(stdout).toMatchSnapshot();
    expect((await run('shares', 'dual.csv', '--lang', 'it')).stdout).toMatchSnapshot();
    const lines = readFileSync(join(folder, 'd.csv'), 'utf8').split('\r\n');
    expect(lines[1]).toMatch(
      /^A1\.1\.1\.1,A1\.1\.1\.1,accept,0\.7563,,Ufficio,\d{4}-\d\d-\d\d,"?estimated from 40 bookings/,
    );
    expect(lines).toHaveLength(4);
  });

  test('never writes over decisions unasked', async () => {
    await run('shares', 'dual.csv', '-o', 'kept.csv');
    const again = await run('shares', 'dual.csv', '-o', 'kept.csv');
    expect(again.exitCode).toBe(2);
    expect((await run('shares', 'dual.csv', '-o', 'kept.csv', '--force')).exitCode).toBe(1);
  });

  test('refuses a minimum that is no number, and a file without the columns', async () => {
    expect((await run('shares', 'dual.csv', '--minimum', '0')).stderr).toContain(
      'expected a whole number from 1',
    );
    const { stderr, exitCode } = await run('shares', 'hours.csv', '--lang', 'it');
    expect(stderr).toContain('hours.csv: mancano le colonne');
    expect(exitCode).toBe(2);
  });
});

describe('procmap invert', () => {
  test('divides by what was booked, and says what was not counted', async () => {
    const { stderr, exitCode } = await run('invert', 'cw.csv', '--usage', 'hours.csv', '-o', 'back.csv');
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      'hours.csv: "Ore" on 2 codes of the crosswalk\nnot counted, for the crosswalk does not know these codes: FERIE\nwrote back.csv\n',
    );
    const rows = readFileSync(join(folder, 'back.csv'), 'utf8').split('\r\n').slice(1, 4);
    expect(rows.map((row) => row.split(',')).map((cells) => [cells[0], cells[5], cells[8]])).toEqual([
      ['B1', 'A1', '0.75'],
      ['B1', 'A2', '0.25'],
      ['B2', 'A2', '1'],
    ]);
  });

  test('leaves shares empty without amounts, and says so', async () => {
    const { stdout, stderr } = await run('invert', 'cw.csv', '--lang', 'it');
    expect(stdout).toContain('\r\nB1,,,transfer,RC5,A1,,,,');
    expect(stderr).toContain('1 codice viene da più voci');
  });
});
