import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCache } from '../../src/cli/compile-cache.ts';
import { type CompiledStore, compiledFiles } from '../../src/cli/compiled.ts';

const require = createRequire(import.meta.url);
let folder: string;
const at = (...names: readonly string[]) => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-compiled-'));
  write('main.cjs', "exports.sum = () => require('./parts/two.cjs').two + require('node:path').sep.length;");
  write('two.cjs', 'exports.two = 2;', 'parts');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('files of a build', () => {
  it('load each other and the modules of Node', () => {
    expect(load(null).sum()).toBe(3);
  });

  it('import what they share with the library, which is in ES modules', async () => {
    write('shared.js', 'export const four = 4;');
    write('package.json', '{ "type": "module" }');
    write('asks.cjs', "exports.asked = importShared('../shared.js');", 'parts');
    const { asked } = compiledFiles(require, folder, null).load(at('parts', 'asks.cjs')) as {
      readonly asked: Promise<{ readonly four: number }>;
    };
    expect((await asked).four).toBe(4);
  });

  it('are evaluated once', () => {
    const files = compiledFiles(require, folder, null);
    expect(files.load(at('main.cjs'))).toBe(files.load(at('main.cjs')));
  });

  it('are taken as they were compiled', () => {
    storeCompiled(cache());
    // V8 looks at the length of the source only: what it does now is what was compiled.
    write('two.cjs', 'exports.two = 5;', 'parts');
    expect(load(cache()).sum()).toBe(3);
  });

  it('are kept once', () => {
    storeCompiled(cache());
    const kept = entries().map((file) => statSync(file).mtimeMs);
    storeCompiled(cache());
    expect(entries().map((file) => statSync(file).mtimeMs)).toEqual(kept);
  });
});

describe('what V8 compiled', () => {
  it("stands in a folder that is the user's alone", () => {
    storeCompiled(cache());
    expect(statSync(at('cache', 'procmap')).mode & 0o777).toBe(0o700);
    expect(entries()).toHaveLength(2);
    for (const file of entries()) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut short', (data: Buffer) => data.subarray(0, data.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed by one bit',
      (data: Buffer) =>
        data.fill((data[data.length >> 1] ?? 0) ^ 1, data.length >> 1, (data.length >> 1) + 1),
    ],
    ['something else', () => Buffer.from('not from V8')],
  ])('is compiled anew when it is %s', (_, damage) => {
    storeCompiled(cache());
    for (const file of entries()) writeFileSync(file, damage(readFileSync(file)));
    write('two.cjs', 'exports.two = 5;', 'parts');
    expect(load(cache()).sum()).toBe(6);
  });

  it('is of one bundle and of one command', () => {
    storeCompiled(cache());
    write('two.cjs', 'exports.two = 5;', 'parts');
    expect(load(cache('other')).sum()).toBe(6);
    expect(load(cache('bundle', 'check')).sum()).toBe(6);
  });

  it('is kept of the three newest bundles', () => {
    for (const bundle of ['a', 'b', 'c', 'd', 'e']) storeCompiled(cache(bundle));
    expect(readdirSync(at('cache', 'procmap'))).toHaveLength(3);
  });

  it.each([
    ['others may look into the folder', () => chmodSync(at('cache', 'procmap'), 0o755)],
    [
      'the folder is a link',
      () => {
        rmSync(at('cache', 'procmap'), { recursive: true });
        mkdirSync(at('elsewhere'), { mode: 0o700 });
        symlinkSync(at('elsewhere'), at('cache', 'procmap'));
      },
    ],
    [
      'a file stands in its place',
      () => {
        rmSync(at('cache', 'procmap'), { recursive: true });
        writeFileSync(at('cache', 'procmap'), '');
      },
    ],
  ])('is neither read nor written where %s', (_, spoil) => {
    storeCompiled(cache());
    spoil();
    write('two.cjs', 'exports.two = 5;', 'parts');
    const before = readdirSync(folder, { recursive: true }).sort();
    expect(load(cache()).sum()).toBe(6);
    storeCompiled(cache());
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });

  it('is not kept where the user does not want it, nor for what is no command', () => {
    expect(compileCache('bundle', 'diff', { NODE_DISABLE_COMPILE_CACHE: '1' })).toBeNull();
    for (const word of [undefined, '../x', 'a/b', '--version\0', 'x'.repeat(21)])
      expect(compileCache('bundle', word, {})).toBeNull();
  });
});

function cache(bundle = 'bundle', command = 'diff'): CompiledStore | null {
  return compileCache(bundle, command, { XDG_CACHE_HOME: at('cache') });
}

function load(kept: CompiledStore | null): { readonly sum: () => number } {
  return compiledFiles(require, folder, kept).load(at('main.cjs')) as { readonly sum: () => number };
}

function storeCompiled(kept: CompiledStore | null): void {
  const files = compiledFiles(require, folder, kept);
  (files.load(at('main.cjs')) as { readonly sum: () => number }).sum();
  files.store();
}

function entries(): readonly string[] {
  const root = at('cache', 'procmap');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function write(name: string, text: string, ...below: string[]): void {
  const target = at(...below);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, name), text);
}
