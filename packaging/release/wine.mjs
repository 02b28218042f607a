// Runs the Windows folder of release/ under wine, and compares what it writes with what Linux writes. Not part of the tests:
// wine is large, and knows not every call of every Node. `-- --node FILE` puts another node.exe into the folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { folderName } from './windows-folder.mjs';

const { values } = parseArgs({ options: { node: { type: 'string' } } });
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const name = folderName(version);
const work = mkdtempSync(join(tmpdir(), 'procmap-wine-'));
const env = { ...process.env, WINEPREFIX: join(work, 'prefix'), WINEDEBUG: '-all', LANG: 'it_IT.UTF-8' };
// No pipe: Node under wine cannot write to one.
const [shown, complained] = ['shown.txt', 'complained.txt'].map((file) => join(work, file));

try {
  unpack(join('release', `${name}.zip`));
  if (values.node) writeFileSync(join(work, name, 'node.exe'), readFileSync(values.node));
  wine(['wineboot', '--init']);
  // Node asks for Windows 10.
  wine(['winecfg', '/v', 'win10']);
  console.log(`Node in wine: ${inFolder(['node.exe', '-p', 'process.version']).trim()}`);
  console.log(inFolder(['cmd', '/c', 'procmap.cmd', '--version']).trim());
  compareCrosswalks();
  dropMaps();
} finally {
  spawnSync('wineserver', ['-k'], { env });
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

function unpack(zip) {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), bytes);
  }
}

/** The same two maps, one crosswalk from each system. */
function compareCrosswalks() {
  const maps = ['esempi/mappa-massa-carrara-2021.xlsx', 'esempi/mappa-unioncamere-rev2023.xlsx'];
  for (const format of ['csv', 'xlsx', 'json']) {
    inFolder(['cmd', '/c', 'procmap.cmd', 'crosswalk', ...maps, '-o', `wine.${format}`]);
    const linux = [resolve('bin/procmap.js'), 'crosswalk', ...maps, '-o', `linux.${format}`];
    execFileSync(process.execPath, linux, { cwd: join(work, name), env, stdio: 'ignore' });
    const [ours, theirs] = [`wine.${format}`, `linux.${format}`].map((file) =>
      readFileSync(join(work, name, file)),
    );
    if (!ours.equals(theirs)) throw new Error(`the crosswalk as ${format} is another under wine`);
    console.log(`crosswalk.${format}: ${ours.length} bytes, the same as on Linux`);
  }
}

/** Two maps dropped on the batch file, as Explorer hands them over: in full, in marks only where there are blanks. */
function dropMaps() {
  const folder = join(work, name, 'mappe di prova');
  mkdirSync(folder);
  const dropped = [
    ['mappa-massa-carrara-2021.xlsx', 'vecchia.xlsx'],
    ['mappa-unioncamere-rev2023.xlsx', 'nuova (2023).xlsx'],
  ].map(([from, to]) => {
    writeFileSync(join(folder, to), readFileSync(join(work, name, 'esempi', from)));
    return `Z:${join(folder, to)}`.replaceAll('/', '\\');
  });
  inFolder(['cmd', '/c', 'procmap.cmd', ...dropped]);
  const report = readFileSync(join(folder, 'vecchia - nuova (2023).html'), 'utf8');
  if (!report.includes('Codici riutilizzati')) throw new Error('the report of dropped maps says nothing');
  console.log(`dropped maps: a report of ${report.length} characters`);
}

/** @returns what was printed */
function inFolder(words) {
  return wine(words, join(work, name));
}

function wine(words, cwd = work) {
  const [out, complaints] = [openSync(shown, 'w'), openSync(complained, 'w')];
  const { status } = spawnSync('wine', words, {
    cwd,
    env,
    stdio: ['ignore', out, complaints],
    timeout: 300_000,
  });
  closeSync(out);
  closeSync(complaints);
  if (status === 0) return readFileSync(shown, 'utf8');
  const told = `${readFileSync(shown, 'utf8')}${readFileSync(complained, 'utf8')}`.trim();
  throw new Error(`wine ${words.slice(0, 4).join(' ')}: exit ${status}\n${told.slice(0, 800)}`);
}
