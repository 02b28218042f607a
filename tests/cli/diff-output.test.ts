import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const MAPS = ['fixtures/massa-carrara-2021.csv', 'fixtures/unioncamere-rev2023.csv'];
let folder = '';
const at = (name: string) => join(folder, name);
const diff = (args: readonly string[], options = {}) => runCli(['diff', ...MAPS, ...args], options);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the files of one run', () => {
  it('are written each in the format of its ending, and named on standard error', async () => {
    const names = ['r.html', 'r.xlsx', 'r.md', 'r.json', 'r.csv', 'r.txt'].map(at);
    const { stdout, stderr, exitCode } = await diff(names.flatMap((name) => ['-o', name]));
    expect([stdout, exitCode]).toEqual(['', 0]);
    for (const name of names) expect(stderr).toContain(`wrote ${name}`);
    const starts = names.map((name) => readFileSync(name).subarray(0, 15).toString('latin1'));
    expect(starts[0]).toBe('<!doctype html>');
    expect(starts[1]?.slice(0, 2)).toBe('PK');
    expect(starts[2]).toMatch(/^## Migration/);
    expect(JSON.parse(readFileSync(at('r.json'), 'utf8')).version).toBe(1);
    expect(starts[4]).toMatch(/^entry,old_code/);
    expect(starts[5]).toMatch(/^Migration repor/);
  });

  it('are the same a second time, where the day is given', async () => {
    const env = { SOURCE_DATE_EPOCH: '1716000000' };
    for (const ending of ['html', 'xlsx']) {
      await diff(['-o', at(`a.${ending}`), '--lang', 'it'], { env });
      await diff(['-o', at(`b.${ending}`), '--lang', 'it'], { env });
      expect(readFileSync(at(`a.${ending}`)).equals(readFileSync(at(`b.${ending}`)))).toBe(true);
    }
    expect(readFileSync(at('a.html'), 'utf8')).toContain('Redatto il 18 maggio 2024');
  });

  it('hold no colours, although the terminal has them', async () => {
    await diff(['-o', at('plain.txt')], { terminal: 100 });
    expect(readFileSync(at('plain.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('can be filtered by kind', async () => {
    await diff(['-o', at('moved.csv'), '--only', 'moved']);
    const lines = readFileSync(at('moved.csv'), 'utf8').trim().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !line.includes(',moved,'))).toEqual([]);
  });
});

describe('what cannot be meant is refused', () => {
  it.each([
    [['-o', 'a.html', '-o', 'b.xlsx', '--format', 'html'], /one --format for several files/],
    [['-o', 'report.pdf'], /"report\.pdf" is not possible for -o, expected one of \.txt, \.html/],
    [['--format', 'docx'], /expected one of text, html, xlsx, markdown, csv, json/],
  ])('%j', async (args, message) => {
    const { stderr, exitCode } = await diff(args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('a workbook on a terminal', async () => {
    const { stderr, exitCode } = await diff(['--format', 'xlsx'], { terminal: 80 });
    expect(stderr).toContain('a workbook is not for a terminal');
    expect(exitCode).toBe(2);
  });
});

describe('on a terminal', () => {
  it.each([60, 80, 120])('no line is wider than %i characters', async (terminal) => {
    for (const args of [[], ['--summary'], ['--lang', 'it']]) {
      const { stdout } = await diff(args, { terminal, env: { NO_COLOR: '1' } });
      const long = stdout.split('\n').filter((line) => line.length > terminal && line.trim().includes(' '));
      // A command is there to be copied, and stays whole.
      expect(long.filter((line) => !line.startsWith('    procmap review '))).toEqual([]);
    }
  });

  it.each([
    [
      [],
      /\n\nIn short\n {2}\d+ certain \(of which \d+ may[\s\S]+ recycled codes, [\s\S]+\n {2}\d+ to be decided:\n? +procmap review \S+ \S+ -o review.xlsx\n$/,
    ],
    [
      ['--lang', 'it'],
      /\n\nIn breve\n[\s\S]+\d+ da decidere:\n? +procmap review \S+ \S+ -o revisione.xlsx\n$/,
    ],
  ])('it ends with the counts and the next step %j', async (args, end) => {
    expect((await diff(args, { terminal: 90, env: { NO_COLOR: '1' } })).stdout).toMatch(end);
  });

  it('lists the structure only when it is asked for', async () => {
    const { stdout } = await diff([], {});
    expect(stdout).toMatch(/\n\d+ changes in the structure above the entries \(--structure lists them\)\n/);
    const listed = (await diff(['--structure'], {})).stdout;
    expect(listed).toMatch(/\nStructure \(macro-processes, processes, sub-processes\) \(\d+\)\n/);
    expect(listed.split('\n').length).toBeGreaterThan(stdout.split('\n').length + 60);
  });

  it('the summary is one screen', async () => {
    const { stdout } = await diff(['--summary'], { terminal: 100 });
    expect(stdout.split('\n').length).toBeLessThan(40);
    expect(stdout).toMatch(/recycled codes: \d+/);
  });

  it('colours do not change the words', async () => {
    const coloured = await diff(['--summary'], { terminal: 100 });
    const plain = await diff(['--summary'], { terminal: 100, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken out.
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('with the hours of a time-sheet', () => {
  const USAGE = ['--usage', 'fixtures/foglio-ore-2022-gennaio.csv'];

  it('every format has them, and they add up', async () => {
    const { stderr } = await diff([...USAGE, '-o', at('h.csv'), '-o', at('h.json'), '-o', at('h.html')]);
    expect(stderr).toContain('819.25 hours on 47 codes of the old map');
    const { data } = Papa.parse<Record<string, string>>(readFileSync(at('h.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.reduce((sum, row) => sum + Number(row.hours), 0)).toBeCloseTo(819.25);
    const { changes } = JSON.parse(readFileSync(at('h.json'), 'utf8')) as { changes: { hours?: number }[] };
    expect(changes.reduce((sum, { hours = 0 }) => sum + hours, 0)).toBeCloseTo(819.25);
    const page = readFileSync(at('h.html'), 'utf8');
    expect(page).toMatch(/<title>A2 to D6: \d+ entries, [\d.]+ hours<\/title>/);
    expect(page).toContain('The width of a band is the hours booked');
  });
});
