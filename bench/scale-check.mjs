// How long `procmap check` takes on local maps of growing size, and how much memory: time and peak of whole processes.
//   npm run bench:scale [-- --rows 10000,100000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv[process.argv.indexOf('--rows') + 1];
const sizes = (process.argv.includes('--rows') ? asked : '10000,30000,100000').split(',').map(Number);
const tellPeak =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';
const folder = mkdtempSync(join(tmpdir(), 'procmap-bench-'));

console.log(`Node ${process.version}; time of the whole process, peak of its memory`);
console.log(
  ['rows', 'command', 'seconds', 'MB', 'findings', 'exponent'].map((name) => name.padStart(10)).join(''),
);
let before = null;
for (const rows of sizes) {
  const file = join(folder, `map-${rows}.csv`);
  writeFileSync(file, localMap(rows));
  const { seconds, megabytes, stdout } = run(['check', file, '--format', 'json']);
  const { error, warning, info } = JSON.parse(stdout).summary;
  // From one size to the next: 1 is linear, 2 quadratic.
  const exponent = before ? Math.log(seconds / before.seconds) / Math.log(rows / before.rows) : null;
  const cells = [rows, 'check', seconds.toFixed(2), megabytes.toFixed(0), error + warning + info];
  console.log([...cells, exponent?.toFixed(2) ?? ''].map((cell) => String(cell).padStart(10)).join(''));
  before = { rows, seconds };
}
rmSync(folder, { recursive: true });

function run(args) {
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ['--import', tellPeak, 'bin/procmap.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = /peak (\d+)$/.exec(child.stderr);
  if (child.status > 1 || !peak) throw new Error(`${args.join(' ')} exited ${child.status}: ${child.stderr}`);
  return { seconds, megabytes: Number(peak[1]) / 1024, stdout: child.stdout };
}

/** A local map: 8 macro-processes a letter, 10 processes each, 8 sub-processes each, 7 activities each; now and then a defect. */
function localMap(rows) {
  const lines = [
    'Macro Funzione;Tema (MacroProcess);Funzione (Processo);Servizio/Ambito (SottoProcesso);Attività (Azione);Codice;Tipo;Cod',
  ];
  for (let m = 0; lines.length <= rows; m++) {
    const macro = `${'ABCDEFHIJKLMNOPQRSTUVWXYZ'[Math.floor(m / 8) % 25]}${1 + (m % 8) + 8 * Math.floor(m / 200)}`;
    lines.push(
      `;${macro} Area di intervento ${m};${macro}.C Coordinamento Area di intervento ${m};;;${macro};M;${macro}`,
    );
    for (let p = 1; p <= 10; p++) addProcess(lines, `${macro}.${p}`, m);
  }
  return `${lines.slice(0, rows + 1).join('\r\n')}\r\n`;
}

function addProcess(lines, process, m) {
  const training = `${process}.F Formazione Gestione delle pratiche ${process}`;
  lines.push(`;;${process} Gestione delle pratiche ${process};${training};;${process}.F.F;A;${process}.F.F`);
  for (let s = 1; s <= 8; s++) {
    const sub = `${process}.${s}`;
    for (let a = 1; a <= 7; a++) {
      if (a === 4 && s === 5) continue;
      const code = `${sub}.${a}`;
      const written = a === 6 && s === 2 ? `${code}.` : code;
      const label =
        a === 7 && m % 10 === 0 ? '' : `Istruttoria, controllo e archiviazione delle istanze ${code}`;
      lines.push(`;;;${a === 1 ? `${sub} Servizi alle imprese ${sub}` : ''};${label};${written};A;${code}`);
    }
  }
}
