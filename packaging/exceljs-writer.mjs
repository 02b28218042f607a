import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Modules of exceljs that write nothing of ours: reading, CSV, streams, packing (src/render/workbook/workbook-parts.ts),
 * protection by password.
 */
const LEFT_OUT = [
  'csv/csv.js',
  'stream/xlsx/workbook-reader.js',
  'stream/xlsx/workbook-writer.js',
  'utils/encryptor.js',
  'utils/parse-sax.js',
  'utils/stream-buf.js',
  'utils/zip-stream.js',
];
/** What the modules that stay ask for, and do not need to write. */
const LIBRARIES_LEFT_OUT = ['fs', 'jszip', 'readable-stream'];
/** The bars of a sheet have ids, which only have to differ: a count does, and no two runs then differ. */
const IDS =
  "let count = 0; exports.v4 = () => '00000000-0000-4000-8000-' + String(++count).padStart(12, '0');";

const library = join(dirname(fileURLToPath(import.meta.resolve('exceljs'))), 'lib');

/**
 * Bundles of exceljs what writes workbooks, and nothing else: neither what it reads them with, nor the libraries beneath
 * that, some of which are looked after by nobody any more (unzipper, fstream, rimraf 2, inflight). What is left out says
 * so when it is called. The same for Node and for a browser, where exceljs would bring a bundle of its own.
 */
export function exceljsWriter() {
  return {
    name: 'exceljs-writer',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^exceljs$/ }, () => ({ path: join(library, 'exceljs.nodejs.js') }));
      onResolve({ filter: /.*/ }, ({ path, importer, resolveDir }) => {
        if (!importer.startsWith(library)) return undefined;
        if (path === 'uuid') return { path, namespace: 'ids' };
        const name = path.startsWith('.') ? inLibrary(join(resolveDir, path)) : path;
        const known = path.startsWith('.') ? LEFT_OUT : LIBRARIES_LEFT_OUT;
        return known.includes(name) ? { path: name, namespace: 'left-out' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'ids' }, () => ({ contents: IDS, loader: 'js' }));
      onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
        contents: `module.exports = function () { throw new Error('${path} of exceljs is not bundled'); };`,
        loader: 'js',
      }));
    },
  };
}

function inLibrary(path) {
  const name = relative(library, path).replaceAll('\\', '/');
  return name.endsWith('.js') ? name : `${name}.js`;
}
