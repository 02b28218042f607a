// Mutation testing of one room of the house: plants small faults in src/ROOM and counts how many of them the tests of
// that room notice (tests/ROOM alone: behaviour, not excerpts of pages).
//   npm run mutation -- ROOM [--sample 300] [--seed 1] [--concurrency 1]
// The sample is drawn by the seed, so that the same sources give the same faults. Takes minutes.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const ROOT = join(import.meta.dirname, '../..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '1' },
  },
});
const [room = ''] = positionals;
const TEMP = join('.mutation', room);
const REPORT = join(TEMP, 'report.json');
if (!existsSync(join(ROOT, 'src', room)) || !existsSync(join(ROOT, 'tests', room)) || room === '') {
  console.error(
    'usage: npm run mutation -- ROOM [--sample 300] [--seed 1]; ROOM is a folder of src and of tests',
  );
  process.exitCode = 2;
} else await run();

async function run() {
  process.chdir(ROOT);
  process.env.MUTATION_ROOM = room;
  process.env.MUTATION_SAMPLE = values.sample;
  process.env.MUTATION_SEED = values.seed;
  await new Stryker({
    mutate: [`src/${room}/**/*.ts`],
    testRunner: 'vitest',
    vitest: { configFile: 'bench/mutation/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', join(ROOT, 'bench/mutation/sample.mjs')],
    checkers: ['sample'],
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    reporters: ['json'],
    jsonReporter: { fileName: REPORT },
    tempDirName: join(TEMP, 'work'),
    // The native TypeScript has no library for what Stryker would do to the file.
    tsconfigFile: 'none.json',
    ignorePatterns: ['/dist', '/docs/pictures', '/reports', '/packaging', '.mutation'],
    fileLogLevel: 'off',
    logLevel: 'warn',
    allowConsoleColors: false,
    timeoutMS: 20000,
    // The tests of a room take their time on a busy machine.
    dryRunTimeoutMinutes: 30,
  }).runMutationTest();
  tell(JSON.parse(readFileSync(REPORT, 'utf8')));
  rmSync(TEMP, { recursive: true, force: true });
}

/** Prints the survivors with their places, then the score. Mutants outside the sample have not been looked at. */
function tell({ files }) {
  const counts = { killed: 0, survived: 0 };
  for (const [file, { mutants, source }] of Object.entries(files)) {
    for (const { status, location, mutatorName, replacement } of mutants) {
      if (status === 'Killed' || status === 'Timeout') counts.killed++;
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      counts.survived++;
      const { line, column } = location.start;
      const was = cut(source, location);
      console.log(`${file}:${line}:${column} ${mutatorName}: ${short(was)} -> ${short(replacement ?? '')}`);
    }
  }
  const all = counts.killed + counts.survived;
  const score = all === 0 ? 0 : (100 * counts.killed) / all;
  console.log(
    `${room}: ${counts.killed} of ${all} faults noticed, ${score.toFixed(1)} % (seed ${values.seed})`,
  );
}

function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ');
}

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
