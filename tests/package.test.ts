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
import { utils, write } from '@e965/xlsx';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from './support/pdf.ts';
import { runCli } from './support/run-cli.ts';

const MAPS = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'] as const;
const folder = mkdtempSync(join(tmpdir(), 'procmap-package-'));
const empty = join(folder, 'empty');
const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), npm_config_cache: join(folder, 'npm') };
let tarball = '';

const ROWS = [
  ['Codice', 'Descrizione'],
  ['A1', 'Governo'],
  ['A1.1', 'Performance'],
  ['A1.1.1', 'Programmi'],
  ['A1.1.1.1', 'Relazione'],
  ['A1.1.1.2', 'Bilancio'],
] as const;
const PRINTED = ROWS.flatMap(([code, label], i) => [
  { x: 40, y: 60 + 18 * i, text: code },
  { x: 160, y: 60 + 18 * i, text: label },
]);

function oldWorkbook(): Uint8Array {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS.map((row) => [...row])));
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }));
}

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
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

describe('the package', () => {
  it('is one package, below 1.5 MB', () => {
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'procmap',
    ]);
    expect(statSync(tarball).size).toBeLessThan(1_500_000);
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

  it.each([
    ['crosswalk', ...MAPS],
    ['diff', ...MAPS],
    ['review', ...MAPS],
    ['convert', MAPS[0]],
  ])(
    'writes the same workbook as the sources, though only the writer of exceljs is in it: %s',
    async (...words) => {
      const argv = [...words, '-o'];
      expect(run('npx', ['--offline', 'procmap', ...argv, 'packed.xlsx'])).toMatchObject({ status: 0 });
      await runCli([...argv, 'sources.xlsx'], { cwd: empty });
      expect(readFileSync(join(empty, 'packed.xlsx')).equals(readFileSync(join(empty, 'sources.xlsx')))).toBe(
        true,
      );
    },
  );

  it('reads printed maps and old workbooks as the sources do, by the command line and by the library', async () => {
    writeFileSync(join(empty, 'map.pdf'), pdfOf([{ texts: PRINTED, size: 10 }]));
    writeFileSync(join(empty, 'map.xls'), oldWorkbook());
    writeFileSync(
      join(empty, 'read.js'),
      "import { renderMapFile } from 'procmap'; import { readMap } from 'procmap/node';" +
        "process.stdout.write(await renderMapFile(await readMap(process.argv[2]), 'csv'));",
    );
    for (const file of ['map.pdf', 'map.xls']) {
      const sources = await runCli(['convert', file, '-o', 'sources.csv'], { cwd: empty });
      expect(sources.exitCode, sources.stderr).toBe(0);
      expect(run('npx', ['--offline', 'procmap', 'convert', file, '-o', 'packed.csv']).status).toBe(0);
      const text = readFileSync(join(empty, 'sources.csv'), 'utf8');
      expect(text).toMatch(/^A1\.1\.1\.2,.*Bilancio/m);
      expect(readFileSync(join(empty, 'packed.csv'), 'utf8')).toBe(text);
      expect(run(process.execPath, ['read.js', file])).toMatchObject({ status: 0, stdout: text });
    }
  }, 180_000);

  it('is bundled for a browser, but for what reads files', async () => {
    const { metafile } = await build({
      stdin: { contents: "export * from 'procmap';", resolveDir: empty },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.inputs).flatMap((each) => each.imports);
    expect(imports.length).toBeGreaterThan(10);
    expect(imports.filter(({ external, path }) => external && path !== '<runtime>')).toEqual([]);
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
