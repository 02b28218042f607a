import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompter } from '../../src/app/prompter.ts';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import { runCli } from '../support/run-cli.ts';
import { scripted } from '../support/scripted.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const LOCAL = join(FIXTURES, 'adoption/camera-2021.csv');
const BASE = join(FIXTURES, 'adoption/nazionale-2021.csv');
const NATIONAL = join(FIXTURES, 'adoption/nazionale-2024.csv');
const MAPS = ['--local', LOCAL, '--base', BASE, '--new', NATIONAL];
const DAY = { SOURCE_DATE_EPOCH: '1767225600' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-adopt-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const adopt = (argv: readonly string[], prompter?: Prompter) =>
  runCli(['adopt', ...argv], { cwd: folder, env: DAY, ...(prompter ? { prompter } : {}) });
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Row = Readonly<Record<string, string>>;

function rowsOf(name: string): readonly Row[] {
  return Papa.parse<Row>(textOf(name), { header: true, skipEmptyLines: true }).data;
}

/** `CODE label` of the rows of a written map that have hours, with the mark of those still to be decided. */
function entriesOf(name: string): readonly string[] {
  return rowsOf(name)
    .filter((row) => row.booking_code !== '')
    .map(({ code, label, mark }) => `${code} ${label}${mark ? ` [${mark}]` : ''}`);
}

/** The answers that the conflicts of the three maps get in these tests, by local code. */
function fillIn(name: string, verdicts: Readonly<Record<string, string>>): void {
  const filled = rowsOf(name).map((row) => ({ ...row, verdict: verdicts[row.local_code ?? ''] ?? '' }));
  writeFileSync(join(folder, name), Papa.unparse(filled));
}

describe('procmap adopt', () => {
  test('carries a map with every kind of change, and marks what is to be decided', async () => {
    const { exitCode, stdout } = await adopt([...MAPS, '-o', 'new.csv']);
    expect(exitCode).toBe(1);
    expect(entriesOf('new.csv')).toEqual([
      'A1.1.1.1 Relazione previsionale e programmatica',
      'A1.1.1.1.1 Schede delle aziende speciali',
      'A1.1.1.2 Bilancio preventivo, consuntivo e relativi aggiornamenti',
      'A1.1.1.3 Indagine di customer satisfaction sui servizi camerali',
      'A1.1.1.4 Piano della comunicazione istituzionale e dei social media [wording]',
      "A1.1.2.3 Pubblicazioni all'albo camerale e sul sito [dropped-by-nation]",
      'C1.1.1.1 Iscrizione, modifica e cancellazione delle imprese',
      "C1.1.1.2 Deposito dei bilanci d'esercizio",
      'C1.1.1.3 Rilascio di visure e certificati',
      "C1.1.1.4 Composizione negoziata della crisi d'impresa",
      'C1.1.1.6 Sportello per il marmo delle Alpi Apuane [alike]',
      'C1.1.2.1 Rilascio della carta nazionale dei servizi',
      'C1.1.2.2 Bollatura dei libri sociali',
      "C1.1.2.3 Assistenza all'uso della firma digitale remota",
      'C1.1.2.4 Segreteria della giunta e del consiglio',
      'C1.1.2.5 Gestione delle deliberazioni e delle determinazioni',
    ]);
    expect(stdout).toContain('To be decided (3)');
    expect(stdout).toContain('3 conflicts to decide; until then the map has these rows marked');
  });

  test('takes decisions back, and gives every local booking a fate in the crosswalk', async () => {
    await adopt([...MAPS, '--review', 'conflicts.csv']);
    fillIn('conflicts.csv', { 'A1.1.1.4': 'local', 'A1.1.2.3': 'national', 'C1.1.1.4': 'locale' });
    const { exitCode, stderr } = await adopt([
      ...[...MAPS, '--decisions', 'conflicts.csv'],
      ...['-o', 'new.csv', '--crosswalk', 'crosswalk.csv', '--strict'],
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'wrote new.csv\nwrote crosswalk.csv\n' });
    const entries = entriesOf('new.csv');
    expect(entries.filter((entry) => entry.endsWith(']'))).toEqual([]);
    expect(entries).toContain('A1.1.1.4 Piano della comunicazione istituzionale e ufficio stampa');
    expect(entries.filter((entry) => entry.startsWith('A1.1.2.3'))).toEqual([]);
    const { crosswalk, problems } = parseCrosswalk({
      name: 'crosswalk.csv',
      bytes: readFileSync(join(folder, 'crosswalk.csv')),
    });
    expect(problems).toEqual([]);
    const fates = new Map(crosswalk.rows.map((row) => [row.oldCode, row.newCode]));
    const local = Papa.parse<string[]>(readFileSync(LOCAL, 'utf8'), { delimiter: ';' }).data;
    const booked = local.map(([code = '']) => code).filter((code) => code.split('.').length >= 4);
    expect(booked.filter((code) => !fates.has(code))).toEqual([]);
    expect(fates.get('A1.1.1.6')).toBe('');
    expect(fates.get('A1.1.2.3')).toBe('');
    expect(fates.get('C1.1.1.4')).toBe('C1.1.1.6');
    expect(fates.get('C1.1.1.5')).toBe('C1.1.2.3');
  });

  test('tells of decisions that no longer fit, and applies none of a file with an unknown word', async () => {
    await adopt([...MAPS, '--review', 'conflicts.csv']);
    fillIn('conflicts.csv', { 'A1.1.1.4': 'local' });
    const stale = textOf('conflicts.csv').replace(
      /(A1\.1\.1\.4,.*?,local,.*?)[0-9a-f]{6}-[0-9a-f]{6}/,
      '$1000000-000000',
    );
    expect(stale).not.toBe(textOf('conflicts.csv'));
    writeFileSync(join(folder, 'stale.csv'), stale);
    const told = await adopt([...MAPS, '--decisions', 'stale.csv', '-o', 'new.csv']);
    expect(told.stdout).toContain('1 decision no longer fits the maps');
    expect(entriesOf('new.csv')).toContainEqual(expect.stringContaining('social media [wording]'));
    fillIn('conflicts.csv', { 'A1.1.1.4': 'perhaps' });
    const refused = await adopt([...MAPS, '--decisions', 'conflicts.csv', '-o', 'none.csv']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('perhaps');
    expect(existsSync(join(folder, 'none.csv'))).toBe(false);
  });

  test('writes nothing under --strict while a conflict is open', async () => {
    const { exitCode, stderr } = await adopt([...MAPS, '-o', 'new.csv', '--strict']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nothing was written: 3 conflicts are not decided');
    expect(existsSync(join(folder, 'new.csv'))).toBe(false);
  });

  test('refuses maps that have too little in common, with the figure', async () => {
    writeFileSync(
      join(folder, 'other.csv'),
      'Codice;Descrizione\nB1;Contabilità\nB1.1;Cassa\nB1.1.1;Incassi\nB1.1.1.1;Riscossione del diritto annuale\nB1.1.1.2;Fatture attive\n',
    );
    const { exitCode, stderr } = await adopt(['--local', LOCAL, '--base', 'other.csv', '--new', NATIONAL]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/only 0 % of its entries correspond to .*other\.csv/);
  });

  test.each([
    [['--new', NATIONAL], '--local is missing'],
    [['--local', LOCAL], '--new is missing'],
    [[...MAPS, '-o', 'new.pdf'], 'new.pdf'],
    [[...MAPS, '--report', 'new.xlsx'], 'new.xlsx'],
    [[...MAPS, '--review', 'new'], '"new"'],
    [[...MAPS, '--layout', 'vertical'], 'vertical'],
    [[...MAPS, '--interactive'], '--decisions is missing'],
    [[...MAPS, '--interactive', '--decisions', 'a.xlsx'], 'a.xlsx'],
    [[...MAPS, '--interactive', '--decisions', 'a.csv'], 'asks at a terminal'],
  ])('refuses %j', async (argv, words) => {
    const { exitCode, stderr } = await adopt(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });

  test('overwrites none of its inputs', async () => {
    writeFileSync(join(folder, 'own.csv'), readFileSync(LOCAL));
    const argv = ['--local', 'own.csv', '--base', BASE, '--new', NATIONAL, '-o', 'own.csv'];
    expect((await adopt(argv)).exitCode).toBe(2);
    expect(readFileSync(join(folder, 'own.csv'))).toEqual(readFileSync(LOCAL));
  });
});

describe('procmap adopt --interactive', () => {
  const ASKED = [...MAPS, '--interactive', '--decisions', 'conflicts.csv', '-o', 'new.csv'];

  test('asks about each conflict, keeps the answers, and makes the map of them', async () => {
    const prompter = scripted('Marta', 'ufficio stampa', 'il nostro', '(nothing)', '', 'skip');
    const { exitCode, stderr } = await adopt(ASKED, prompter);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('2 decided, 1 left; saved in conflicts.csv');
    expect(prompter.shown.join('\n')).toContain('both changed the wording');
    const decided = rowsOf('conflicts.csv').map((row) => [
      row.local_code,
      row.verdict,
      row.decided_by,
      row.decided_on,
      row.reason,
    ]);
    expect(decided).toEqual([
      ['A1.1.1.4', 'local', 'Marta', '2026-01-01', 'il nostro'],
      ['A1.1.2.3', 'national', 'Marta', '2026-01-01', ''],
      ['C1.1.1.4', '', '', '', ''],
    ]);
    expect(entriesOf('new.csv').filter((entry) => entry.endsWith(']'))).toEqual([
      'C1.1.1.6 Sportello per il marmo delle Alpi Apuane [alike]',
    ]);
  });

  test('goes on from where it was left', async () => {
    await adopt(ASKED, scripted('Marta', 'ufficio stampa', '', 'stop'));
    const prompter = scripted('<initial>', '(nothing)', '', 'Sportello', 'marmo');
    const { exitCode, stderr } = await adopt(ASKED, prompter);
    expect(stderr).toContain('2 decided, 0 left');
    expect(exitCode).toBe(0);
    expect(rowsOf('conflicts.csv').map((row) => row.decided_by)).toEqual(['Marta', 'Marta', 'Marta']);
  });

  test('leaves no file behind where nothing was answered, and refuses one whose decisions no longer fit', async () => {
    expect((await adopt(ASKED, scripted())).exitCode).toBe(1);
    expect(existsSync(join(folder, 'conflicts.csv'))).toBe(false);
    await adopt(ASKED, scripted('Marta', 'ufficio stampa', '', 'stop'));
    const stale = textOf('conflicts.csv').replace(/(?<=,local,.*)[0-9a-f]{6}-[0-9a-f]{6}/, '000000-000000');
    writeFileSync(join(folder, 'conflicts.csv'), stale);
    const { exitCode, stderr } = await adopt(ASKED, scripted('Marta'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('conflicts.csv: 1 decision does not fit the maps any more');
    expect(textOf('conflicts.csv')).toBe(stale);
  });
});
