import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookType, utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readTables } from '../../src/read/read-tables.ts';
import { runCli } from '../support/run-cli.ts';

const CROSSWALK = `old_code,new_code,share
B2.1.1.1,B2.1.1.4,1
B2.1.1.2,B2.1.1.2,0.6
B2.1.1.2,B2.1.1.3,0.4
`;

/** Hours of two persons, each merged over two rows, with a sum that is a formula. */
function timesheet(bookType: BookType, sheets: readonly string[] = ['Gennaio']): Uint8Array {
  const book = utils.book_new();
  for (const name of sheets) {
    const sheet = utils.aoa_to_sheet([
      ['Ore di gennaio'],
      [],
      ['Matricola', 'Codice', 'Ore'],
      ['M1', 'B2.1.1.1', 7.25],
      ['', 'B2.1.1.2', 5],
      ['M2', 'B2.1.1.2', -1.5],
      ['', 'X9', 2],
      ['Totale'],
    ]);
    sheet['!merges'] = [utils.decode_range('A4:A5'), utils.decode_range('A6:A7')];
    for (const cell of ['C4', 'C5', 'C6', 'C7']) sheet[cell].z = '0.00';
    sheet.C8 = { t: 'n', f: 'SUM(C4:C7)', v: 12.75, z: '0.00' };
    sheet['!ref'] = 'A1:C8';
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { bookType, type: 'array' }));
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-recode-'));
  writeFileSync(join(folder, 'x.csv'), CROSSWALK);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const recode = (...argv: readonly string[]) =>
  runCli(['recode', ...argv, '--crosswalk', 'x.csv'], { cwd: folder });
const cellsOf = async (name: string) => {
  const { container, tables } = await readTables({ name, bytes: readFileSync(join(folder, name)) });
  return { container, rows: tables[0]?.rows.map(({ cells }) => cells.join('|')) };
};

describe('time-sheets in the other formats of spreadsheets', () => {
  test.each(['ods', 'fods', 'biff8', 'xlsb'] as const)(
    '%s becomes .xlsx, and what is not carried is said',
    async (type) => {
      const name = type === 'biff8' ? 'ore.xls' : `ore.${type}`;
      writeFileSync(join(folder, name), timesheet(type));
      const { stdout, exitCode } = await recode(name, '-o', 'out.xlsx');
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/Ore +12\.75 +10\.75 +2\.00/);
      expect(stdout.replace(/\s+/g, ' ')).toMatch(
        /The workbook was ".(ods|fods|xls|xlsb)", and what is written is \.xlsx: .*colours.*are not\./,
      );
      expect(await cellsOf('out.xlsx')).toEqual({
        container: 'xlsx',
        rows: [
          'Ore di gennaio',
          'Matricola|Codice|Ore',
          'M1|B2.1.1.4|7.25',
          '|B2.1.1.2|3.00',
          '|B2.1.1.3|2.00',
          'M2|B2.1.1.2|-0.90',
          '|B2.1.1.3|-0.60',
          'Totale||10.75',
        ],
      });
      expect((await cellsOf('out.rejects.xlsx')).rows?.at(-1)).toMatch(/^M2\|X9\|2\.00\|/);
    },
  );

  test('or a CSV of the sheet that was recoded, in which merged persons stand in every row', async () => {
    writeFileSync(join(folder, 'ore.ods'), timesheet('ods'));
    const { stdout, exitCode } = await recode('ore.ods', '-o', 'out.csv');
    expect(exitCode).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain('what is written is CSV');
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\r\n')).toEqual([
      '\uFEFFOre di gennaio',
      '',
      'Matricola;Codice;Ore',
      'M1;B2.1.1.4;7,25',
      'M1;B2.1.1.2;3,00',
      'M1;B2.1.1.3;2,00',
      'M2;B2.1.1.2;-0,90',
      'M2;B2.1.1.3;-0,60',
      'Totale;;10,75',
      '',
    ]);
    expect(readFileSync(join(folder, 'out.rejects.csv'), 'utf8')).toMatch(/M2;X9;2,00;/);
  });

  test('several sheets are no CSV', async () => {
    writeFileSync(join(folder, 'ore.ods'), timesheet('ods', ['Gennaio', 'Febbraio']));
    const { stderr, exitCode } = await recode('ore.ods', '-o', 'out.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/"Gennaio", "Febbraio".*a CSV file holds one\n.*--sheet/);
    const one = await recode('ore.ods', '-o', 'out.csv', '--sheet', 'Febbraio');
    expect(one.stdout).toMatch(/Ore +12\.75 +10\.75 +2\.00/);
  });

  test('none of them is written', async () => {
    writeFileSync(join(folder, 'ore.ods'), timesheet('ods'));
    const { stderr, exitCode } = await recode('ore.ods', '-o', 'out.ods');
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/"out\.ods".*\.xlsx, \.csv/)]);
    expect(readdirSync(folder).sort()).toEqual(['ore.ods', 'x.csv']);
  });

  test('in a folder each becomes .xlsx; two that would become one file are refused', async () => {
    writeFileSync(join(folder, 'a.ods'), timesheet('ods'));
    writeFileSync(join(folder, 'b.xls'), timesheet('biff8'));
    expect((await recode('a.ods', 'b.xls', '-o', 'out')).exitCode).toBe(1);
    expect(readdirSync(join(folder, 'out')).filter((name) => !name.endsWith('.json'))).toEqual([
      'a.xlsx',
      'b.xlsx',
      'procmap.rejects.csv',
    ]);
    writeFileSync(join(folder, 'a.xlsx'), timesheet('xlsx'));
    const { stderr, exitCode } = await recode('a.ods', 'a.xlsx', '-o', 'out2');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('a.xlsx: two of the time-sheets')]);
    expect(readdirSync(folder)).not.toContain('out2');
  });
});
