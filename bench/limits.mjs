// What the largest files that are read cost, and how soon what is refused is: npm run bench:limits
// Each is given to the command line as a process of its own; told are the seconds of the processor, which a busy machine does
// not lengthen, and the peak of its memory. Allowed files are to stay within 30 s and 1 GB, refused ones within 600 MB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { monthWorkbook } from './lib/month-workbook.mjs';
import { tableWorkbook } from './lib/table-workbook.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const {maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\npeak '+maxRSS+' cpu '+(userCPUTime+systemCPUTime))})",
)}`;
const folder = mkdtempSync(join(tmpdir(), 'procmap-limits-'));
const file = (name) => join(folder, name);
const CROSSWALK =
  'old_code,new_code,share\nB1.1.1.1,B1.1.1.2,1\nB1.1.1.3,B1.1.1.3,0.5\nB1.1.1.3,B1.1.1.4,0.5\n';
writeFileSync(file('x.csv'), CROSSWALK);

const MB = 2 ** 20;
const rows = (count, text) => Array.from({ length: count }, (_, i) => text(i));
const codeOf = (i) => `${Math.floor(i / 900) + 1}.${(Math.floor(i / 30) % 30) + 1}.${(i % 30) + 1}`;
const flat = (count, width) =>
  `code,label\n${rows(count, (i) => `${codeOf(i)},${`voce ${i} `.padEnd(width, 'parola ')}`).join('\n')}\n`;

const ALLOWED = [
  ['text, 60 MB in 100,000 rows', 'a.csv', () => Buffer.from(flat(100_000, 600)), 'check'],
  ['text, 300,000 rows', 'b.csv', () => Buffer.from(flat(300_000, 30)), 'check'],
  ['.xlsx, 1,000,000 cells', 'c.xlsx', () => tableWorkbook(100_000, 10), 'check'],
  ['.ods, 200,000 cells', 'd.ods', () => sheetOf(20_000, 10, 'ods'), 'check'],
  ['.xls, 200,000 cells', 'e.xls', () => sheetOf(20_000, 10, 'biff8'), 'check'],
  ['time-sheet .xlsx, 300 sheets', 'f.xlsx', () => monthWorkbook(300, ['B1.1.1.1', 'B1.1.1.3']), 'recode'],
];
const REFUSED = [
  ['text of 65 MB', 'g.csv', () => Buffer.alloc(65 * MB, 'a,b\n'), 'check'],
  ['file of 2 GB', 'h.csv', () => null, 'check'],
  ['2,000,001 cells', 'i.csv', () => Buffer.from(`code,label${',x'.repeat(2_000_000)}\n1,2\n`), 'check'],
  [
    'cell of 140,000 characters',
    'j.csv',
    () => Buffer.from(`code,label\n1,${'p'.repeat(140_000)}\n`),
    'check',
  ],
  [
    'code of 15,000 dots',
    'k.csv',
    () => Buffer.from(`code,label\nA1,x\nA1${'.1'.repeat(15_000)},y\n`),
    'check',
  ],
  ['label of 6,000 characters', 'l.csv', () => Buffer.from(`code,label\n1,${'p '.repeat(3000)}\n`), 'check'],
  ['tree of 1,000 levels', 'm.csv', () => Buffer.from(chain(1000)), 'check'],
  ['part that unpacks to 1 GB', 'n.xlsx', bomb, 'check'],
  [
    'text of 30,000 characters in 3,000 cells',
    'o.xlsx',
    () => tableWorkbook(3000, 1, 'p'.repeat(30_000)),
    'check',
  ],
  ['number format of 1,001 characters', 'p.xlsx', () => tableWorkbook(2, 2, 'x', '['.repeat(1001)), 'check'],
  ['endless standard input', '-', () => null, 'check'],
];

console.log(['', 'seconds', 'peak MB', 'exit'].map(cell).join(''));
for (const [list, exits] of [
  [ALLOWED, [0, 1]],
  [REFUSED, [2]],
])
  for (const one of list) tell(one, exits);
rmSync(folder, { recursive: true });

function tell([name, path, make, command], exits) {
  const bytes = make();
  if (bytes !== null) writeFileSync(file(path), bytes);
  else if (path !== '-') {
    writeFileSync(file(path), '');
    truncateSync(file(path), 2 ** 31);
  }
  const { cpu, peak, status, message } = run(path, command);
  console.log([name, cpu.toFixed(1), peak.toFixed(0), String(status)].map(cell).join(''));
  if (!exits.includes(status)) process.exitCode = 1;
  if (status !== 0 && status !== 1) console.log(`  ${message}`);
}

function run(path, command) {
  const more = command === 'recode' ? ['--crosswalk', file('x.csv'), '-o', file('out.xlsx')] : [];
  const argv = [
    'bin/procmap.js',
    command,
    path === '-' ? '-' : file(path),
    ...more,
    '--lang',
    'en',
    '-f',
    'json',
  ];
  const words = ['--import', tellPeak, ...argv].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const shell = `${path === '-' ? 'yes code,label | ' : ''}'${process.execPath}' ${words}`;
  const child = spawnSync('sh', ['-c', shell], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const [, peak, cpu] = /peak (\d+) cpu (\d+)$/.exec(child.stderr) ?? [];
  const message = child.stderr.split('\n')[0].replaceAll(`${folder}/`, '').slice(0, 150);
  return { cpu: Number(cpu) / 1e6, peak: Number(peak) / 1024, status: child.status, message };
}

function chain(levels) {
  return `code,label,parent\n${rows(levels, (i) => `k${i + 1},voce,${i === 0 ? '' : `k${i}`}`).join('\n')}\n`;
}

function bomb() {
  return zipSync({ '[Content_Types].xml': new Uint8Array(2), 'xl/workbook.xml': new Uint8Array(1024 * MB) });
}

/** A table as the library writes it, in one of its formats. */
function sheetOf(count, width, bookType) {
  const data = rows(count, (i) => rows(width, (j) => (j === 0 ? codeOf(i) : `voce ${i} ${j}`)));
  const sheet = { '!ref': `A1:${String.fromCharCode(64 + width)}${count + 1}` };
  [['code', 'label', ...rows(width - 2, (j) => `nota ${j}`)], ...data].forEach((own, i) => {
    own.forEach((v, j) => {
      sheet[`${String.fromCharCode(65 + j)}${i + 1}`] = { t: 's', v };
    });
  });
  return Buffer.from(
    write({ SheetNames: ['S'], Sheets: { S: sheet } }, { bookType, type: 'buffer', compression: true }),
  );
}

function cell(text, i) {
  return i === 0 ? text.padEnd(44) : text.padStart(9);
}
