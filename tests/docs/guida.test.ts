import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const guide = readFileSync('docs/guida.md', 'utf8');
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) =>
  (match[1] ?? '').trim().split('\n'),
);
/** Commands on files that only the reader has are left to the reader. */
const commands = blocks
  .filter(
    (line) =>
      line.startsWith('procmap ') && !/piano-performance|2021-2023|=ore-2022\.csv|doppi-codici/.test(line),
  )
  .map((line) => line.slice('procmap '.length));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-guida-'));
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the Italian guide', () => {
  it('has commands to follow', () => {
    expect(commands.length).toBeGreaterThanOrEqual(7);
  });

  // One after the other: what one writes the next one reads.
  it.each(commands)('procmap %s', async (command) => {
    const env = { LANG: 'it_IT.UTF-8' };
    const { stderr, exitCode } = await runCli(command.split(' '), { cwd: folder, env });
    expect([0, 1], stderr).toContain(exitCode);
    for (const [, file = ''] of command.matchAll(/-o (\S+)/g))
      expect(existsSync(join(folder, file))).toBe(true);
  });

  it('links and pictures lead somewhere', () => {
    const readme = readFileSync('README.it.md', 'utf8');
    const targets = (text: string) =>
      [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(targets(guide).filter((target) => !existsSync(join('docs', target)))).toEqual([]);
    expect(targets(readme).filter((target) => !existsSync(target))).toEqual([]);
  });

  it('lists its chapters', () => {
    const anchor = (title: string) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
    const chapters = [...guide.matchAll(/^## (.+)$/gm)].map((match) => `#${anchor(match[1] ?? '')}`);
    const listed = [...guide.matchAll(/^\d+\. \[.+\]\((#.+)\)$/gm)].map((match) => match[1]);
    expect(listed).toEqual(chapters);
  });
});
