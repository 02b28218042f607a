import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const NATIONAL = `code,label
A1,Pianificazione e controllo
A1.1,Programmazione
A1.1.1,Bilancio e piani
A1.1.1.1,Predisposizione del bilancio preventivo
A1.1.1.2,Piano triennale di prevenzione della corruzione
A1.1.1.3,Rilevazione dei costi dei processi
A1.1.1.4,Conto annuale del personale
`;
const FIRST = NATIONAL.replace(
  'Rilevazione dei costi dei processi',
  'Rilevazione dei costi e dei ricavi dei processi',
).replace('A1.1.1.4,Conto annuale del personale\n', 'A1.1.1.9,Sportello del marmo apuano\n');
const SECOND = `${NATIONAL}A1.1.1.8,Sportello del marmo apuano\nA1.1.1.9,Premio A&B della castagna\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-census-'));
  mkdirSync(join(folder, 'maps'));
  writeFileSync(join(folder, 'national.csv'), NATIONAL);
  writeFileSync(join(folder, 'maps/first.csv'), FIRST);
  writeFileSync(join(folder, 'maps/second.csv'), SECOND);
});
afterAll(() => rmSync(folder, { recursive: true }));

const census = (...argv: readonly string[]) => runCli(['census', ...argv], { cwd: folder });

describe('procmap census', () => {
  test('prints how the maps of a folder have each entry', async () => {
    const { stdout, stderr, exitCode } = await census('national.csv', 'maps');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatchSnapshot();
    expect((await census('national.csv', 'maps', '--lang', 'it')).stdout).toMatchSnapshot();
  });

  test('writes a row for each national entry and each group of additions', async () => {
    await census('national.csv', 'maps', '-o', 'c.csv');
    const { data } = Papa.parse<Record<string, string>>(readFileSync(join(folder, 'c.csv'), 'utf8').trim(), {
      header: true,
    });
    const row = (code: string) => data.find((each) => each.kind === 'entry' && each.code === code);
    expect(row('A1.1.1.3')).toMatchObject({ maps: '2', as_it_is: '1', reworded: '1', left_out: '0' });
    expect(row('A1.1.1.4')).toMatchObject({ as_it_is: '1', left_out: '1' });
    const additions = data.filter(({ kind }) => kind === 'addition');
    expect(additions.map(({ label, maps, code }) => [label, maps, code])).toEqual([
      ['Sportello del marmo apuano', '2', 'A1.1.1'],
      ['Premio A&B della castagna', '1', 'A1.1.1'],
    ]);
  });

  test('writes a workbook, a page and JSON', async () => {
    await census('national.csv', 'maps', '-o', 'c.xlsx', '--lang', 'it');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'c.xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Voci nazionali',
      'Aggiunte locali',
      'Mappe locali',
    ]);
    await census('national.csv', 'maps', '-o', 'c.html');
    const page = readFileSync(join(folder, 'c.html'), 'utf8');
    expect(page).not.toMatch(/A&B|<script/);
    expect(page).toContain('Sportello del marmo apuano');
    await census('national.csv', 'maps', '-o', 'c.json');
    expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8'))).toMatchObject({
      version: 1,
      strangers: [],
    });
  });

  test('sets a map of something else apart, and exits 1', async () => {
    writeFileSync(
      join(folder, 'other.csv'),
      'code,label\nB1,Bilance\nB1.1,Pesi\nB1.1.1,Misure\nB1.1.1.1,Verifica dei distributori\n',
    );
    const { stdout, exitCode } = await census('national.csv', 'maps', 'other.csv');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('other.csv: only 0 % of its entries');
  });

  test('refuses a map that is named twice', async () => {
    const { stderr, exitCode } = await census('national.csv', 'maps', 'national.csv');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('national.csv: the same map as national.csv'),
    ]);
  });
});
