import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from '../support/bundle-cli.ts';

const ROWS = 150_000;
const KILLS = 8;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-killed-'));
  writeFileSync(join(folder, 'x.csv'), 'old_code,new_code,share\nA1.1.1.7,A1.1.1.6,1\nA1.1.1.6,A1.3.2.5,1\n');
  const rows = Array.from({ length: ROWS }, (_, i) => `${i % 60};A1.1.1.${6 + (i % 2)};x;7,5\n`);
  writeFileSync(join(folder, 'ore.csv'), `Matricola;Codice;Nota;Ore\n${rows.join('')}`);
  await bundleCli(join(folder, 'procmap.mjs'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Recodes in another process, and kills it after a while. */
async function recode(output: string, killAfter: number | null): Promise<number> {
  const begun = performance.now();
  const argv = [join(folder, 'procmap.mjs'), 'recode', 'ore.csv', '--crosswalk', 'x.csv', '-o', output];
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: 'ignore' });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  await once(child, 'exit');
  if (timer) clearTimeout(timer);
  return performance.now() - begun;
}

describe('a recoding that is killed', () => {
  test('leaves the whole output under its name, or none', { timeout: 120_000 }, async () => {
    const whole = await recode('whole.csv', null);
    const expected = readFileSync(join(folder, 'whole.csv'));
    expect(expected.length).toBeGreaterThan(ROWS * 10);
    let interrupted = 0;
    for (let i = 0; i < KILLS; i++) {
      const output = `out-${i}.csv`;
      await recode(output, whole * (0.2 + (0.8 * (i + Math.random())) / KILLS));
      if (existsSync(join(folder, output)))
        expect(readFileSync(join(folder, output)).equals(expected)).toBe(true);
      else interrupted++;
    }
    expect(interrupted).toBeGreaterThan(0);
    await recode('out-0.csv', null);
    expect(readFileSync(join(folder, 'out-0.csv')).equals(expected)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('.out-0') && name.endsWith('.part'))).toEqual(
      [],
    );
  });
});
