import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { treeDifference } from '../../src/model/same-tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const read = (file: string): Promise<ProcessMap> => parseMap({ name: file, bytes: readFileSync(file) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the real maps come back as they were', () => {
  it.each([
    ['massa-carrara-2021.csv', 'out.csv', []],
    ['massa-carrara-2021.xlsx', 'out.json', []],
    ['massa-carrara-2021.csv', 'out.xlsx', []],
    ['unioncamere-rev2023.xlsx', 'out.csv', []],
    ['unioncamere-rev2023.csv', 'out.xlsx', []],
    ['unioncamere-rev2023.csv', 'out.xlsx', ['--layout', 'local']],
  ] as const)('%s as %s %j', async (source, output, args) => {
    const { exitCode, stdout } = await runCli(['convert', `fixtures/${source}`, '-o', at(output), ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(treeDifference(await read(`fixtures/${source}`), await read(at(output)))).toBeNull();
  });

  it('headings and title too, in a workbook', async () => {
    await runCli(['convert', 'fixtures/unioncamere-rev2023.xlsx', '-o', at('out.xlsx')]);
    const [before, after] = [await read('fixtures/unioncamere-rev2023.xlsx'), await read(at('out.xlsx'))];
    const functions = (map: ProcessMap) => map.macroFunctions.map(({ name, letters }) => ({ name, letters }));
    expect(functions(after)).toEqual(functions(before));
    expect(after.title).toBe(before.title);
  });

  it('what the form has no place for is said', async () => {
    const convert = async (...args: readonly string[]) =>
      (await runCli(['convert', 'fixtures/massa-carrara-2021.csv', '-o', ...args])).stderr;
    expect(await convert(at('out.csv'))).toMatch(
      /left out[^\n]*: the title, 8 headings of macro-functions\n/,
    );
    expect(await convert(at('out.xlsx'), '--layout', 'national')).toMatch(
      /left out[^\n]*: 304 booking types\n/,
    );
    expect(await convert(at('out.xlsx'))).not.toMatch(/left out/);
    expect(await convert(at('out.json'))).not.toMatch(/left out/);
  });

  it('branches reach down in merged cells', async () => {
    await runCli(['convert', 'fixtures/unioncamere-rev2023.csv', '-o', at('out.xlsx')]);
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(at('out.xlsx'));
    const merges = workbook.worksheets.flatMap((sheet) => sheet.model.merges);
    expect(merges.length).toBeGreaterThan(100);
  });
});

describe('the same map gives the same bytes at any time', () => {
  afterEach(() => void vi.useRealTimers());

  it.each(['out.csv', 'out.json', 'out.xlsx'])('%s', async (name) => {
    const convert = async () => {
      await runCli(['convert', 'fixtures/unioncamere-rev2023.csv', '-o', at(name)]);
      return readFileSync(at(name));
    };
    const first = await convert();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2031, 5, 5) });
    expect((await convert()).equals(first)).toBe(true);
  });
});

const CROOKED = [
  'Macro-processo;Processo;Sotto-processo;Attività',
  'A1 Alfa;A1.1. Beta;a1.1.1 Gamma;A.1.1.1.1. Delta',
  ';;;A1.1.1.2 =1+1',
].join('\n');

describe('--fix', () => {
  beforeEach(() => writeFileSync(at('map.csv'), CROOKED));

  it('without it, codes are written as the file has them', async () => {
    const { stdout } = await runCli(['convert', at('map.csv'), '--format', 'csv']);
    expect(stdout.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      'code',
      'A1',
      'A1.1.',
      'a1.1.1',
      'A.1.1.1.1.',
      'A1.1.1.2',
      '',
    ]);
  });

  it.each(['csv', 'xlsx', 'json'])(
    'writes canonical codes to %s, changes nothing else, and lists them',
    async (format) => {
      const [plain, fixed] = [at(`plain.${format}`), at(`fixed.${format}`)];
      await runCli(['convert', at('map.csv'), '-o', plain]);
      const { stderr } = await runCli(['convert', at('map.csv'), '--fix', '-o', fixed]);
      expect(stderr.split('\n')).toEqual([
        '3 codes put in canonical form:',
        expect.stringMatching(/^ {2}line 2:9: "A1\.1\. Beta" -> A1\.1$/),
        expect.stringMatching(/^ {2}line 2:\d+: "a1\.1\.1 Gamma" -> A1\.1\.1$/),
        expect.stringMatching(/^ {2}line 2:\d+: "A\.1\.1\.1\.1\. Delta" -> A1\.1\.1\.1$/),
        `${fixed}: 5 entries`,
        '',
      ]);
      const [before, after] = [await read(plain), await read(fixed)];
      expect(treeDifference(before, after)).toBeNull();
      const mended = (map: ProcessMap) => map.notes.filter(({ kind }) => kind === 'code-mended').length;
      expect([mended(before), mended(after)]).toEqual([3, 0]);
    },
  );

  it('says so when there is nothing to fix', async () => {
    const { stderr } = await runCli([
      'convert',
      'fixtures/unioncamere-rev2023.csv',
      '--fix',
      '-o',
      at('out.csv'),
    ]);
    expect(stderr).toMatch(/^all codes are in canonical form\n/);
  });
});

describe('a label never becomes a formula', () => {
  beforeEach(() => writeFileSync(at('map.csv'), CROOKED));

  it('in CSV it has an apostrophe before it', async () => {
    const { stdout } = await runCli(['convert', at('map.csv'), '--format', 'csv']);
    expect(stdout).toContain(",'=1+1,");
  });

  it('in a workbook its cell is a string', async () => {
    await runCli(['convert', at('map.csv'), '--layout', 'local', '-o', at('out.xlsx')]);
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(at('out.xlsx'));
    const cells: ExcelJS.Cell[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    expect(cells.find((cell) => cell.value === '=1+1')?.type).toBe(ExcelJS.ValueType.String);
    expect(cells.some((cell) => cell.type === ExcelJS.ValueType.Formula)).toBe(false);
  });
});

describe('what cannot be converted says why, and leaves no file', () => {
  beforeEach(() => writeFileSync(at('ateco.csv'), 'codice,titolo\n01.11,Cereali\n01.12,Riso\n'));

  it.each([
    [['ateco.csv', '-o', 'out.xlsx'], /out\.xlsx: xlsx \(national\) cannot hold this map: 01\.11 would read/],
    [
      ['ateco.csv', '-o', 'out.pdf'],
      /"out\.pdf" is not possible for --output, expected \.csv, \.json, \.xlsx or \.ttl/,
    ],
    [['ateco.csv'], /--output/],
    [['ateco.csv', '-o', 'ateco.csv'], /is an input of this command/],
    [['ateco.csv', '-o', 'out.xlsx', '--layout', 'level'], /"level" is not possible for --layout/],
  ])('%j', async (args, message) => {
    const { exitCode, stderr } = await runCli(['convert', ...args], { cwd: folder });
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
    expect(existsSync(at('out.xlsx'))).toBe(false);
  });

  it('any coded table goes to CSV and JSON', async () => {
    for (const name of ['out.csv', 'out.json']) {
      expect((await runCli(['convert', at('ateco.csv'), '-o', at(name)])).exitCode).toBe(0);
      expect(treeDifference(await read(at('ateco.csv')), await read(at(name)))).toBeNull();
    }
  });
});
