import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-restate-'));
  write(
    'cw.csv',
    'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,0.5\nA1.1.1.1,A1.1.1.2,0.5\nA1.1.1.3,A1.1.1.4,1\n',
  );
  write('2021.csv', 'Codice;Ore\nA1.1.1.1;1000,5\nA1.1.1.3;3\nFERIE;14,4\n');
  mkdirSync(join(folder, '2023'));
  write('2023/a.csv', 'Codice;Ore\nA1.1.1.1;800\nA1.1.1.2;100\n');
  write('2023/b.csv', 'Codice;Ore\nA1.1.1.4;8,25\n');
  write('2024.csv', 'Codice;Ore\nA1.1.1.4;8:20\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const restate = (...argv: readonly string[]) =>
  runCli(['restate', ...argv, '--crosswalk', 'cw.csv'], { cwd: folder });

describe('procmap restate', () => {
  test('prints the balance, the groups and what stands outside', async () => {
    const { stdout, stderr, exitCode } = await restate('2021=2021.csv', '2023=2023');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatchSnapshot();
    expect((await restate('2021=2021.csv', '2023=2023', '--lang', 'it')).stdout).toMatchSnapshot();
  });

  test('writes a table that adds up to the files', async () => {
    await restate('2021=2021.csv', '2023=2023', '-o', 's.csv');
    const { data } = Papa.parse<Record<string, string>>(readFileSync(join(folder, 's.csv'), 'utf8').trim(), {
      header: true,
    });
    const sum = (year: string) =>
      data.filter((row) => row.year === year).reduce((all, row) => all + Number(row.amount), 0);
    expect([sum('2021'), sum('2023')]).toEqual([1017.9, 908.25]);
    expect(data.at(-1)).toMatchObject({ group: '', codes: 'FERIE', amount: '14.4', outside: 'unknown-code' });
  });

  test('writes clocks as clocks, in a table and in a workbook', async () => {
    const years = ['2021=2021.csv', '2023=2023', '2024=2024.csv', '--from', '2023'];
    await restate(...years, '-o', 's.json');
    const { unit, years: balance } = JSON.parse(readFileSync(join(folder, 's.json'), 'utf8'));
    expect(unit).toBe('clock');
    expect(balance.map(({ total }: { total: string }) => total)).toEqual(['1017:54', '908:15', '8:20']);
    await restate(...years, '-o', 's.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 's.xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Series', 'Balance', 'Outside the groups']);
    const cell = workbook.getWorksheet('Balance')?.getCell('E4');
    expect([cell?.numFmt, cell?.value]).toEqual(['[h]:mm', new Date('1899-12-30T08:20:00Z')]);
  });

  test('draws a page with a chart that says its values in words, and lets no label through', async () => {
    write(
      'evil.csv',
      'old_code,old_label,new_code,new_label,share,change,tier\nA1.1.1.3,"<script>x</script>",A1.1.1.4,"<b>&",1,renamed,certain\n',
    );
    write('o.csv', 'Codice;Ore\nA1.1.1.3;3\n');
    const argv = ['restate', '2021=o.csv', '2024=2024.csv', '--crosswalk', 'evil.csv', '-o', 's.html'];
    expect((await runCli(argv, { cwd: folder })).exitCode).toBe(0);
    const page = readFileSync(join(folder, 's.html'), 'utf8');
    expect(page).toContain('role="img" aria-label="2024:A1.1.1.4 &lt;b&gt;&amp;: 2021 3:00; 2024 8:20"');
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  test('refuses what it cannot lay out, and says what to do', async () => {
    const twice = await restate('2021=2021.csv', '2021=2023');
    expect([twice.exitCode, twice.stderr]).toEqual([
      2,
      'procmap: error: 2021 is named twice\n  put the time-sheets of a year into one folder, and name that\n',
    ]);
    const form = await restate('2021.csv');
    expect(form.stderr).toContain('expected YEAR=FILE, such as 2023=hours-2023.csv');
    const from = await restate('2021=2021.csv', '2023=2023', '--from', '2023,2022');
    expect(from.stderr).toContain('expected 1 year in ascending order');
    const wrong = await restate('2021=2023', '2023=2021.csv', '--lang', 'it');
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('codici come A1.1.1.2, A1.1.1.4 sono della revisione 2023; il 2021 dovrebbe'),
    ]);
    const input = await restate('2021=2021.csv', '2023=2023', '-o', '2021.csv');
    expect(input.exitCode).toBe(2);
  });
});
