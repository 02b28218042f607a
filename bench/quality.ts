/**
 * How good the links are: procmap and what one does without it, against links that people made.
 *   npm run bench:quality [-- --quick]
 * `--quick` leaves out what takes minutes (the fuzzy searches, and learning the weights anew without each set).
 * A full run over all sets writes docs/quality.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BASELINES, JOINS } from './lib/baselines.ts';
import { FOLDINGS, runHeldOut } from './lib/held-out.ts';
import { measureSet, type SetResult } from './lib/measure.ts';
import type { MethodResult } from './lib/method-result.ts';
import { qualityPage } from './lib/quality-page.ts';
import {
  asText,
  baselineTable,
  overviewTable,
  procmapTable,
  reliabilityTable,
  wrongCertain,
} from './lib/quality-tables.ts';
import { measureHardships } from './lib/robustness.ts';
import { allSets, REFERENCE_SETS } from './lib/sets.ts';

const PAGE = join(import.meta.dirname, '../docs/quality.md');

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const sets = allSets();
const missing = REFERENCE_SETS.filter((name) => !sets.some((set) => set.name === name));
if (missing.length > 0) note(`not measured, no ../shared/data for them: ${missing.join(', ')}`);

const isFull = !values.quick && missing.length === 0;
const heldOut = isFull ? learnAnew() : [];
const results = sets.map((set) =>
  measureSet(set, {
    heldOut: new Map(
      heldOut.map(({ folding, bySet }) => [folding, bySet.get(set.name) as MethodResult] as const),
    ),
    baselines: values.quick ? JOINS : BASELINES,
    onStep: (method) => note(`${set.name}: ${method}`),
  }),
);
print(results);
if (isFull) {
  writeFileSync(PAGE, qualityPage(results, hardships()));
  note('wrote docs/quality.md');
} else note('docs/quality.md stays as it is: only a full run over all sets writes it');

function learnAnew() {
  return Object.entries(FOLDINGS).map(([folding, foldOf]) => ({
    folding,
    bySet: runHeldOut(sets, foldOf, (fold) => note(`learning from ${folding}, without ${fold}`)),
  }));
}

function hardships() {
  note('hardships');
  return measureHardships(sets);
}

function print(measured: readonly SetResult[]): void {
  const tables = {
    'F1 of the links': overviewTable(measured),
    procmap: procmapTable(measured),
    'without procmap': baselineTable(measured),
    'confidence, said and held': reliabilityTable(measured),
  };
  for (const [title, table] of Object.entries(tables)) console.log(`${title}\n${asText(table)}\n`);
  console.log(`certain links that are wrong\n${wrongCertain(measured).join('\n')}`);
}

function note(text: string): void {
  console.error(text);
}
