import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderReport } from '../../src/render/report.ts';
import { plainStyle } from '../../src/render/style.ts';
import { terminalStyle } from '../../src/render/terminal-style.ts';
import { renderTree } from '../../src/render/tree-text.ts';
import { safeLines } from '../../src/words/safe-text.ts';

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

describe('the last gate', () => {
  it('keeps lines, and colour only where it was drawn', () => {
    const drawn = 'a\u001b[1mb\u001b[22m\n\u001b[2Jc';
    expect(safeLines(drawn, { coloured: true })).toBe('a\u001b[1mb\u001b[22m\n\ufffd[2Jc');
    expect(safeLines(drawn)).toBe('a\ufffd[1mb\ufffd[22m\n\ufffd[2Jc');
  });
});
