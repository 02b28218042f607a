import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const MAP = 'Codice;Descrizione\nA1;Uno\nA1.1;Due\nA1.1.1;Tre\nA1.1.1.1;Bilancio\nA1.1.1.2;Magazzino\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  writeFileSync(at('old.csv'), MAP);
  writeFileSync(at('new.csv'), MAP.replace('Magazzino', 'Inventario e magazzino'));
  mkdirSync(at('ore'));
  writeFileSync(at('ore/gennaio.csv'), 'Codice;Ore\nA1.1.1.1;7,5\nA1.1.1.2;1\n');
  writeFileSync(at('ore/febbraio.csv'), 'Codice;Ore;Straordinari\nA1.1.1.1;2,5;1\nA9.9.9.9;4;0\n');
  writeFileSync(at('minuti.csv'), 'Codice;Minuti\nA1.1.1.1;90\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of the time-sheets, and the hours as the reader sees them beside the entries. */
async function usage(...options: readonly string[]) {
  const argv = ['diff', at('old.csv'), at('new.csv'), '-o', at('report.xlsx'), ...options];
  const { stderr, exitCode } = await runCli(argv);
  return { hours: exitCode === 2 ? null : await hoursIn(at('report.xlsx')), stderr, exitCode };
}

/** Hours by old code, from the sheet of all changes. */
async function hoursIn(file: string): Promise<Readonly<Record<string, unknown>>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[1];
  const names = (sheet?.getRow(1).values ?? []) as readonly unknown[];
  const [code, hours] = [names.indexOf('Old code'), names.indexOf('Hours')];
  const found: Record<string, unknown> = {};
  sheet?.eachRow((row, at) => {
    const value = row.getCell(hours).value;
    if (at > 1 && value) found[row.getCell(code).text] = value;
  });
  return found;
}

describe('hours from time-sheets', () => {
  it('are added up over several files', async () => {
    const { hours, stderr } = await usage(
      '--usage',
      at('ore/gennaio.csv'),
      '--usage',
      at('ore/febbraio.csv'),
    );
    expect(hours).toEqual({ 'A1.1.1.1': 10, 'A1.1.1.2': 1 });
    expect(stderr).toContain('gennaio.csv: 8.50 hours on 2 codes');
    expect(stderr).toContain('febbraio.csv: 4.00 hours on codes the old map does not have: A9.9.9.9');
  });

  it('are those of a folder, each file once', async () => {
    const { hours } = await usage('--usage', at('ore'), '--usage', at('ore/gennaio.csv'));
    expect(hours).toEqual({ 'A1.1.1.1': 10, 'A1.1.1.2': 1 });
  });

  it('come from the columns that are named', async () => {
    const { hours } = await usage('--usage', at('ore/febbraio.csv'), '--amount', 'Straordinari');
    expect(hours).toEqual({ 'A1.1.1.1': 1 });
  });

  it('are not added to minutes', async () => {
    const { stderr, exitCode } = await usage('--usage', at('ore'), '--usage', at('minuti.csv'));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/minuti\.csv: "Minuti" cannot be added to "Ore" of/);
  });

  it('are refused for a folder without time-sheets', async () => {
    mkdirSync(at('vuota'));
    const { stderr, exitCode } = await usage('--usage', at('vuota'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('vuota');
  });
});

describe('a folder of time-sheets to recode', () => {
  it('passes over none: one that cannot be recoded is refused, and nothing is written', async () => {
    writeFileSync(at('cw.csv'), 'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,1\nA1.1.1.2,A1.1.1.2,1\n');
    writeFileSync(at('ore/marzo.xls'), '<table><tr><td>Codice</td><td>Ore</td></tr></table>');
    const argv = ['recode', at('ore'), '--crosswalk', at('cw.csv'), '-o', at('fuori')];
    const { stderr, exitCode } = await runCli(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('marzo.xls');
  });

  it('refuses two of one name, which would become one', async () => {
    mkdirSync(at('altre'));
    writeFileSync(at('cw.csv'), 'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,1\nA1.1.1.2,A1.1.1.2,1\n');
    writeFileSync(at('altre/gennaio.csv'), 'Codice;Ore\nA1.1.1.1;3\n');
    const argv = ['recode', at('ore/gennaio.csv'), at('altre/gennaio.csv')];
    const { stderr, exitCode } = await runCli([...argv, '--crosswalk', at('cw.csv'), '-o', at('fuori')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('gennaio.csv: two of the time-sheets have this name');
  });
});

describe('a column of hours that nobody can read', () => {
  it('is one all the same: its rows are rejected', async () => {
    writeFileSync(at('cw.csv'), 'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,1\n');
    writeFileSync(at('strane.csv'), 'Codice;Note;Ore lavorate\nA1.1.1.1;x;sette\nA1.1.1.1;y;7 e mezza\n');
    const argv = ['recode', at('strane.csv'), '--crosswalk', at('cw.csv'), '--dry-run', '-f', 'json'];
    const { stdout, exitCode } = await runCli(argv);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).rows).toMatchObject({ read: 2, rejected: 2 });
  });

  it('is none where it is called nothing of the kind', async () => {
    writeFileSync(at('cw.csv'), 'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,1\n');
    writeFileSync(at('testi.csv'), 'Codice;Note\nA1.1.1.1;sette\n');
    const { exitCode } = await runCli(['recode', at('testi.csv'), '--crosswalk', at('cw.csv'), '--dry-run']);
    expect(exitCode).toBe(2);
  });
});
