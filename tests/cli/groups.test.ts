import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-groups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const groups = (...argv: readonly string[]) => runCli(['groups', ...argv], { cwd: folder });

const CHAIN = {
  'a.csv': 'old_code,new_code,share\nA1,B1,0.5\nA1,B2,0.5\nA2,B3,1\nA3,,\n',
  'b.csv': 'old_code,new_code,share\nB1,C1,1\nB2,C2,1\nB3,C3,1\n',
};

describe('procmap groups', () => {
  test('gathers codes over a chain, and writes a row for each', async () => {
    for (const [name, text] of Object.entries(CHAIN)) write(name, text);
    const { exitCode, stdout, stderr } = await groups(
      ...['a.csv', 'b.csv', '--revisions', '2021,2023,2025', '-o', 'g.csv'],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'wrote g.csv\n' });
    expect(stdout).toMatchSnapshot();
    expect(read('g.csv').split('\r\n')).toEqual([
      'group,label,revision,code,entry_label,whole',
      '2021:A1,,2021,A1,,yes',
      '2021:A1,,2023,B1,,no',
      '2021:A1,,2023,B2,,no',
      '2021:A1,,2025,C1,,no',
      '2021:A1,,2025,C2,,no',
      '2025:C3,,2021,A2,,yes',
      '2025:C3,,2023,B3,,yes',
      '2025:C3,,2025,C3,,yes',
      '2021:A3,,2021,A3,,yes',
      '',
    ]);
  });

  test('writes JSON and a workbook, by the ending', async () => {
    for (const [name, text] of Object.entries(CHAIN)) write(name, text);
    await groups('a.csv', 'b.csv', '-o', 'g.json');
    expect(JSON.parse(read('g.json'))).toMatchObject({ version: 1, comparable: 2, entries: [3, 3, 3] });
    await groups('a.csv', 'b.csv', '-o', 'g.xlsx', '--lang', 'it');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'g.xlsx'));
    const rows = workbook.getWorksheet('Gruppi')?.getSheetValues() as unknown[][];
    expect(rows[2]?.slice(1)).toEqual(['1:A1', undefined, 'suddivisa', '1', 'A1', undefined, 'sì']);
    const { stderr, exitCode } = await groups('a.csv', 'b.csv', '-o', 'g.pdf');
    expect(stderr).toContain('expected one of .txt, .csv, .xlsx, .json');
    expect(exitCode).toBe(2);
  });

  test('tells what is open, and exits 1 on it when asked to be strict', async () => {
    const head = 'old_code,old_label,new_code,share,change,tier,alternatives\n';
    write('x.csv', `${head}A1,Uno,,,open,open,B1:0.4|B2:0.2\nA2,Due,B2,1,moved,probable,\n`);
    const { stdout, exitCode } = await groups('x.csv');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchSnapshot();
    expect((await groups('x.csv', '--strict')).exitCode).toBe(1);
    expect((await groups('x.csv', '--lang', 'it')).stdout).toMatchSnapshot();
  });

  test('refuses crosswalks that do not follow one another, and too few names', async () => {
    for (const [name, text] of Object.entries(CHAIN)) write(name, text);
    const apart = await groups('b.csv', 'a.csv');
    expect([apart.exitCode, apart.stderr]).toEqual([2, expect.stringContaining('knows none of the codes')]);
    const names = await groups('a.csv', '--revisions', '2021');
    expect(names.stderr).toContain('expected 2 names separated by commas');
    expect(names.exitCode).toBe(2);
    write('broken.csv', 'old_code,new_code,share\nA1,B1,0.5\n');
    const broken = await groups('broken.csv');
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain('broken.csv:2');
  });

  test('stand in the workbook of the report, too', async () => {
    write('old.csv', 'code,label\nA1.1.1.1,Uno\nA1.1.1.2,Due\n');
    write('new.csv', 'code,label\nA1.1.1.1,Uno\nA1.1.1.2,Due\n');
    await runCli(['diff', 'old.csv', 'new.csv', '-o', 'r.xlsx'], { cwd: folder });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'r.xlsx'));
    expect(workbook.getWorksheet('Groups')?.getCell('A2').value).toBe('new:A1.1.1.1');
  });
});
