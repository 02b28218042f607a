import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

/** All commands, as the help lists them. */
const { stdout: listed } = await runCli(['--help', '--lang', 'en']);
const COMMANDS = [...listed.slice(listed.indexOf('Commands:')).matchAll(/^ {2}([a-z-]+) /gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help');

/** What is the same in both languages: files, numbers, and choices, which are typed as they stand. */
const SHARED = /^(file|shell|n|-|complete|[a-z]+\|[a-z]+)$/;

async function help(argv: readonly string[], lang: 'it' | 'en'): Promise<string> {
  const { stdout, exitCode } = await runCli([...argv, '--help', '--lang', lang]);
  expect(exitCode).toBe(0);
  return stdout;
}

describe('help', () => {
  it('lists the commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(15);
    expect(COMMANDS).toContain('adopt');
  });

  it.each([[], ...COMMANDS.map((command) => [command])])(
    'of %j speaks one language at a time',
    async (...argv) => {
      const [english, italian] = [await help(argv, 'en'), await help(argv, 'it')];
      expect(english).toMatch(/^Usage: procmap/);
      expect(italian).toMatch(/^Uso: procmap/);
      const names = (text: string) =>
        [...text.matchAll(/[<[]([\w|-]+?)(?:\.\.\.)?[>\]]/g)].map((match) => match[1]);
      const left = names(italian).filter((name) => names(english).includes(name) && !SHARED.test(name ?? ''));
      expect(left).toEqual([]);
      expect(italian).not.toMatch(/\(default/);
    },
  );

  it('names every command', async () => {
    const text = await help([], 'en');
    for (const command of COMMANDS) expect(text).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('names a missing argument in the language of the user', async () => {
    const { stderr } = await runCli(['diff', 'a.csv', '--lang', 'it']);
    expect(stderr).toContain("manca l'argomento nuova");
  });
});
