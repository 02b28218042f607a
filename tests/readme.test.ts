import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMap } from '../src/read/parse-map.ts';
import { runCli } from './support/run-cli.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it.each(['README.md', 'README.it.md'])('%s counts the codes that both maps have', async (page) => {
    const text = readFileSync(page, 'utf8');
    const maps = ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) => `fixtures/${name}`);
    const codes = await Promise.all(
      maps.map(async (name) => {
        const { nodes } = await parseMap({ name, bytes: readFileSync(name) });
        return new Set(nodes.filter(({ kind }) => kind === 'activity').map(({ code }) => code.text));
      }),
    );
    const both = [...(codes[0] ?? [])].filter((code) => codes[1]?.has(code));
    expect(text).toMatch(new RegExp(`\\b${both.length}\\b`));
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
