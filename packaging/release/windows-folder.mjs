// The folder for Windows: a program that is not installed. Nothing is fetched or written here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { WINDOWS_NODE } from './windows-node.mjs';

/** Maps to try, by the name that they have in the folder. */
const EXAMPLES = {
  'mappa-massa-carrara-2021.xlsx': 'fixtures/massa-carrara-2021.xlsx',
  'mappa-unioncamere-rev2023.xlsx': 'fixtures/unioncamere-rev2023.xlsx',
};
/** What else the program needs of the package, and what must go along with it. */
const OF_PACKAGE = ['bin/procmap.js', 'bin/package.json', 'package.json', 'LICENSE', 'THIRD-PARTY-LICENSES'];
/** The command line alone: the library is for programs, and none will look for it here. */
const OF_BUILD = /^(?:(?:cli|launch)\.cjs|(?:chunks|shared)\/.+)$/;
/** The first day that a zip can name; one made anew has the same bytes. */
const DAY = new Date(1980, 0, 1);

/** @param version of procmap */
export function folderName(version) {
  return `procmap-${version}-win-x64`;
}

/**
 * What is in the folder, by path.
 *
 * @param node `node.exe` and its licence
 * @param dist the build
 * @returns bytes by path, in order
 */
export function windowsFolder({ version, node, sbom, dist = 'dist' }) {
  const built = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => OF_BUILD.test(path));
  for (const needed of ['cli.cjs', 'launch.cjs'])
    if (!built.includes(needed)) throw new Error(`${join(dist, needed)} is missing: npm run build`);
  const files = {
    'node.exe': node.program,
    'LICENSE-node.txt': node.licence,
    'procmap.cmd': windowsText(readFileSync(here('procmap.cmd'), 'utf8')),
    'leggimi.txt': withMark(windowsText(filled(readFileSync(here('leggimi.txt'), 'utf8'), version))),
    'app/sbom.cdx.json': sbom,
    ...Object.fromEntries(OF_PACKAGE.map((path) => [`app/${path}`, readFileSync(path)])),
    ...Object.fromEntries(built.map((path) => [`app/dist/${path}`, readFileSync(join(dist, path))])),
    ...Object.fromEntries(
      Object.entries(EXAMPLES).map(([name, path]) => [`esempi/${name}`, readFileSync(path)]),
    ),
  };
  return Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((path) => [path, new Uint8Array(files[path])]),
  );
}

/** The folder as a zip. The same files give the same bytes, wherever and whenever that is. */
export function zipFolder(name, files) {
  const entries = Object.entries(files).map(([path, bytes]) => [`${name}/${path}`, bytes]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DAY });
}

const here = (name) => new URL(name, import.meta.url);

function filled(text, version) {
  return text.replaceAll('VERSION', version).replaceAll('NODE', WINDOWS_NODE.version);
}

/** Lines as Windows ends them: `cmd` loses its labels otherwise. */
function windowsText(text) {
  return new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'));
}

/** Old editors of Windows know UTF-8 by its mark alone. */
function withMark(bytes) {
  return Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes);
}

/** The page that needs no program, where it was built. */
export function builtPage(dist = 'dist') {
  const path = join(dist, 'procmap.html');
  return existsSync(path) ? readFileSync(path) : null;
}
