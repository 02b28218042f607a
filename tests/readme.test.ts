import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('shows lines that the report of the bundled maps really has', async () => {
    const excerpt = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const lines = excerpt.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '...');
    const { stdout } = await runCli([
      'diff',
      'fixtures/massa-carrara-2021.xlsx',
      'fixtures/unioncamere-rev2023.xlsx',
    ]);
    const printed = new Set(stdout.split('\n'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !printed.has(line))).toEqual([]);
  });

  it('links to pages that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^https?:/.test(link));
    expect(links.length).toBeGreaterThan(4);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('names only commands that exist', async () => {
    const { stdout } = await runCli(['--help']);
    const commands = [...readme.matchAll(/`procmap ([a-z-]+)/g)].map((match) => match[1] ?? '');
    expect(commands.length).toBeGreaterThan(8);
    expect(
      [...new Set(commands)].filter((command) => !new RegExp(`^  ${command} `, 'm').test(stdout)),
    ).toEqual([]);
  });
});
