import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compiledFiles } from '../../src/cli/compiled.ts';

const require = createRequire(import.meta.url);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-compiled-'));
  write('main.cjs', "exports.sum = () => require('./parts/two.cjs').two + require('node:path').sep.length;");
  write('two.cjs', 'exports.two = 2;', 'parts');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('files of a build', () => {
  it('load each other and the modules of Node', () => {
    expect(load().sum()).toBe(3);
  });

  it('are evaluated once', () => {
    const files = compiledFiles(require);
    expect(files.load(join(folder, 'main.cjs'))).toBe(files.load(join(folder, 'main.cjs')));
  });

  it('are taken as they were compiled', () => {
    storeCompiled();
    expect(compiled()).toHaveLength(1);
    // V8 looks at the length of the source only: what it does now is what was compiled.
    write('two.cjs', 'exports.two = 5;', 'parts');
    expect(load().sum()).toBe(3);
  });

  it('are compiled anew where what was stored is of no use', () => {
    storeCompiled();
    for (const name of readdirSync(join(folder, 'parts')).filter((each) => each !== 'two.cjs'))
      write(name, 'not from V8', 'parts');
    write('two.cjs', 'exports.two = 5;', 'parts');
    expect(load().sum()).toBe(6);
  });
});

function load(): { readonly sum: () => number } {
  return compiledFiles(require).load(join(folder, 'main.cjs')) as { readonly sum: () => number };
}

function storeCompiled(): void {
  const files = compiledFiles(require);
  (files.load(join(folder, 'main.cjs')) as { readonly sum: () => number }).sum();
  files.store();
}

function compiled(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('main.cjs.'));
}

function write(name: string, text: string, ...below: string[]): void {
  const target = join(folder, ...below);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, name), text);
}
