// Makes dist/procmap.html: the page that needs no installation, in one file. Its policy admits its own style and script, by
// their hashes, and workers made of the texts that the file itself holds; nothing is ever asked of the network.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { bundledPackages, noticesOf } from './bundled-packages.mjs';
import { exceljsWriter } from './exceljs-writer.mjs';
import { farModules, PAGE_PARTS } from './page-parts.mjs';
import { pdfReader } from './pdf-reader.mjs';

const shared = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  write: false,
};

/** The example that the page brings along: the maps of the fixtures. */
const EXAMPLE = {
  'example-old': 'fixtures/massa-carrara-2021.xlsx',
  'example-new': 'fixtures/unioncamere-rev2023.xlsx',
};

/** The page, and what esbuild knows of its bundles. */
export async function bundlePage() {
  const [main, core, ...parts] = await Promise.all([
    build({ ...shared, entryPoints: ['src/page/main.tsx'], jsx: 'automatic', jsxImportSource: 'preact' }),
    build({ ...shared, entryPoints: ['src/page/worker/main.ts'], plugins: [farModules()] }),
    ...Object.values(PAGE_PARTS).map((entry) =>
      build({ ...shared, entryPoints: [entry], plugins: [exceljsWriter(), pdfReader()] }),
    ),
  ]);
  const metafiles = [main, core, ...parts].map(({ metafile }) => metafile);
  const texts = [core, ...parts].map(({ outputFiles: [file] }) => file.contents);
  const names = ['core', ...Object.keys(PAGE_PARTS)];
  const inert = [
    ...names.map((name, i) => inertPart(name, texts[i])),
    ...Object.entries(EXAMPLE).map(([name, file]) => inertPart(name, readFileSync(file))),
    inertPart(
      'notices',
      Buffer.from(noticesOf(bundledPackages(metafiles), 'This page contains code of the packages below.')),
    ),
  ];
  const script = inner(main.outputFiles[0].text);
  return { html: pageOf(script, inner(await styleOf()), inert), metafiles };
}

/** The look of the HTML report, and what only the page has. */
async function styleOf() {
  const files = ['src/render/html/style.css', 'src/page/style.css'];
  const css = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return (await transform(css, { loader: 'css', minify: true, charset: 'utf8' })).code;
}

function pageOf(script, style, inert) {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>procmap</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript><p class="wrap note">Questa pagina ha bisogno di JavaScript. This page needs JavaScript.</p></noscript>
<div id="page"></div>
${inert.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

/** A text that no browser runs or shows: a block of data. */
function inertPart(name, bytes) {
  const packed = deflateRawSync(bytes, { level: 9 }).toString('base64');
  return `<script type="application/octet-stream" data-part="${name}">${packed}</script>`;
}

/** What stands between the tags must not end them. */
function inner(text) {
  return text
    .trim()
    .replace(/<\/(script|style)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--');
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
