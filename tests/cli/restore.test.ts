import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice, Prompter } from '../../src/app/prompter.ts';
import { runCli } from '../support/run-cli.ts';

const LOST = ['A1.1.4.1', 'A1.3.1.1', 'B2.1.1.1', 'B2.2.1.1'];
let folder = '';
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  copyFileSync('fixtures/massa-carrara-2021.csv', at('old.csv'));
  copyFileSync('fixtures/unioncamere-rev2023.csv', at('new.csv'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const maps = () => [at('old.csv'), at('new.csv')];
const text = (name: string) => readFileSync(at(name), 'utf8');

function writeDecisions(rows: readonly string[]): void {
  writeFileSync(at('decisions.csv'), ['old_code,new_code,verdict', ...rows, ''].join('\n'));
}

describe('rows that the new file lost', () => {
  it('are back in the crosswalk, and their hours on their codes', async () => {
    writeDecisions(LOST.map((code) => `${code},${code},restore`));
    await runCli(['crosswalk', ...maps(), '-o', at('cw.csv')]);
    for (const code of LOST) {
      const row = text('cw.csv')
        .split('\r\n')
        .find((line) => line.startsWith(`${code},`));
      expect(row).toMatch(new RegExp(`,unchanged,,${code},.*,1,true,certain,1\\.000,`));
    }
    writeFileSync(at('ore.csv'), `Codice;Ore\n${LOST.map((code) => `${code};2,5`).join('\n')}\n`);
    const { exitCode } = await runCli([
      'recode',
      at('ore.csv'),
      '--crosswalk',
      at('cw.csv'),
      '-o',
      at('out.csv'),
    ]);
    expect(exitCode).toBe(0);
    expect(text('out.csv').trim().split(/\r?\n/).slice(1)).toEqual(LOST.map((code) => `${code};2,5`));
  });

  it('are neither possibly lost nor open any more in the report', async () => {
    const before = JSON.parse((await runCli(['diff', ...maps(), '-f', 'json'])).stdout);
    writeDecisions(LOST.map((code) => `${code},${code},restore`));
    const after = JSON.parse((await runCli(['diff', ...maps(), '-f', 'json'])).stdout);
    expect(before.summary.possiblyLost).toBe(4);
    expect(after.summary.possiblyLost).toBe(0);
    expect(after.summary.unchanged).toBe(before.summary.unchanged + 4);
    expect(after.summary.dropped).toBe(before.summary.dropped);
  });

  it('stand in the mended map where their codes belong', async () => {
    writeDecisions(LOST.map((code) => `${code},${code},restore`));
    await runCli(['review', ...maps(), '-o', at('kept.csv')]);
    const { stderr, exitCode } = await runCli([
      ...['convert', at('new.csv'), '--decisions', at('kept.csv'), '-o', at('mended.csv')],
    ]);
    expect({ exitCode, said: stderr.includes('A1.1.4.1, A1.3.1.1, B2.1.1.1, B2.2.1.1') }).toEqual({
      exitCode: 0,
      said: true,
    });
    const codes = text('mended.csv')
      .split('\r\n')
      .map((line) => line.split(',')[0]);
    for (const code of LOST) expect(codes).toContain(code);
    expect(codes.indexOf('A1.1.4.1')).toBe(codes.indexOf('A1.1.4.2') - 1);
    expect(codes.indexOf('B2.2.1.1')).toBe(codes.indexOf('B2.2.1.2') - 1);
  });

  it('are refused where the file has the code', async () => {
    writeDecisions(['A1.1.4.1,A1.1.4.2,restore']);
    const { stderr, exitCode } = await runCli(['diff', ...maps()]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/A1\.1\.4\.2 .*nothing is to be restored/);
  });

  it('are offered first in the review workbook, and come back from it', async () => {
    await runCli(['review', ...maps(), '-o', at('review.xlsx'), '--lang', 'it']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('review.xlsx'));
    const sheet = workbook.worksheets.find((each) => each.getRow(1).cellCount > 0 && headerOf(each) > 0);
    if (!sheet) throw new Error('no review sheet');
    const header = headerOf(sheet);
    const column = (name: string) =>
      (sheet.getRow(header).values as string[]).findIndex((each) => String(each ?? '').trim() === name);
    for (let n = header + 1; n <= sheet.rowCount; n++) {
      const row = sheet.getRow(n);
      const code = String(row.getCell(column('Vecchio codice')).value ?? '');
      if (!LOST.includes(code)) continue;
      row.getCell(column('Altra voce nuova')).value = `resta ${code}: la riga manca nel file`;
      row.getCell(column('Deciso da')).value = 'U1';
    }
    await workbook.xlsx.writeFile(at('filled.xlsx'));
    const { stdout } = await runCli(['diff', ...maps(), '--decisions', at('filled.xlsx'), '-f', 'json']);
    expect(JSON.parse(stdout).summary.possiblyLost).toBe(0);
  });

  it('are where the cursor starts at the terminal, and nothing else below one in two is', async () => {
    const starts: { readonly start: string | undefined; readonly labels: readonly string[] }[] = [];
    const prompter: Prompter = {
      show: () => {},
      search: async () => null,
      ask: async (_, { initial = '' }) => initial,
      choose: async (_, choices: readonly Choice[], start) => {
        starts.push({ start, labels: choices.map(({ label }) => label) });
        return start === 'restore' ? 'restore' : 'skip';
      },
    };
    await runCli(['review', ...maps(), '--interactive', '--by', 'U1'], { prompter });
    const restored = starts.filter(({ start }) => start === 'restore');
    expect(restored).toHaveLength(4);
    expect(restored[0]?.labels[0]).toBe('stays A1.1.4.1: the file has lost the row');
    expect(text('decisions.csv').match(/,restore,/g)).toHaveLength(4);
  });
});

/** The row of a sheet that has the columns of a review; 0 for none. */
function headerOf(sheet: ExcelJS.Worksheet): number {
  for (let n = 1; n <= Math.min(20, sheet.rowCount); n++)
    if ((sheet.getRow(n).values as unknown[]).some((each) => String(each ?? '') === 'Vecchio codice'))
      return n;
  return 0;
}
