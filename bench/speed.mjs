// How long procmap takes on the real maps, as ratios to a bare `node -e 0` of the same run.
//   npm run bench:speed [-- --rounds 15]
// Every round runs each command once, in turn, so that a slow spell of the machine hits all of them alike; the figure is
// the median of the ratios round by round.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 15;
const map = (name, ending) => `fixtures/${name}.${ending}`;
const diff = (ending) => [
  'bin/procmap.js',
  'diff',
  map('massa-carrara-2021', ending),
  map('unioncamere-rev2023', ending),
];

const commands = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'procmap --version', args: ['bin/procmap.js', '--version'], limit: 2 },
  { name: 'procmap diff, from CSV', args: diff('csv'), limit: 3 },
  { name: 'procmap diff, from XLSX', args: diff('xlsx'), limit: 6 },
];

const times = commands.map(() => []);
for (let round = -1; round < rounds; round++) {
  commands.forEach(({ args }, i) => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root });
    if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}: ${stderr}`);
    const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
    if (round >= 0) times[i].push(elapsed);
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
console.log(`${rounds} rounds, Node ${process.version}; times in ms, ratios to node -e 0`);
console.log(
  `${'command'.padEnd(26)}${'median'.padStart(9)}${'min'.padStart(9)}${'ratio'.padStart(9)}${'aim'.padStart(7)}`,
);
commands.forEach(({ name, limit }, i) => {
  const ratio = median(times[i].map((time, round) => time / times[0][round]));
  const row = [
    median(times[i]).toFixed(1).padStart(9),
    Math.min(...times[i])
      .toFixed(1)
      .padStart(9),
    ratio.toFixed(2).padStart(9),
  ];
  console.log(`${name.padEnd(26)}${row.join('')}${(limit ? `${limit}` : '').padStart(7)}`);
});
