// Makes src/render/html/assets.generated.ts: style and script of the HTML report as strings, with the hashes by which
// its Content-Security-Policy admits them. The build, the tests and the check of types make it first; it is not kept in
// the repository beside its sources.
// Readable on purpose: an administrator may look at what the page runs, and a diff of the file says what changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('./src/render/html/', import.meta.url);
const target = new URL('assets.generated.ts', folder);

/** Runs before the page is laid out, so that a long table is not laid out twice: see `.starting` in style.css. */
const START = 'document.documentElement.classList.add("starting");';

/** The text of the generated file. */
async function pageAssets() {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('client/main.ts', folder))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  const script = inner(bundle.outputFiles[0].text.replace(/^\s*\/\/.*\n/gm, ''));
  const style = inner(readFileSync(new URL('style.css', folder), 'utf8').replace(/\/\*[\s\S]*?\*\/\n?/g, ''));
  return [
    '// Made by page-assets.mjs from style.css and client/. Do not edit.',
    declare('STYLE', style),
    declare('SCRIPT', script),
    declare('START', START),
    `export const STYLE_HASH = '${hash(style)}';`,
    `export const SCRIPT_HASH = '${hash(script)}';`,
    `export const START_HASH = '${hash(START)}';`,
    '',
  ].join('\n');
}

/** What stands between the tags must not end them. */
function inner(text) {
  if (/<\/(script|style)|<!--/i.test(text))
    throw new Error('an asset of the page holds a tag that would end it');
  return `\n${text.trim()}\n`;
}

function declare(name, text) {
  const lines = text.split('\n').map((line) => `  ${JSON.stringify(line)},`);
  return `export const ${name} = [\n${lines.join('\n')}\n].join('\\n');`;
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

/** Makes the file, unless it is what it would be already. */
export async function writePageAssets() {
  const text = await pageAssets();
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePageAssets();
