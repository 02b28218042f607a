import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

const MAPS = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'] as const;
const folder = mkdtempSync(join(tmpdir(), 'procmap-package-'));
const empty = join(folder, 'empty');
const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), npm_config_cache: join(folder, 'npm') };
let tarball = '';

function run(program: string, args: readonly string[], cwd = empty) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

// The package as it is published, from a copy of what it is made of: this test writes nothing beside the sources.
beforeAll(() => {
  mkdirSync(empty);
  const packed = run('npm', ['pack', '--pack-destination', folder, '--silent'], resolve('.'));
  if (packed.status !== 0) throw new Error(packed.stderr);
  tarball = join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
  writeFileSync(join(empty, 'package.json'), '{ "private": true, "type": "module" }');
  const installed = run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball]);
  if (installed.status !== 0) throw new Error(installed.stderr);
  for (const map of MAPS) copyFileSync(join('fixtures', map), join(empty, map));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  // The aim is 1.5 MB. What reads printed maps (pdfjs-dist) stands in it twice, for the command line and for the library:
  // 0.9 MB before it came, 2.2 MB since.
  it('is one package, below 2.2 MB', () => {
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'procmap',
    ]);
    expect(statSync(tarball).size).toBeLessThan(2_200_000);
  });

  it('holds licences, bill of materials and pages, and no pictures or what V8 compiled', () => {
    const names = readdirSync(join(empty, 'node_modules', 'procmap'), { recursive: true }).map(String);
    for (const name of [
      'LICENSE',
      'THIRD-PARTY-LICENSES',
      'sbom.cdx.json',
      'SECURITY.md',
      join('docs', 'guida.md'),
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => /\.png$|linux|win32|darwin/.test(name))).toEqual([]);
  });

  it('compares two maps by npx, as the sources do', async () => {
    const { status, stdout } = run('npx', ['--offline', 'procmap', 'diff', ...MAPS, '--lang', 'it']);
    expect(status).toBe(0);
    expect(stdout).toBe((await runCli(['diff', ...MAPS, '--lang', 'it'], { cwd: empty })).stdout);
    expect(existsSync(join(folder, 'cache', 'procmap'))).toBe(true);
  });

  it('writes the same workbooks as the sources, though only the writer of exceljs is in it', async () => {
    const argv = ['crosswalk', ...MAPS, '-o'];
    expect(run('npx', ['--offline', 'procmap', ...argv, 'packed.xlsx']).status).toBe(0);
    await runCli([...argv, 'sources.xlsx'], { cwd: empty });
    expect(readFileSync(join(empty, 'packed.xlsx')).equals(readFileSync(join(empty, 'sources.xlsx')))).toBe(
      true,
    );
  });

  it('is the library that the README shows, with its types', () => {
    const example = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    expect(example).toContain('compareMaps');
    writeFileSync(
      join(empty, 'example.ts'),
      example.replace('old.xlsx', MAPS[0]).replace('new.xlsx', MAPS[1]),
    );
    const compiler = resolve('node_modules/typescript/bin/tsc');
    const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--types', '', 'example.ts'];
    expect(run(process.execPath, [compiler, ...options])).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout, stderr } = run(process.execPath, ['example.js']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('recycled: 30');
  });
});
