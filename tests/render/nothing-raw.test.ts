import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { memoryFiles } from '../../src/app/memory-files.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderReport } from '../../src/render/report.ts';
import { plainStyle } from '../../src/render/style.ts';
import { terminalStyle } from '../../src/render/terminal-style.ts';
import { renderTree } from '../../src/render/tree-text.ts';
import { safeLines } from '../../src/words/safe-text.ts';
import { runCli } from '../support/run-cli.ts';

/** An escape that clears the screen, a control of eight bits, and a mark that turns the direction of writing. */
const RAW = '\u001b[2J\u009b\u202e';
const COLOUR = /\p{Cc}\[\d{1,2}m/gu;

/** What may stand in a text beside what is printed: line breaks, and colour of our own. */
const isRaw = (text: string) => /(?![\n\r\t])[\p{Cc}\u202a-\u202e]/u.test(text.replaceAll(COLOUR, ''));

const parse = (name: string, rows: readonly string[]) =>
  parseMap({ name, bytes: new TextEncoder().encode(['codice;descrizione', ...rows].join('\n')) });
const maps = async () => {
  const old = await parse('old.csv', [
    `P${RAW}1;Ufficio stampa e comunicazione con la cittadinanza e le imprese`,
    'P2;Archivio \ufffe storico',
  ]);
  const fresh = await parse('new.csv', [
    `P${RAW}3;Ufficio stampa e comunicazione con la cittadinanza e le imprese`,
    'P2;Archivio \uffff storico',
  ]);
  return { old, fresh };
};

describe('what a file holds', () => {
  it.each([
    ['plain', plainStyle],
    ['in colour', terminalStyle()],
  ])('reaches no terminal raw, %s', async (_, style) => {
    const { old, fresh } = await maps();
    expect(isRaw(renderTree(old, { lang: 'en', style, width: 80, branches: [] }))).toBe(false);
    const { report } = compareMaps(old, fresh, {});
    expect(isRaw(String(await renderReport('text', report, { style })))).toBe(false);
  });

  it.each(['markdown', 'html'] as const)('reaches no page raw, as %s', async (format) => {
    const { old, fresh } = await maps();
    const { report } = compareMaps(old, fresh, {});
    expect(isRaw(String(await renderReport(format, report)))).toBe(false);
  });

  it('makes well-formed sheets', async () => {
    const { old, fresh } = await maps();
    const { report } = compareMaps(old, fresh, {});
    const parts = Object.values(unzipSync((await renderReport('xlsx', report)) as Uint8Array));
    const text = parts.map((part) => new TextDecoder().decode(part)).join('');
    expect(text).toMatch(/Archivio.*\ufffd.*storico/s);
    expect(text).not.toMatch(/[\ufffe\uffff]/);
  });
});

describe('what a time-sheet, a crosswalk and a plan hold', () => {
  const files = () =>
    memoryFiles(
      Object.entries({
        [`ore${RAW}.csv`]: `Matricola;Codice;Ore ${RAW}\r\n${RAW}M1;A1.1.1.1;3\r\nM2;${RAW}=X9;1\r\n`,
        'x.csv': `old_code,new_code,share\nA1.1.1.1,A1.1.1.2,0.5\nA1.1.1.1,"=1+1${RAW}",0.5\n`,
        'x2.csv': 'old_code,new_code,share\nA1.1.1.1,A1.1.1.2,1\n',
        'risks.csv': `Codice;${RAW}Rischio\r\nA1.1.1.1;${RAW}=alto\r\n${RAW}Z9;y\r\n`,
        'plan.txt': `Indicatore A1.1.1.1_02${RAW} di ${RAW}\n`,
        'map.csv': `codice;descrizione\nA1;x${RAW}\nA1;y${RAW}\n${RAW}=2;z\n`,
      }).map(([name, text]) => [name, new TextEncoder().encode(text)] as const),
    );

  it.each([
    [['recode', `ore${RAW}.csv`, '--crosswalk', 'x.csv', '-o', 'out.csv']],
    [['recode', `ore${RAW}.csv`, '--crosswalk', 'x2.csv', '-o', 'out.csv']],
    [['recode', `ore${RAW}.csv`, '--crosswalk', 'x2.csv', '-o', 'folder/out.csv', '--amount', `${RAW}nix`]],
    [['recode', `ore${RAW}.csv`, '--crosswalk', 'x2.csv', '--dry-run']],
    [['rekey', 'risks.csv', '--crosswalk', 'x2.csv', '-o', 'out.csv']],
    [['refs', 'plan.txt', '--crosswalk', 'x2.csv']],
    [['refs', 'plan.txt', '--crosswalk', 'x2.csv', '-f', 'markdown']],
    [['check', 'map.csv']],
    [['check', 'map.csv', '-f', 'markdown']],
    [['show', 'map.csv']],
    [['explain', 'map.csv', 'map.csv', `${RAW}A1`]],
    [['diff', 'map.csv', `no${RAW}.csv`]],
  ])('reaches neither stream raw: %j', async (argv) => {
    for (const lang of ['en', 'it']) {
      const { stdout, stderr, exitCode } = await runCli([...argv, '--lang', lang], { files: files() });
      expect([0, 1, 2]).toContain(exitCode);
      expect([stdout, stderr].map(isRaw)).toEqual([false, false]);
      expect(`${stdout}${stderr}`.length).toBeGreaterThan(0);
    }
  });
});

describe('the last gate', () => {
  it('keeps lines, and colour only where it was drawn', () => {
    const drawn = 'a\u001b[1mb\u001b[22m\n\u001b[2Jc';
    expect(safeLines(drawn, { coloured: true })).toBe('a\u001b[1mb\u001b[22m\n\ufffd[2Jc');
    expect(safeLines(drawn)).toBe('a\ufffd[1mb\ufffd[22m\n\ufffd[2Jc');
  });
});
