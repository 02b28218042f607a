// Large libraries that are read on demand, by the command line and by the library of this package: each is in the package
// once, as an ES module of its own. Each is a module of the sources that hands on what is used of a library, and holds
// nothing else of ours, so that no value of ours is there twice.
import { basename, dirname, relative, resolve } from 'node:path';

const SHARED = [
  'src/read/documents/html-library.ts',
  'src/read/pdf/pdf-library.ts',
  'src/read/sheets/old-workbook-library.ts',
  'src/read/workbook/shown-number.ts',
  'src/render/workbook/workbook-library.ts',
  'src/values/rdf-library.ts',
];

const nameOf = (path) => basename(path, '.ts');

/** Entries of the bundle that holds them, by the name they have in `dist/shared`. */
export const SHARED_ENTRIES = Object.fromEntries(SHARED.map((path) => [nameOf(path), path]));

/** What stands for one of them in a bundle until it is known which file asks. */
const MARK = /"shared:([\w-]+)"/g;

/** Leaves an import of one of them to the file that holds it. */
export function sharedLibraries() {
  const targets = SHARED.map((path) => resolve(path));
  return {
    name: 'shared-libraries',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
        const target = resolve(resolveDir, path);
        if (kind !== 'dynamic-import' || !targets.includes(target)) return undefined;
        return { path: `shared:${nameOf(target)}`, external: true };
      });
    },
  };
}

/** A file of a bundle with the paths of what it shares in place. */
export function withShared({ path, text }) {
  const folder = relative(dirname(path), resolve('dist/shared')).replaceAll('\\', '/');
  const from = folder.startsWith('.') ? folder : `./${folder}`;
  return { path, text: text.replace(MARK, (_, name) => JSON.stringify(`${from}/${name}.js`)) };
}
