import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFile } from '../../src/page/calls/page-file.ts';
import { newRecoding } from '../../src/page/store/recoding-state.ts';
import { pageCalls } from '../support/page-calls.ts';
import { runCli } from '../support/run-cli.ts';

const MAPS = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'].map((name) =>
  resolve('fixtures', name),
) as [string, string];

const LONG = `Dipendente;Codice;Data;Ore
Neri;A1.1.1.1;2023-01-09;7,5
Neri;A1.1.1.7;2023-01-10;6
Bianchi;B2.2.1.2;2023-01-10;3,25
Bianchi;Z9.9.9.9;2023-01-11;1
`;
const WIDE = `Codice;Persona;1;2;3;Totale
A1.1.1.1;Verdi;2;3,5;;5,5
C1.1.1.1;Verdi;1;;4;5
`;

const folder = mkdtempSync(join(tmpdir(), 'procmap-page-recode-'));
const crosswalk = join(folder, 'crosswalk.csv');
const fields = newRecoding().fields.value;
const at = (name: string) => join(folder, name);
const fileOf = (name: string): PageFile => ({ name, bytes: new Uint8Array(readFileSync(at(name))) });
const textOf = ({ bytes }: PageFile) => new TextDecoder().decode(bytes);

beforeAll(async () => {
  await runCli(['crosswalk', ...MAPS, '--no-decisions', '-o', crosswalk]);
  writeFileSync(at('long.csv'), LONG);
  writeFileSync(at('wide.csv'), WIDE);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const asked = { fields, lang: 'en', today: new Date().toISOString().slice(0, 10), crosswalk: null } as const;

describe('time-sheets recoded by the worker of the page', () => {
  it('are what the command line writes with the saved crosswalk of the same comparison', async () => {
    const { ask } = pageCalls();
    const [old, fresh] = MAPS.map((path, i) => ({
      name: `${i}.xlsx`,
      bytes: new Uint8Array(readFileSync(path)),
    })) as [PageFile, PageFile];
    await ask('compare', { old, new: fresh, decisions: null });
    const answer = await ask('recode', { ...asked, timesheets: [fileOf('long.csv')] });
    const output = at('long-recoded.csv');
    const { stdout, exitCode } = await runCli([
      'recode',
      at('long.csv'),
      '--crosswalk',
      crosswalk,
      '-o',
      output,
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Z9.9.9.9');
    const own = [...answer.recoded, ...(answer.rejects ? [answer.rejects] : []), ...answer.records];
    expect(own.map(({ name }) => name)).toEqual([
      'long-recoded.csv',
      'long-recoded.rejects.csv',
      'long-recoded.csv.recoded.json',
    ]);
    for (const file of own) expect(textOf(file)).toBe(readFileSync(at(file.name), 'utf8'));
    expect(answer.archive).toBeNull();
    const json = await runCli([
      'recode',
      at('long.csv'),
      '--crosswalk',
      crosswalk,
      '--dry-run',
      '-f',
      'json',
    ]);
    expect(JSON.parse(JSON.stringify(answer.report))).toEqual(withoutVersion(json.stdout));
  }, 60_000);

  it('come in one file where they are many, with one balance and one list of rejects', async () => {
    const { ask } = pageCalls();
    const answer = await ask('recode', {
      ...asked,
      timesheets: [fileOf('long.csv'), fileOf('wide.csv')],
      crosswalk: fileOf('crosswalk.csv'),
    });
    const output = at('recoded');
    await runCli(['recode', at('long.csv'), at('wide.csv'), '--crosswalk', crosswalk, '-o', output]);
    const packed = unzipSync(answer.archive?.bytes ?? new Uint8Array());
    expect(answer.archive?.name).toBe('recoded.zip');
    expect(Object.keys(packed).sort()).toEqual(readdirSync(output).sort());
    for (const [name, bytes] of Object.entries(packed))
      expect(Buffer.from(bytes).equals(readFileSync(join(output, name)))).toBe(true);
    expect(answer.report.persons.map(({ person }) => person)).toEqual(['Neri', 'Bianchi', 'Verdi']);
    expect(answer.rejects?.name).toBe('procmap.rejects.csv');
  }, 60_000);

  it('are asked about as by the command line, and done once it is said', async () => {
    const { ask } = pageCalls();
    const bytes = new TextEncoder().encode('attività;quanto\nA1.1.1.1;2\n');
    const timesheets = [{ name: 'odd.csv', bytes }];
    const table = { ...asked, timesheets, crosswalk: fileOf('crosswalk.csv') };
    await expect(ask('recode', table)).rejects.toMatchObject({ failure: { code: 'no-timesheet-header' } });
    const said = { ...fields, code: 'attività', amount: 'quanto' };
    const { report } = await ask('recode', { ...table, fields: said });
    expect(report.balances[0]).toMatchObject({ column: 'quanto', before: '2' });
  }, 60_000);

  it('are refused when they are recoded already, as their record beside them says', async () => {
    const { ask } = pageCalls();
    const table = fileOf('crosswalk.csv');
    const bytes = new TextEncoder().encode(LONG.replace(/.*Z9.*\n/, ''));
    const first = await ask('recode', { ...asked, crosswalk: table, timesheets: [{ name: 'a.csv', bytes }] });
    const again = ask('recode', {
      ...asked,
      crosswalk: table,
      timesheets: [...first.recoded, ...first.records],
    });
    await expect(again).rejects.toMatchObject({ failure: { code: 'already-recoded' } });
  }, 60_000);
});

function withoutVersion(json: string): unknown {
  const { version: _, ...report } = JSON.parse(json);
  return report;
}
