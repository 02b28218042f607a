import { readdirSync, readFileSync } from 'node:fs';

/** Licences whose notices may go into THIRD-PARTY-LICENSES as they are; another one is for a person to read. */
const KNOWN_LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

/**
 * The packages of which something is in a bundle.
 *
 * @param metafiles what esbuild knows of the bundles
 * @returns each with name, version, licence and the text of its notice, by name
 */
export function bundledPackages(metafiles) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const inputs = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)].map(readPackage).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ name, version }) => `${name}@${version}`;

function readPackage(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (!KNOWN_LICENCES.includes(license)) throw new Error(`${name}: may its licence be bundled? ${license}`);
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  if (texts.length === 0 && license === 'MIT') return { name, version, license, notice: mitOf(name, author) };
  if (texts.length === 0) throw new Error(`${name}: no text of its licence in ${folder}`);
  const notice = texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()).join('\n\n');
  return { name, version, license, notice };
}

/** Some packages name their licence without its text. */
function mitOf(name, author) {
  const holder = author?.name ?? author;
  if (!holder) throw new Error(`${name}: neither the text of its licence nor an author`);
  const text = readFileSync(new URL('mit.txt', import.meta.url), 'utf8');
  return `MIT License\n\nCopyright (c) ${holder}\n\n${text.trim()}`;
}

const OF_PACKAGE =
  'procmap contains code of the packages below. This file is made from the bundle by `npm run notices`.';

/** The text of THIRD-PARTY-LICENSES, or that of another bundle, which says so in its first line. */
export function noticesOf(packages, first = OF_PACKAGE) {
  const head = [first, ...packages.map(({ name, version, license }) => `  ${name} ${version} (${license})`)];
  const notices = packages.map(({ name, version, license, notice }) =>
    [`${'-'.repeat(80)}\n${name} ${version} (${license})`, notice.replaceAll('\r\n', '\n')].join('\n\n'),
  );
  return `${[head.join('\n'), ...notices].join('\n\n')}\n`;
}
