/**
 * What maps of growing size cost, as whole processes of the built command line, and whether the links stay as good.
 *   npm run bench:scale [-- --rows 10000,30000,100000]
 * `crosswalk` compares a made-up map with a made-up revision of it, whose links are known; `check` reads a map with defects.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBookable, keyOf } from '../src/model/tree.ts';
import { renderMapCsv } from '../src/render/map-csv.ts';
import { readRows } from './lib/csv.ts';
import { defectiveMap } from './lib/defective-map.ts';
import { largeMap } from './lib/large-map.ts';
import { type MeasuredRun, measuredRun } from './lib/measured-run.ts';
import { revise, THOROUGH } from './lib/revise.ts';
import { type CrosswalkLink, type Score, scoreCrosswalk } from './lib/score.ts';
import type { ReferenceSet } from './lib/sets.ts';

const SEED = 2023;
const COLUMNS = ['entries', 'command', 'seconds', 'MB', 'exponent', 'P', 'R', 'F1', 'certain P', 'covers'];

const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000,30000,100000' } } });
const folder = mkdtempSync(join(tmpdir(), 'procmap-bench-'));
console.log(`Node ${process.version}; time of the whole process, peak of its memory`);
line(COLUMNS);
const before = new Map<string, { readonly entries: number; readonly seconds: number }>();
for (const entries of values.rows.split(',').map(Number)) {
  check(entries);
  crosswalk(entries);
}
rmSync(folder, { recursive: true });

function check(entries: number): void {
  const file = join(folder, `map-${entries}.csv`);
  writeFileSync(file, defectiveMap(entries));
  tell('check', entries, measuredRun(['check', file, '--format', 'json']));
}

function crosswalk(entries: number): void {
  const set = revise('large', largeMap(entries, SEED), THOROUGH, SEED);
  const file = (name: string): string => join(folder, `${name}-${entries}.csv`);
  writeFileSync(file('old'), renderMapCsv(set.oldMap));
  writeFileSync(file('new'), renderMapCsv(set.newMap));
  const run = measuredRun(['crosswalk', file('old'), file('new'), '-o', file('crosswalk')]);
  tell('crosswalk', entries, run, scoreOf(set, file('crosswalk')));
}

/** The links of bookable entries in a crosswalk, scored against those that were made. */
function scoreOf({ oldMap, gold }: ReferenceSet, path: string): Score {
  const bookable = new Set(oldMap.nodes.filter(isBookable).map(keyOf));
  const rows = readRows(path).map(
    (row): CrosswalkLink => ({
      old: row.old_code ?? '',
      new: row.new_code ?? '',
      tier: row.tier as CrosswalkLink['tier'],
      alarms: [],
    }),
  );
  return scoreCrosswalk(
    rows,
    gold.filter((link) => bookable.has(link.old)),
  );
}

/** A line of the table. The exponent is from one size to the next: 1 is linear, 2 quadratic. */
function tell(command: string, entries: number, { seconds, megabytes }: MeasuredRun, score?: Score): void {
  const last = before.get(command);
  const exponent = last && Math.log(seconds / last.seconds) / Math.log(entries / last.entries);
  before.set(command, { entries, seconds });
  const quality = score
    ? [score.precision, score.recall, score.f1, score.certain.precision, score.certain.coverage]
    : [];
  line([
    String(entries),
    command,
    seconds.toFixed(2),
    megabytes.toFixed(0),
    exponent?.toFixed(2) ?? '',
    ...quality.map((share) => share.toFixed(4)),
  ]);
}

function line(cells: readonly string[]): void {
  console.log(cells.map((cell) => cell.padStart(10)).join(''));
}
