// Bundles the command line and the library into dist/.
//
// The command line becomes CommonJS: such files can be loaded as V8 compiled them (src/cli/compiled.ts). The bundler cuts
// only ES modules into shared files, so that form comes first, and each file is translated.
//
// Start-up is most of what a run on a real map takes, and every file that Node loads costs about half a millisecond. Yet
// each `import()` is an entry of its own to the bundler, which would cut what the commands share into some forty files.
// So all light modules that are imported on demand are gathered into one, `core`; only what brings a heavy library
// along (zod, exceljs, the HTML page), or modules of Node's own that few runs need, stays in a file that is read when it
// is needed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build, transform } from 'esbuild';

/** Modules that are worth a file of their own. */
const HEAVY = new RegExp(
  `src/(${[
    'config/',
    'crosswalk/parse-crosswalk-json',
    'read/parse-json-map',
    'render/html/',
    'render/terminal-style',
    'cli/clack-prompter',
  ].join('|')})`,
);
/** What must not be read at start: a module that imports one of these belongs above. */
const HEAVY_LIBRARIES = /node_modules\/(zod|exceljs|d3-\w+|chalk|@clack)\//;
const DYNAMIC_IMPORT = /\bimport\('(\.[^']+\.ts)'\)/g;

rmSync('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outdir: 'dist',
  legalComments: 'none',
  logLevel: 'warning',
};

const { metafile, outputFiles } = await build({
  ...shared,
  metafile: true,
  write: false,
  entryPoints: { cli: 'src/cli/bin.ts' },
  splitting: true,
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  // The build for Node differs only in workers, which are loaded at once and never used here.
  alias: { fflate: 'fflate/browser' },
  plugins: [gatherLightModules(), withoutChildProcess()],
});

refuseHeavyStart(metafile.outputs);
for (const { path, text } of outputFiles) await writeCommonJs(path, text);

await build({
  ...shared,
  entryPoints: { launch: 'src/cli/launch.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
await build({ ...shared, entryPoints: { index: 'src/index.ts' }, packages: 'external' });

storeCompiled();

/** Writes a file of the bundle, whose imports, also those on demand, become calls of `require`. */
async function writeCommonJs(path, text) {
  const { code } = await transform(text, {
    format: 'cjs',
    target: shared.target,
    platform: shared.platform,
    supported: { 'dynamic-import': false },
    minify: true,
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}

/** Keeps what V8 compiles in one run of the command line, which reads a file of each kind. */
function storeCompiled() {
  const maps = ['fixtures/massa-carrara-2021.xlsx', 'fixtures/unioncamere-rev2023.csv'];
  const script = `
    process.argv = [process.execPath, 'procmap', 'diff', ...${JSON.stringify(maps)}];
    const { files } = require('./dist/launch.cjs');
    process.on('exit', files.store);`;
  execFileSync(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Turns `import('./light.ts')` into the import of one module that re-exports all light ones. */
function gatherLightModules() {
  const light = [...gatherTargets('src/cli/bin.ts')].sort();
  const nameOf = (path) => `module${light.indexOf(path)}`;
  return {
    name: 'gather-light-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^procmap:core$/ }, () => ({ path: 'core', namespace: 'gathered' }));
      onLoad({ filter: /.*/, namespace: 'gathered' }, () => ({
        contents: light.map((path) => `export * as ${nameOf(path)} from ${JSON.stringify(path)};`).join('\n'),
        resolveDir: process.cwd(),
      }));
      onLoad({ filter: /src\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(DYNAMIC_IMPORT, (whole, specifier) => {
          const target = resolve(dirname(path), specifier);
          return light.includes(target)
            ? `import('procmap:core').then((core) => core.${nameOf(target)})`
            : whole;
        }),
        loader: 'ts',
      }));
    },
  };
}

/** All modules that some module on the way imports on demand, heavy ones left out. */
function gatherTargets(entry) {
  const targets = new Set();
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, specifier] of text.matchAll(DYNAMIC_IMPORT)) {
      const target = resolve(dirname(path), specifier);
      if (!HEAVY.test(target)) targets.add(target);
    }
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']+\.ts)'/g)) {
      visit(resolve(dirname(path), specifier));
    }
  };
  visit(resolve(entry));
  return targets;
}

/** Commander loads `node:child_process`, and the network with it, for commands that are programs of their own: none here. */
function withoutChildProcess() {
  return {
    name: 'without-child-process',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
    },
  };
}

/** Fails when the command line, or what most commands need besides, reads a heavy library as it starts. */
function refuseHeavyStart(outputs) {
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind === 'import-statement' && outputs[next]) visit(next);
    }
  };
  for (const path of Object.keys(outputs)) if (/(cli|core-\w+)\.cjs$/.test(path)) visit(path);
  const inputs = [...reached].flatMap((path) => Object.keys(outputs[path].inputs));
  const heavy = inputs.filter((input) => HEAVY_LIBRARIES.test(input));
  if (heavy.length > 0) throw new Error(`read at start: ${heavy.slice(0, 3).join(', ')}`);
}
