import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'procmap-first-'));
beforeAll(() => {
  for (const name of ['maps', 'empty']) mkdirSync(join(folder, name));
  copyFileSync('fixtures/massa-carrara-2021.csv', join(folder, 'maps', 'local.csv'));
  writeFileSync(join(folder, 'maps', 'hours.csv'), 'person;hours\n1;8\n');
  writeFileSync(join(folder, 'empty', 'notes.txt'), 'nothing coded here\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (...argv: readonly string[]) => runCli(argv, { cwd: folder });

describe('procmap alone', () => {
  it.each([[[]], [['--lang', 'it']], [['--no-color']]])(
    'with %j prints the help and is content',
    async (argv) => {
      const { stdout, stderr, exitCode } = await runCli(argv);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      expect(stdout).toMatch(/^(Usage|Uso): procmap/);
      expect(stdout).toContain('procmap diff ');
    },
  );

  it('proposes the command that was meant', async () => {
    const { stderr, exitCode } = await runCli(['recod', 'x.csv']);
    expect(stderr).toContain('did you mean recode?');
    expect(exitCode).toBe(2);
  });
});

describe('check', () => {
  it('takes a folder, and tells what in it is no map', async () => {
    const { stdout, stderr, exitCode } = await inFolder('check', 'maps', '--fail-on', 'never');
    expect(stderr).toBe(`${join('maps', 'hours.csv')}: holds no map, left out\n`);
    expect(stdout).toContain(join('maps', 'local.csv'));
    expect(exitCode).toBe(0);
  });

  it('takes a pattern that no shell has expanded', async () => {
    const { stdout, exitCode } = await inFolder('check', 'maps/lo*.csv', '--fail-on', 'never');
    expect(stdout).toContain('local.csv');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['empty', 'empty: no file in this folder, nor below it, holds a map'],
    ['maps/*.xlsx', 'maps/*.xlsx: no such file, and no file matches it'],
    ['maps/*.csv', 'hours.csv'],
  ])('cannot run on %s', async (source, message) => {
    const { stderr, exitCode } = await inFolder('check', source);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

describe('completion', () => {
  it.each([
    [[''], 'recode\t', ':4'],
    [['re'], 'recode\t', ':4'],
    [['diff', '--us'], '--usage\t', ':4'],
  ])('of %j proposes', async (words, expected, last) => {
    const lines = (await runCli(['complete', '--', ...words])).stdout.trimEnd().split('\n');
    expect(lines.some((line) => line.startsWith(expected))).toBe(true);
    expect(lines.at(-1)).toBe(last);
    expect(lines.some((line) => line.startsWith('complete\t'))).toBe(false);
  });

  it('leaves names of files to the shell', async () => {
    for (const words of [
      ['diff', ''],
      ['diff', 'maps/'],
      ['diff', 'a.csv', '--output', 're'],
    ])
      expect((await runCli(['complete', '--', ...words])).stdout).toBe(':0\n');
  });

  it('speaks the language of the user', async () => {
    const { stdout } = await runCli(['complete', '--', 'rec'], { env: { LANG: 'it_IT.UTF-8' } });
    expect(stdout).toContain('foglio ore');
  });

  it.each(['bash', 'zsh'])('is a script that %s understands', async (shell) => {
    const { stdout } = await runCli(['completion', shell]);
    const { error, status, stderr } = spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' });
    // Not every machine has both shells.
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('procmap complete --');
  });

  it('completes in bash commands, options and files', async () => {
    const { stdout } = await runCli(['completion', 'bash']);
    // What the package bash-completion would bring, for a line of plain words.
    const words = `_get_comp_words_by_ref() { cur="\${COMP_WORDS[COMP_CWORD]}"; words=("\${COMP_WORDS[@]}"); }`;
    const program = `procmap() { [ "$*" = 'complete -- di' ] && printf 'diff\\tx\\n:4\\n'; }`;
    const ask = `COMP_WORDS=(procmap di); COMP_CWORD=1; compopt() { :; }; __procmap_complete; echo "\${COMPREPLY[*]}"; complete -p procmap`;
    const run = spawnSync('bash', ['--norc'], {
      input: [stdout, words, program, ask].join('\n'),
      encoding: 'utf8',
    });
    expect(run.stdout).toBe('diff\ncomplete -o default -F __procmap_complete procmap\n');
  });

  it('knows the shells it has a script for', async () => {
    const { stderr, exitCode } = await runCli(['completion', 'tcsh']);
    expect(stderr).toContain('bash, zsh, powershell, fish');
    expect(exitCode).toBe(2);
  });
});
