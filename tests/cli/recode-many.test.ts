import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunOptions, runCli } from '../support/run-cli.ts';

const CROSSWALK = `old_code,old_label,new_code,new_label,share
C2.3.1.1,Vidimazione registri,C2.3.1.4,Vidimazione libri,1
C2.3.1.2,Sportello telematico,C2.3.1.2,Sportello telematico,0.7
C2.3.1.2,Sportello telematico,C2.3.1.5,Assistenza a distanza,0.3
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-recode-'));
  writeFileSync(join(folder, 'x.csv'), CROSSWALK);
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, ...lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const lines = (name: string) => read(name).trimEnd().split('\r\n');
const recode = (argv: readonly string[], options: Omit<RunOptions, 'cwd'> = {}) =>
  runCli(['recode', ...argv, '--crosswalk', 'x.csv'], { cwd: folder, ...options });
const json = (stdout: string) => JSON.parse(stdout);

function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Ore');
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }));
}

describe('a folder of time-sheets', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'ore/sede 2'), { recursive: true });
    put('ore/gennaio.csv', 'Matricola;Codice;Ore', 'M7;C2.3.1.1;4', 'M7;C2.3.1.2;1');
    put('ore/sede 2/febbraio.csv', 'Matricola;Codice;Ore', 'M7;C2.3.1.2;1', 'M9;Z1;2');
    put('ore/.nascosto.csv', 'niente');
    const march = [
      ['Matricola', 'Codice', 'Ore'],
      ['M7', 'C2.3.1.2', 1],
      ['M7', 'C2.3.1.1', 5],
    ];
    writeFileSync(join(folder, 'ore/marzo.xlsx'), workbook(march));
  });

  test('has one balance, one list of rejects, and one person in all of its files', async () => {
    const { stdout, exitCode } = await recode(['ore', '-o', 'fatto', '--format', 'json']);
    expect(exitCode).toBe(1);
    const { balances, persons, shares, rows } = json(stdout);
    expect(balances).toEqual([
      { column: 'Ore', measure: 'number', before: '14', after: '12', rejected: '2' },
    ]);
    expect(persons.map(({ person }: { person: string }) => person)).toEqual(['M7', 'M9']);
    expect(rows).toMatchObject({ read: 6, rejected: 1 });
    // Three bookings of one hour each, in three files: 0.7 and 0.3 of them are one run, not three times 1 and 0.
    expect(shares[0].targets.map(({ total }: { total: string }) => total)).toEqual(['2', '1']);
    expect(readdirSync(join(folder, 'fatto'), { recursive: true }).map(String).sort()).toEqual([
      'gennaio.csv',
      'gennaio.csv.recoded.json',
      'marzo.xlsx',
      'marzo.xlsx.recoded.json',
      'procmap.recoded.json',
      'procmap.rejects.csv',
      'sede 2',
      'sede 2/febbraio.csv',
      'sede 2/febbraio.csv.recoded.json',
    ]);
    expect(lines('fatto/procmap.rejects.csv')).toEqual([
      'person;code;column;amount;procmap_reason;procmap_code;procmap_file;procmap_sheet;procmap_line',
      'M9;Z1;Ore;2;the crosswalk does not know the code;unknown-code;sede 2/febbraio.csv;;3',
    ]);
  });

  test('is recoded as a whole or not at all', async () => {
    put('ore/zeta.csv', 'Matricola;Giorno', 'M7;lunedì');
    const { stderr, exitCode } = await recode(['ore', '-o', 'fatto']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('zeta.csv')]);
    expect(readdirSync(folder).sort()).toEqual(['ore', 'x.csv']);
  });

  test('is not recoded into itself, nor into a file', async () => {
    put('c.csv', 'altro');
    for (const output of ['ore', '.', 'ore/sede 2', 'c.csv'])
      expect([output, (await recode(['ore', '-o', output])).exitCode]).toEqual([output, 2]);
    expect(readdirSync(join(folder, 'ore')).sort()).toEqual([
      '.nascosto.csv',
      'gennaio.csv',
      'marzo.xlsx',
      'sede 2',
    ]);
  });

  test('shows on a terminal how many of its files are done, and nothing in a pipe', async () => {
    const terminal = await recode(['ore', '-o', 'fatto'], { terminal: 100 });
    const shown = [...terminal.stderr.matchAll(/(\d+) %/g)].map(([, percent]) => Number(percent));
    expect(shown).toEqual([0, 33, 66]);
    expect((await recode(['ore', '-o', 'altro'])).stderr).not.toContain('%');
  });
});

test('twelve months, each taking up what the one before still owes, keep the share of the year', async () => {
  let record: readonly string[] = [];
  for (let month = 1; month <= 12; month++) {
    put(`${month}.csv`, 'Matricola;Codice;Ore', 'M1;C2.3.1.2;1');
    const { exitCode } = await recode([`${month}.csv`, '-o', `fatto-${month}.csv`, ...record]);
    expect(exitCode).toBe(0);
    record = ['--continue', `fatto-${month}.csv.recoded.json`];
  }
  const got = Array.from({ length: 12 }, (_, i) => lines(`fatto-${i + 1}.csv`)[1]?.split(';')[1]);
  // 12 hours at 70 to 30 are 8.4 and 3.6; without the record all twelve would go to the first.
  expect(got.filter((code) => code === 'C2.3.1.2')).toHaveLength(8);
  expect(got.filter((code) => code === 'C2.3.1.5')).toHaveLength(4);
});

describe('codes that stay what they are', () => {
  const sheet = ['Matricola;Codice;Ore', 'M1;Ferie;8', 'M1;C2.3.1.1;2', 'M1;MAL;4'];

  test.each([
    ['of the command line', ['--keep', 'FERIE,mal'], null],
    ['of the configuration', [], '{"recode":{"keep":["Ferie","MAL"]}}'],
    ['of both', ['--keep', 'mal'], '{"recode":{"keep":["Ferie"]}}'],
  ])('%s are kept and counted, and no rejects', async (_, argv, config) => {
    put('ore.csv', ...sheet);
    if (config !== null) writeFileSync(join(folder, 'procmap.config.json'), config);
    const { stdout, exitCode } = await recode(['ore.csv', '-o', 'out.csv', ...argv]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Rows on codes that stay as they are (--keep): 2');
    expect(stdout).toMatch(/Ore +14 +14 +0/);
    expect(lines('out.csv')).toEqual(['Matricola;Codice;Ore', 'M1;Ferie;8', 'M1;C2.3.1.4;2', 'M1;MAL;4']);
  });

  test('are rejected when nobody says so', async () => {
    put('ore.csv', ...sheet);
    const { stdout, exitCode } = await recode(['ore.csv', '-o', 'out.csv']);
    expect([exitCode, /Ore +14 +2 +12/.test(stdout)]).toEqual([1, true]);
  });
});

describe('the words beside a code', () => {
  const sheet = [
    'Matricola;Codice;Attività;Nota;Ore',
    'M1;C2.3.1.1;vidimazione  REGISTRI;a mano;2',
    'M1;C2.3.1.1;Altro lavoro;;1',
    'M1;C2.3.1.1 - Vidimazione registri;;;1',
  ];

  test('follow it where they said the old label', async () => {
    put('ore.csv', ...sheet);
    await recode(['ore.csv', '-o', 'out.csv']);
    expect(lines('out.csv').slice(1)).toEqual([
      'M1;C2.3.1.4;Vidimazione libri;a mano;2',
      'M1;C2.3.1.4;Altro lavoro;;1',
      'M1;C2.3.1.4 - Vidimazione libri;;;1',
    ]);
  });

  test('stay with --no-labels', async () => {
    put('ore.csv', ...sheet);
    await recode(['ore.csv', '-o', 'out.csv', '--no-labels']);
    expect(lines('out.csv')[1]).toBe('M1;C2.3.1.4;vidimazione  REGISTRI;a mano;2');
  });
});

describe('a wide table', () => {
  test('is divided at the day from which the crosswalk holds', async () => {
    put('marzo.csv', 'Mese: marzo 2023', 'Dipendente: M4', 'Codice;30;31;Totale', 'C2.3.1.1;3;5;8');
    put('aprile.csv', 'Dipendente: M4', 'Codice;31/03/2023;01/04/2023;Totale', 'C2.3.1.1;3;5;8');
    const { stdout, exitCode } = await recode(['aprile.csv', '-o', 'out.csv', '--valid-from', '2023-04-01']);
    expect([exitCode, stdout.includes('2 days')]).toEqual([0, true]);
    expect(lines('out.csv').slice(2)).toEqual(['C2.3.1.1;3;;3', 'C2.3.1.4;;5;5']);
    await recode(['marzo.csv', '-o', 'out2.csv', '--valid-from', '2023-03-31']);
    expect(lines('out2.csv').slice(3)).toEqual(['C2.3.1.1;3;;3', 'C2.3.1.4;;5;5']);
  });

  test('rejects the cells of a week on both sides of that day, and no others', async () => {
    put('anno.csv', 'Matricola;Codice;Sett. 13/2023;Sett. 14/2023', 'M4;C2.3.1.1;3;5');
    const { exitCode } = await recode(['anno.csv', '-o', 'out.csv', '--valid-from', '2023-03-30']);
    expect(exitCode).toBe(1);
    expect(lines('out.csv')[1]).toBe('M4;C2.3.1.4;;5');
    expect(lines('out.rejects.csv')[1]).toMatch(/^M4;C2\.3\.1\.1;3;;.*date-straddles/);
  });

  test('leaves a total that did not add up before, and says so', async () => {
    put(
      'ore.csv',
      'Matricola;Codice;1;2;Totale',
      'M4;C2.3.1.1;3;5;9',
      'M4;C2.3.1.2;1;1;2',
      'M4;C2.3.1.1;1;;1',
    );
    const { stdout } = await recode(['ore.csv', '-o', 'out.csv']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /Totals that did not add up before, and were left .*2, "?Totale"?: 9 stands there, the rows come to 8/,
    );
    expect(lines('out.csv')[1]).toBe('M4;C2.3.1.4;3;5;9');
  });
});
