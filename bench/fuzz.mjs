// Damages files and texts of every kind as often as one likes: npm run fuzz -- [--each 20000]
// The same fuzzers run in `npm test`, a thousand times each or fewer. Tells what they tell.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { each: { type: 'string', default: '20000' } } });
if (!/^\d{1,8}$/.test(values.each)) {
  console.error('usage: npm run fuzz -- [--each 20000]');
  process.exit(2);
}
const files = readdirSync('tests/properties')
  .filter((name) => name.endsWith('-fuzz.test.ts'))
  .map((name) => `tests/properties/${name}`);
const argv = ['node_modules/vitest/vitest.mjs', 'run', ...files, '--testTimeout', '86400000'];
const { status } = spawnSync(process.execPath, argv, {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_EACH: values.each },
});
process.exitCode = status ?? 1;
