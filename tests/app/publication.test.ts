import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileInMaking, type Files, fileFailure } from '../../src/app/files.ts';
import { memoryFiles } from '../../src/app/memory-files.ts';
import { writeFiles } from '../../src/app/write-files.ts';
import { nodeFiles } from '../../src/cli/node-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'procmap-publication-'));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const disk = () => nodeFiles(folder, async () => new Uint8Array());
const bytes = (text: string) => new TextEncoder().encode(text);
const outputs = [
  { path: 'table.csv', data: 'new table' },
  { path: 'table.json', data: 'new schema' },
];

/** Files whose given step fails for one path. */
function failing(files: Files, path: string, step: keyof FileInMaking): Files {
  return {
    ...files,
    create: async (each) => {
      const file = await files.create(each);
      if (each !== path) return file;
      return { ...file, [step]: () => Promise.reject(fileFailure('no-space', 'FULL')) };
    },
  };
}

describe.each(['memory', 'disk'])('files written together, in %s', (world) => {
  const make = async () => {
    const files: Files = world === 'disk' ? disk() : memoryFiles();
    await writeFiles(files, [{ path: 'table.csv', data: 'old table' }], []);
    return files;
  };
  const text = async (files: Files, path: string) => new TextDecoder().decode(await files.read(path));

  it('all appear, and nothing else is left', async () => {
    const files = await make();
    await writeFiles(files, outputs, []);
    expect(await text(files, 'table.csv')).toBe('new table');
    expect(await text(files, 'table.json')).toBe('new schema');
    expect([...(await files.list('.'))].sort()).toEqual(['table.csv', 'table.json']);
  });

  it.each(
    ['table.csv', 'table.json'].flatMap((path) =>
      (['write', 'finish', 'publish'] as const).map((step) => [path, step] as const),
    ),
  )('none appears when %s fails at %s', async (path, step) => {
    const files = await make();
    const failed = writeFiles(failing(files, path, step), outputs, []);
    await expect(failed).rejects.toMatchObject({
      code: 'file-unwritable',
      args: { file: path, fault: 'no-space', reason: 'FULL' },
    });
    expect(await text(files, 'table.csv')).toBe('old table');
    expect(await files.list('.')).toEqual(['table.csv']);
  });

  it('never replace what was read, nor one another', async () => {
    const files = await make();
    const overInput = writeFiles(files, outputs, ['./table.csv']);
    await expect(overInput).rejects.toMatchObject({ code: 'output-is-input' });
    const twice = writeFiles(files, [...outputs, { path: './table.json', data: 'x' }], []);
    await expect(twice).rejects.toMatchObject({ code: 'output-is-input' });
    expect(await files.list('.')).toEqual(['table.csv']);
  });

  it('tells why a file cannot be read', async () => {
    const files = await make();
    await expect(files.read('none.csv')).rejects.toMatchObject({ name: 'FileFailure', fault: 'not-found' });
    await expect(files.read('.')).rejects.toMatchObject({ name: 'FileFailure', fault: 'is-folder' });
    expect(await files.kind('none.csv')).toBeNull();
    expect(await files.kind('table.csv')).toBe('file');
    expect(await files.kind('.')).toBe('folder');
  });
});

describe('the files of this computer', () => {
  it('clears away what a run that was killed has left, and not what another run is making', async () => {
    const dead = 2 ** 22 + 1;
    writeFileSync(join(folder, `.a.csv.${dead}.part`), 'x');
    writeFileSync(join(folder, `.a.csv.${dead}.before`), 'x');
    writeFileSync(join(folder, `.a.csv.${process.ppid}.part`), 'x');
    await writeFiles(disk(), [{ path: 'a.csv', data: 'a' }], []);
    expect(readdirSync(folder).sort()).toEqual([`.a.csv.${process.ppid}.part`, 'a.csv'].sort());
  });

  it('reads a file in pieces, all of it', async () => {
    const whole = new Uint8Array(1_300_000).map((_, i) => i % 251);
    writeFileSync(join(folder, 'big'), whole);
    const pieces = [];
    for await (const piece of disk().readChunks('big')) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(whole)).toBe(true);
    expect(await disk().size('big')).toBe(whole.length);
  });

  it('digests as memory does', () => {
    const digests = [disk().sha256(), memoryFiles().sha256()].map((digest) => {
      for (const part of ['ab', '', 'c']) digest.update(bytes(part));
      return digest.hex();
    });
    expect(digests[0]).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(digests[1]).toBe(digests[0]);
  });
});
