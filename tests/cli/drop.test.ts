import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prompter } from '../../src/app/prompter.ts';
import { droppedPaths } from '../../src/cli/dropped-paths.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'procmap drop-'));
const [old, fresh] = [join(folder, 'mappa 2021.csv'), join(folder, 'mappa & 2023.csv')];
const crosswalk = join(folder, 'raccordo.csv');
const sheets = join(folder, 'fogli');
const HEAD = 'code,label\nA1,Governo\nA1.1,Pianificazione\nA1.1.1,Programmi\n';
const HOURS = 'codice;ore\nA1.1.1.1;7,5\nA1.1.1.2;2\n';

beforeAll(async () => {
  writeFileSync(old, `${HEAD}A1.1.1.1,Bilancio di previsione\nA1.1.1.2,Protocollo e archivio\n`);
  writeFileSync(fresh, `${HEAD}A1.1.1.1,Protocollo e archivio\nA1.1.1.2,Bilancio di previsione\n`);
  mkdirSync(sheets);
  writeFileSync(join(sheets, 'gennaio.csv'), HOURS);
  await runCli(['crosswalk', old, fresh, '--allocate', 'equal', '-o', crosswalk]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers each question with the next of these, and keeps what was asked and shown. */
function answering(...answers: readonly (string | null)[]) {
  const left = [...answers];
  const told: string[] = [];
  const next = (message: string) => {
    told.push(message);
    if (left.length === 0) throw new Error(`not expected: ${message}`);
    return left.shift() ?? null;
  };
  const prompter: Prompter = {
    show: (text) => void told.push(text),
    choose: async (message, choices) => {
      const answer = next(message);
      if (answer !== null) expect(choices.map(({ value }) => value)).toContain(answer);
      return answer;
    },
    search: async (message) => next(message),
    ask: async (message) => next(message),
  };
  return { prompter, told };
}

async function drop(paths: readonly string[], prompter?: Prompter, lang = 'it') {
  const opened: string[] = [];
  const run = await runCli(['drop', ...paths, '--lang', lang], {
    ...(prompter ? { prompter } : {}),
    open: (path) => void opened.push(path),
  });
  return { ...run, opened };
}

describe('two maps that are dropped', () => {
  it('are compared, the old one being the one the person says, and the report is opened', async () => {
    const { prompter, told } = answering('turned');
    const { exitCode, stderr, opened } = await drop([fresh, old], prompter);
    expect([exitCode, told]).toEqual([0, ['Che cosa sono questi due file?']]);
    const report = join(folder, 'mappa 2021 - mappa & 2023.html');
    expect(opened).toEqual([report]);
    expect(readFileSync(report, 'utf8')).toContain('Codici riutilizzati');
    expect(stderr).toContain(`procmap diff "${old}" "${fresh}" -o "${report}"`);
  });

  it('are taken in the order they come where nobody can be asked, which is told', async () => {
    const { exitCode, stderr, opened } = await drop([old, fresh], undefined, 'en');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('mappa 2021.csv is taken for the old map, mappa & 2023.csv for the new one');
    expect(opened).toHaveLength(1);
  });

  it('are left alone when the person leaves the question', async () => {
    const { exitCode, stderr, opened } = await drop([old, fresh], answering(null).prompter);
    expect([exitCode, opened]).toEqual([0, []]);
    expect(stderr).toContain('non è stato fatto nulla');
  });

  it('open nothing when they cannot be compared', async () => {
    const { exitCode, opened } = await drop([old, sheets], answering(crosswalk).prompter);
    expect([exitCode, opened]).toEqual([2, []]);
  });
});

describe('time-sheets that are dropped', () => {
  it('are recoded with the crosswalk that the person drags in, once it is one', async () => {
    const { prompter, told } = answering('dove sei', ` "${crosswalk}" `);
    const { exitCode, stdout } = await drop([sheets], prompter);
    expect(told[1]).toContain('"dove sei" non lo è');
    expect(stdout).toContain('prima = dopo + scarti');
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'fogli-ricodificati', 'gennaio.csv'), 'utf8')).toContain('A1.1.1.2;7,5');
    expect(readFileSync(join(sheets, 'gennaio.csv'), 'utf8')).toBe(HOURS);
  });

  it('are refused where nobody can be asked for the crosswalk', async () => {
    const { exitCode, stderr } = await drop([sheets]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--crosswalk raccordo.csv');
  });

  it('of LibreOffice become workbooks of Excel', async () => {
    const sheet = join(sheets, 'febbraio.ods');
    const rows = HOURS.trim()
      .split(/\r?\n/)
      .map((line) =>
        line.split(';').map((cell) => (/^\d+,\d+$/.test(cell) ? Number(cell.replace(',', '.')) : cell)),
      );
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows));
    writeFileSync(sheet, new Uint8Array(write(book, { type: 'array', bookType: 'ods' })));
    const { exitCode, stderr } = await drop([sheet], answering('timesheets', crosswalk).prompter, 'en');
    expect(exitCode, stderr).toBe(0);
    expect(existsSync(join(sheets, 'febbraio-recoded.xlsx'))).toBe(true);
  });

  it('may be one file, which may also be a map to check', async () => {
    const sheet = join(sheets, 'gennaio.csv');
    expect((await drop([sheet], answering('timesheets', crosswalk).prompter, 'en')).exitCode).toBe(0);
    expect(existsSync(join(sheets, 'gennaio-recoded.csv'))).toBe(true);
    const { stdout } = await drop([fresh], answering('map').prompter);
    expect(stdout).toMatch(/mappa & 2023\.csv .*\n.*\d+ regole/);
  });
});

it('says what is not there', async () => {
  const { exitCode, stderr } = await drop([join(folder, 'nulla.csv')]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('nulla.csv: il file non esiste');
});

describe('what Explorer hands over', () => {
  const CMD = 'C:\\Windows\\system32\\cmd.exe /c ""C:\\my tools\\procmap.cmd" ';

  it.each([
    [
      'without blanks, though the sign is one of cmd',
      `${CMD}C:\\x\\A&B.xlsx C:\\x\\c^d.xlsx"`,
      ['C:\\x\\A&B.xlsx', 'C:\\x\\c^d.xlsx'],
    ],
    ['with blanks', `${CMD}"C:\\x y\\a.xlsx" C:\\b.xlsx"`, ['C:\\x y\\a.xlsx', 'C:\\b.xlsx']],
    ['without marks around it', 'cmd /c C:\\t\\procmap.cmd \\\\srv\\maps\\a.xlsx', ['\\\\srv\\maps\\a.xlsx']],
  ])('is taken from its own line: a path %s', (_, line, paths) => {
    expect(droppedPaths(line, ['C:\\x\\A'])).toEqual(paths);
  });

  it.each([undefined, '"C:\\Windows\\system32\\cmd.exe"', 'cmd /c procmap.cmd '])(
    'is what the shell gives, where the line says nothing: %s',
    (line) => expect(droppedPaths(line, ['C:\\x\\a.xlsx'])).toEqual(['C:\\x\\a.xlsx']),
  );
});
