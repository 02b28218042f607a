/**
 * Learns the weights of the matcher from all reference links and writes src/match/model.json.
 *   npm run train
 * The same links always give the same weights. How good they are on links they have not seen: `npm run bench:quality`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelWeights } from '../src/match/model-weights.ts';
import { calibrationOf } from './lib/held-out.ts';
import { allSets, REFERENCE_SETS } from './lib/sets.ts';
import { learnWeights } from './lib/train-model.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'src/match/model.json');

const sets = allSets();
const missing = REFERENCE_SETS.filter((name) => !sets.some((set) => set.name === name));
if (missing.length > 0) {
  console.error(
    `learning without ${missing.join(', ')}, which are not in ../shared/data: other weights will come out`,
  );
}
const calibration = calibrationOf(sets, (fold) => console.error(`calibrating: without ${fold}`));
writeFileSync(FILE, modelText({ ...learnWeights(sets), calibration }));
spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', FILE], {
  cwd: ROOT,
});
console.error(`wrote ${FILE}; now npm run bench:quality`);

/** Weights rounded to what tells; those of nothing are left out. */
function modelText(weights: ModelWeights): string {
  const rounded = JSON.stringify({ version: 1, ...weights }, (_, value) => {
    if (typeof value !== 'number') return value;
    const short = Math.round(value * 1000) / 1000;
    return short === 0 ? undefined : short;
  });
  return `${JSON.stringify(JSON.parse(rounded), null, 2)}\n`;
}
