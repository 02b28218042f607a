// How fast `procmap recode` goes through a big time-sheet, beside the same join done by DuckDB on the same file.
//   npm run bench:recode [-- --rows 5000000 --rounds 3]
// Every round runs each once, in turn, as a process of its own, so that a slow spell of the machine hits both alike; the
// ratio is the median of the ratios round by round. DuckDB joins and writes; procmap also divides to the last digit,
// keeps what it does not change, and balances every person. At the end the sums of both are compared; then the memory of a
// fifth of the rows stands beside that of all, and workbooks of 75 to 300 sheets are recoded: from file to file, read again
// and verified. The exponent of the growth of the processor's seconds is 1 where it is linear.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { monthWorkbook } from './lib/month-workbook.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? usual : Number(process.argv[at + 1]);
};
const rows = option('rows', 5_000_000);
const rounds = option('rounds', 3);
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+' cpu '+process.resourceUsage().userCPUTime))",
)}`;
const folder = mkdtempSync(join(tmpdir(), 'procmap-bench-'));
const file = (name) => join(folder, name);

const codes = writeCrosswalk(file('crosswalk.csv'));
await writeTimesheet(file('hours.csv'), { codes, rows });
const megabytes = statSync(file('hours.csv')).size / 1e6;
console.log(
  `Node ${process.version}, ${availableParallelism()} cores; ${count(rows)} rows, ${megabytes.toFixed(0)} MB of CSV`,
);

const contenders = {
  procmap: [
    'bin/procmap.js',
    'recode',
    file('hours.csv'),
    '--crosswalk',
    file('crosswalk.csv'),
    '-o',
    file('recoded.csv'),
    '--format',
    'json',
    '--lang',
    'en',
  ],
  'duckdb, 1 thread': ['bench/lib/duckdb-join.mjs', folder, '1'],
  [`duckdb, ${availableParallelism()} threads`]: [
    'bench/lib/duckdb-join.mjs',
    folder,
    String(availableParallelism()),
  ],
};
const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, argv] of Object.entries(contenders)) {
    runs[name].push(run(argv));
  }
}

console.log(['', 'seconds', 'cpu', 'rows/s', 'MB/s', 'peak MB', 'procmap takes'].map(cell).join(''));
for (const [name, own] of Object.entries(runs)) {
  const seconds = median(own.map((each) => each.seconds));
  const ratio = median(own.map((each, i) => runs.procmap[i].seconds / each.seconds));
  console.log(
    [
      name,
      seconds.toFixed(1),
      median(own.map((each) => each.cpu)).toFixed(1),
      count(Math.round(rows / seconds)),
      (megabytes / seconds).toFixed(0),
      median(own.map((each) => each.peak)).toFixed(0),
      name === 'procmap' ? '' : `${ratio.toFixed(2)} x`,
    ]
      .map(cell)
      .join(''),
  );
}
const ours = Number(JSON.parse(runs.procmap[0].stdout).balances[0].after);
const theirs = Number(run(['bench/lib/duckdb-join.mjs', folder, 'sum']).stdout);
const agree = ours === theirs;
console.log(agree ? `the sums agree: ${ours} hours` : `the sums differ: ${ours} and ${theirs} hours`);
await tellMemory();
tellWorkbooks();
rmSync(folder, { recursive: true });
process.exitCode = agree ? 0 : 1;

async function tellMemory() {
  const fewer = Math.ceil(rows / 5);
  await writeTimesheet(file('fewer.csv'), { codes, rows: fewer });
  const peak = recode('fewer.csv', 'fewer-recoded.csv').peak;
  const all = median(runs.procmap.map((each) => each.peak));
  console.log(
    `memory: ${peak.toFixed(0)} MB for ${count(fewer)} rows, ${all.toFixed(0)} MB for ${count(rows)}`,
  );
}

function tellWorkbooks() {
  const measured = [1, 75, 150, 300].map((sheets) => {
    writeFileSync(file('month.xlsx'), monthWorkbook(sheets, codes));
    const { cpu, seconds, peak } = recode('month.xlsx', 'month-recoded.xlsx');
    console.log(
      `workbook of ${sheets} sheets: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of the processor, ${peak.toFixed(0)} MB`,
    );
    return { sheets, cpu };
  });
  // The start of the program is in each of them, and grows with nothing.
  const [start, first, , last] = measured;
  const growth = Math.log((last.cpu - start.cpu) / (first.cpu - start.cpu));
  console.log(`exponent ${(growth / Math.log(last.sheets / first.sheets)).toFixed(2)} (1 is linear)`);
}

function recode(input, output) {
  return run([
    ...['bin/procmap.js', 'recode', file(input), '--crosswalk', file('crosswalk.csv')],
    ...['-o', file(output), '--format', 'json', '--lang', 'en'],
  ]);
}

function run(argv) {
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ['--import', tellPeak, ...argv], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [, peak, cpu] = /peak (\d+) cpu (\d+)$/.exec(child.stderr) ?? [];
  if (child.status !== 0 || !peak)
    throw new Error(`${argv.join(' ')} exited ${child.status}: ${child.stderr}`);
  return { seconds, peak: Number(peak) / 1024, cpu: Number(cpu) / 1e6, stdout: child.stdout };
}

/** The codes of the local map: most stay, some move, one in ten is divided. */
function writeCrosswalk(path) {
  const truth = readFileSync(join(root, 'fixtures/truth/massa-carrara-2021.csv'), 'utf8');
  const own = Papa.parse(truth, { header: true, skipEmptyLines: true })
    .data.filter(({ kind }) => kind === 'activity')
    .map(({ code }) => code);
  const links = own.flatMap((code, i) => {
    if (i % 10 === 0) return [`${code},${code},0.5`, `${code},${own[(i + 1) % own.length]},0.5`];
    return i % 3 === 0 ? [`${code},${own[(i + 3) % own.length]},1`] : [`${code},${code},1`];
  });
  writeFileSync(path, `old_code,new_code,share\n${links.join('\n')}\n`);
  return own;
}

async function writeTimesheet(path, { codes, rows }) {
  const out = createWriteStream(path);
  let state = 1;
  const random = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const two = (n) => String(n).padStart(2, '0');
  out.write('Matricola;Data;Codice;Attività;Ore\r\n');
  let text = '';
  for (let i = 0; i < rows; i++) {
    const quarters = 1 + random(32);
    const day = `${two(1 + random(28))}/${two(1 + random(12))}/2023`;
    const hours = `${Math.floor(quarters / 4)},${two((quarters % 4) * 25)}`;
    text += `${1001 + random(60)};${day};${codes[random(codes.length)]};Attività ordinaria;${hours}\r\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function count(number) {
  return number.toLocaleString('en-GB');
}

function cell(text, i) {
  return i === 0 ? text.padEnd(20) : text.padStart(14);
}
