import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const OLD = 'fixtures/massa-carrara-2021.csv';
const NEW = 'fixtures/unioncamere-rev2023.csv';
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  writeFileSync(at('empty.csv'), '');
  writeFileSync(at('letter.txt'), 'Gentile Segretario,\nla mappa arriva domani.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what cannot run says so in one message, exits 2 and shows no stack', () => {
  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a missing file', () => ['diff', at('none.csv'), NEW], /none\.csv: no such file/],
    ['a folder', () => ['diff', folder, NEW], /is a folder, expected a file/],
    ['an empty file', () => ['diff', at('empty.csv'), NEW], /empty\.csv: is empty, expected a process map/],
    ['a file without a map', () => ['diff', at('letter.txt'), NEW], /letter\.txt: no process map found/],
    ['an unknown option', () => ['diff', OLD, NEW, '--fast'], /unknown option --fast/],
    [
      'a misspelt option',
      () => ['diff', OLD, NEW, '--summry'],
      /unknown option --summry: did you mean --summary\?/,
    ],
    ['a misspelt command', () => ['chek', OLD], /unknown command chek: did you mean check\?/],
    ['an unknown command', () => ['compare', OLD, NEW], /unknown command compare/],
    ['a missing argument', () => ['diff', OLD], /argument new is missing/],
    [
      'an unknown format',
      () => ['diff', OLD, NEW, '--format', 'docx'],
      /"docx" is not possible for --format, expected one of text, html/,
    ],
    ['an unknown kind', () => ['diff', OLD, NEW, '--only', 'gone'], /"gone" is not possible for --only/],
    ['a code neither map has', () => ['explain', OLD, NEW, 'A1.1.1.77'], /code "A1\.1\.1\.77" is not in/],
    ['a branch the map does not have', () => ['show', OLD, 'Q9'], /code "Q9" is not in/],
    ['an output that is an input', () => ['crosswalk', OLD, NEW, '-o', OLD], /is an input of this command/],
    [
      'an output in no folder',
      () => ['crosswalk', OLD, NEW, '-o', at('no/where.csv')],
      /cannot be written, its folder does not exist/,
    ],
    ['a revision git does not know', () => ['show', `no-such-ref:${OLD}`], /cannot be read/],
  ];

  it.each(cases)('%s', async (_, argv, message) => {
    const { stdout, stderr, exitCode } = await runCli(argv());
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('speaks the language of the user', async () => {
    const { stderr } = await runCli(['diff', at('none.csv'), NEW], { env: { LANG: 'it_IT.UTF-8' } });
    expect(stderr).toMatch(/errore: .*none\.csv: il file non esiste\n/);
  });
});

describe('a code that stands in the new map by rule alone', () => {
  it('is said to, not answered by itself', async () => {
    const tree = 'Macro-processo;Processo;Sotto-processo;Attività\n';
    writeFileSync(at('before.csv'), `${tree}A1 Uno;A1.1 Due;A1.1.1 Tre;A1.1.1.1 Bilancio\n`);
    const added = 'B1 Sei;B1.1 Sette;B1.1.1 Otto;B1.1.1.1 Statistica dei prezzi\n';
    writeFileSync(at('after.csv'), `${tree}A1 Uno;A1.1 Due;A1.1.1 Tre;A1.1.1.1 Bilancio\n${added}`);
    const { stdout, stderr, exitCode } = await runCli([
      'explain',
      at('before.csv'),
      at('after.csv'),
      'B1.1.F.F',
    ]);
    expect(stderr).toBe('');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/^B1\.1\.F\.F .*exists there by rule/);
    expect(exitCode).toBe(0);
  });
});
