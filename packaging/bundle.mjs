// Bundles the command line and the library, which are one set of files. Nothing is written here; packaging/build.mjs does.
//
// They become CommonJS: such files can be loaded as V8 compiled them (src/cli/compiled.ts). The bundler cuts only ES modules
// into shared files, so that form comes first, and each file is translated. Whoever imports the library finds an ES module
// that hands on what its file exports.
//
// Start-up is most of what a run on a real map takes, and every file that Node loads costs about half a millisecond. Yet
// each `import()` is an entry of its own to the bundler, which would cut what the commands share into some forty files.
// So all light modules that are imported on demand are gathered into three: `core`; `commands`, those that know Node; and
// `hours`, with what carries time-sheets and tables, documents and a chamber's own map, which whoever compares maps need not
// read. Only what brings a heavy library along (zod, exceljs, the HTML page), or modules of Node's own that few runs need,
// stays in a file that is read when it is needed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { exceljsWriter } from './exceljs-writer.mjs';
import { pdfReader } from './pdf-reader.mjs';
import { SHARED_ENTRIES, sharedLibraries, withShared } from './shared-libraries.mjs';

/** Modules that are worth a file of their own. */
const HEAVY = new RegExp(
  `src/(${[
    'config/',
    'crosswalk/parse-crosswalk-json',
    'read/parse-json-map',
    'read/pdf/read-pdf',
    'read/documents/read-html',
    'read/sheets/read-old-workbook',
    'render/html/',
    'render/terminal-style',
    'cli/clack-prompter',
    'cli/open-file',
    ...Object.values(SHARED_ENTRIES).map((path) => path.slice('src/'.length)),
  ].join('|')})`,
);
/** What must not be read at start: a module that imports one of these belongs above. */
const HEAVY_LIBRARIES = /node_modules\/(zod|exceljs|d3-\w+|chalk|@clack|pdfjs-dist|htmlparser2|@e965)\//;
const DYNAMIC_IMPORT = /\bimport\('(\.[^']+\.ts)'\)/g;

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outdir: 'dist',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
  splitting: true,
  minify: true,
  // The build for Node differs only in workers, which are loaded at once and never used here.
  // Of n3 the ES modules, of which what streams can be left out.
  alias: { fflate: 'fflate/browser', n3: 'n3/src/index.js' },
};

/** The command line and the library. They share their modules, so that a value is one value, in the package once. */
async function bundleOurs() {
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: { cli: 'src/cli/bin.ts', ...LIBRARY_ENTRIES },
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    plugins: [gatherLightModules(), sharedLibraries(), withoutChildProcess()],
  });
  refuseHeavyStart(metafile.outputs);
  const files = await Promise.all(outputFiles.map(commonJs));
  const launch = await build({
    ...shared,
    entryPoints: { launch: 'src/cli/launch.ts' },
    splitting: false,
    minify: false,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { BUNDLE_HASH: JSON.stringify(hashOf(files)) },
  });
  return {
    files: [...files, ...launch.outputFiles, ...Object.keys(LIBRARY_ENTRIES).map(handOn)],
    metafiles: [metafile, launch.metafile],
  };

  function handOn(entry) {
    const { exports } = metafile.outputs[`dist/${entry}.cjs`];
    return {
      path: resolve(`dist/${entry}.js`),
      text: `export { ${exports.join(', ')} } from './${entry}.cjs';\n`,
    };
  }
}

/** The large libraries that they read on demand. */
async function bundleShared() {
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: SHARED_ENTRIES,
    outdir: 'dist/shared',
    splitting: false,
    // What they would print is meant for whoever develops with them: there is one owner of both streams.
    drop: ['console'],
    plugins: [exceljsWriter(), pdfReader()],
  });
  const ours = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'));
  const others = ours.filter((path) => !Object.values(SHARED_ENTRIES).includes(path));
  if (others.length > 0) throw new Error(`in the package twice: ${others.join(', ')}`);
  return { files: outputFiles, metafiles: [metafile] };
}

/** All that the package holds: the files to write, and what esbuild knows of them. */
export async function bundleAll() {
  const bundles = await Promise.all([bundleOurs(), bundleShared()]);
  return {
    files: bundles.flatMap(({ files }) => files),
    metafiles: bundles.flatMap(({ metafiles }) => metafiles),
  };
}

