import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGEST, readWhole, readWholeFile } from '../../src/cli/read-whole.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-whole-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a stream that never ends is left at the limit', async () => {
  let given = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        given += 1000;
        yield new Uint8Array(1000);
      }
    } finally {
      closed = true;
    }
  }
  await expect(readWhole(endless(), 10_000)).rejects.toMatchObject({ fault: 'too-large' });
  expect([given, closed]).toEqual([11_000, true]);
});

test('a stream within the limit is read to its end', async () => {
  async function* twice(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1, 2);
    yield Uint8Array.of(3);
  }
  expect([...(await readWhole(twice(), 3))]).toEqual([1, 2, 3]);
});

test('a file is measured before it is read', async () => {
  const path = join(folder, 'large.csv');
  writeFileSync(path, 'code,label\n');
  truncateSync(path, LARGEST + 1);
  const before = process.memoryUsage().arrayBuffers;
  await expect(readWholeFile(path)).rejects.toMatchObject({ fault: 'too-large' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LARGEST / 4);
  const { stderr, exitCode } = await runCli(['check', path]);
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringMatching(/is larger than procmap reads as a whole \(> 256 MB\)\n/),
  ]);
});

test('a device without an end is left, too', async () => {
  await expect(readWholeFile('/dev/zero')).rejects.toMatchObject({ fault: 'too-large' });
});
