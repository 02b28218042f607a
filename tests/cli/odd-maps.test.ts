import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const NATIONAL = 'fixtures/unioncamere-rev2023.csv';
const ROWS = ['codice;descrizione', 'A1;Alfa', 'A1.1;Beta', 'A1.1.1;Gamma', 'A1.1.1.1;Delta', 'A1.1.1.2;Eta'];
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-odd-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('maps that nobody meant to compare', () => {
  it('the same file twice is said', async () => {
    const { stdout, stderr, exitCode } = await runCli(['diff', NATIONAL, NATIONAL, '--summary']);
    expect(stderr).toContain('are the same file, byte for byte');
    expect(stdout).toMatch(/unchanged\s+251/);
    expect(exitCode).toBe(0);
    writeFileSync(at('other.csv'), `${ROWS.join('\n')}\n`);
    expect((await runCli(['diff', at('other.csv'), NATIONAL, '--summary'])).stderr).toBe('');
  });

  it('a workbook with a copy of a sheet is said, once', async () => {
    const book = new ExcelJS.Workbook();
    for (const name of ['Mappa', 'Copia']) book.addWorksheet(name).addRows(ROWS.map((row) => row.split(';')));
    writeFileSync(at('copy.xlsx'), new Uint8Array(await book.xlsx.writeBuffer()));
    const { stderr } = await runCli(['diff', at('copy.xlsx'), at('copy.xlsx'), '--lang', 'it', '--summary']);
    const told = stderr.split('\n').filter((line) => line.includes('che il foglio "Copia" ha in comune'));
    expect(told).toHaveLength(2);
    expect((await runCli(['check', at('copy.xlsx')])).stdout).toContain('1 error, 0 warnings');
  });

  it('a map of one entry is spoken of in the singular', async () => {
    writeFileSync(at('one.csv'), `${ROWS.slice(0, 5).join('\n')}\n`);
    const it = await runCli(['diff', at('one.csv'), at('other.csv'), '--lang', 'it']);
    expect(it.stdout).toContain('tabella semplice: 1 voce\n');
    expect(it.stdout).toContain('Che cosa diventa la voce');
    expect(it.stdout).toContain('1 certa, 0 probabili');
    const en = await runCli(['diff', at('one.csv'), at('other.csv')]);
    expect(en.stdout).toContain('flat table: 1 entry\n');
    expect(en.stdout).toContain('What becomes of the entry');
  });
});