/** Entries of the library by the name they have in the package. */
export const LIBRARY_ENTRIES = { index: 'src/index.ts', node: 'src/cli/node.ts' };

/**
 * A file of the bundle whose imports, also those on demand, are calls of `require`; but for the large libraries, which stay
 * ES modules: `importShared` is the `import()` of the launcher (src/cli/compiled.ts), which the library has no need of.
 */
async function commonJs(file) {
  const { path, text } = withShared(file);
  const { code } = await transform(text.replace(SHARED_IMPORT, 'importShared($1)'), {
    format: 'cjs',
    target: shared.target,
    platform: shared.platform,
    supported: { 'dynamic-import': false },
    minify: true,
  });
  return {
    path,
    text: code.replace(LAUNCHED_IMPORT, '(typeof importShared>"u"?import($1):importShared($1))'),
  };
}

const SHARED_IMPORT = /\bimport\(("[./]+\/shared\/[\w-]+\.js")\)/g;
const LAUNCHED_IMPORT = /\bimportShared\(("[./]+\/shared\/[\w-]+\.js")\)/g;

function hashOf(files) {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}

/** Turns `import('./light.ts')` into the import of one of three modules that re-export all light ones. */
function gatherLightModules() {
  const groupOf = gatherTargets('src/cli/bin.ts');
  const light = [...groupOf.keys()].sort();
  const nameOf = (path) => `module${light.indexOf(path)}`;
  return {
    name: 'gather-light-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^procmap:/ }, ({ path }) => ({
        path: path.slice('procmap:'.length),
        namespace: 'gathered',
      }));
      onLoad({ filter: /.*/, namespace: 'gathered' }, ({ path: group }) => ({
        contents: light
          .filter((path) => groupOf.get(path) === group)
          .map((path) => `export * as ${nameOf(path)} from ${JSON.stringify(path)};`)
          .join('\n'),
        resolveDir: process.cwd(),
      }));
      onLoad({ filter: /src\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(DYNAMIC_IMPORT, (whole, specifier) => {
          const target = resolve(dirname(path), specifier);
          const group = groupOf.get(target);
          return group === undefined
            ? whole
            : `import('procmap:${group}').then((gathered) => gathered.${nameOf(target)})`;
        }),
        loader: 'ts',
      }));
    },
  };
}

/** Rooms that a comparison of maps does not enter. */
const OF_HOURS = /\/src\/(recode|refs|merge|series)\//;

/** All modules that some module on the way imports on demand, heavy ones left out, and which group each belongs to. */
function gatherTargets(entry) {
  const targets = new Set();
  const imports = new Map();
  const visit = (path) => {
    if (imports.has(path)) return;
    const text = readFileSync(path, 'utf8');
    const found = [...text.matchAll(/(?:from|import)\s*(\(?)'(\.[^']+\.ts)'/g)].map(
      ([, onDemand, specifier]) => ({ onDemand, path: resolve(dirname(path), specifier) }),
    );
    imports.set(
      path,
      found.filter(({ onDemand }) => !onDemand).map((each) => each.path),
    );
    for (const { onDemand, path: next } of found) {
      if (onDemand && !HEAVY.test(next)) targets.add(next);
      visit(next);
    }
  };
  visit(resolve(entry));
  const groupOf = (path) => {
    if (path.startsWith(resolve('src/cli'))) return 'commands';
    return [...reachedFrom(path, imports)].some((each) => OF_HOURS.test(each)) ? 'hours' : 'core';
  };
  return new Map([...targets].map((path) => [path, groupOf(path)]));
}

function reachedFrom(path, imports, reached = new Set()) {
  if (reached.has(path)) return reached;
  reached.add(path);
  for (const next of imports.get(path) ?? []) reachedFrom(next, imports, reached);
  return reached;
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
  for (const path of Object.keys(outputs))
    if (/(cli|(core|commands|hours)-\w+)\.cjs$/.test(path)) visit(path);
  const inputs = [...reached].flatMap((path) => Object.keys(outputs[path].inputs));
  const heavy = inputs.filter((input) => HEAVY_LIBRARIES.test(input));
  if (heavy.length > 0) throw new Error(`read at start: ${heavy.slice(0, 3).join(', ')}`);
}
