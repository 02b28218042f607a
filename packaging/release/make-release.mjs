// Makes release/: the package, the Windows folder, the page, their bills of materials and their hashes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPage, folderName, windowsFolder, zipFolder } from './windows-folder.mjs';
import { pinnedFile, sha256Of, WINDOWS_NODE } from './windows-node.mjs';
import { withNode } from './windows-sbom.mjs';

const RELEASE = 'release';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE);
// Packing builds, and writes the bill of materials: what follows is of the same build.
execFileSync('npm', ['pack', '--pack-destination', RELEASE, '--silent'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
const sbom = readFileSync('sbom.cdx.json', 'utf8');
put(`procmap-${version}.cdx.json`, sbom);

const windowsSbom = withNode(sbom, WINDOWS_NODE);
const node = { program: pinnedFile(WINDOWS_NODE.program), licence: pinnedFile(WINDOWS_NODE.licence) };
const name = folderName(version);
const folder = windowsFolder({ version, node, sbom: new TextEncoder().encode(windowsSbom) });
put(`${name}.zip`, zipFolder(name, folder));
put(`${name}.cdx.json`, windowsSbom);

const page = builtPage();
if (page === null) console.log('dist/procmap.html is not there: released without the page');
else put('procmap.html', page);

const files = readdirSync(RELEASE).sort();
const sums = files.map((file) => `${sha256Of(readFileSync(join(RELEASE, file)))}  ${file}\n`);
put('SHA256SUMS', sums.join(''));
process.stdout.write(sums.join(''));

function put(file, data) {
  writeFileSync(join(RELEASE, file), data);
}
