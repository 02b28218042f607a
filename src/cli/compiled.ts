import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

/** The files of a build, as modules. */
export interface CompiledFiles {
  /** The exports of a file of the build, and so of all it requires. */
  readonly load: (file: string) => unknown;
  /** Keeps what V8 has compiled of the files loaded so far, where it was not kept already. */
  readonly store: () => void;
}

/** Where what V8 compiled is kept, by a name for each file. Neither ever throws. */
export interface CompiledStore {
  readonly read: (name: string) => Buffer | undefined;
  readonly write: (name: string, data: Buffer) => void;
}

/** What a module of the build is called with. */
type Wrapper = (
  require: (name: string) => unknown,
  module: Loaded,
  exports: unknown,
  importShared: (name: string) => Promise<unknown>,
) => void;

interface Loaded {
  exports: unknown;
  readonly script: Script;
}

/**
 * Loads files of the build, in the form of CommonJS, as V8 compiled them in an earlier run.
 *
 * Compiling its own source is an eighth of what a run on a real map takes. V8 knows a source by its length only: `store`
 * is that of this very build. What V8 turns down is compiled as ever, and kept anew. A script may not `import()` in every
 * version of Node, so what the build shares with the library, in the form of ES modules, is imported from here.
 *
 * @param requireOther resolves what is not a file of the build: Node's own modules
 * @param kept `null` where nothing can be kept
 */
export function compiledFiles(
  requireOther: (name: string) => unknown,
  root: string,
  kept: CompiledStore | null,
): CompiledFiles {
  const modules = new Map<string, Loaded>();
  const nameOf = (file: string) => relative(root, file).replace(/[\\/]/g, '-');
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module: Loaded = { exports: {}, script: scriptOf(file, kept?.read(nameOf(file))) };
    modules.set(file, module);
    const requireFrom = (name: string): unknown =>
      name.startsWith('.') ? load(join(dirname(file), name)) : requireOther(name);
    const importShared = (name: string): Promise<unknown> =>
      import(pathToFileURL(join(dirname(file), name)).href);
    (module.script.runInThisContext() as Wrapper)(requireFrom, module, module.exports, importShared);
    return module.exports;
  };
  const store = (): void => {
    for (const [file, { script }] of modules) {
      // Undefined where V8 was given nothing.
      if (script.cachedDataRejected !== false) kept?.write(nameOf(file), script.createCachedData());
    }
  };
  return { load, store };
}

function scriptOf(filename: string, cachedData: Buffer | undefined): Script {
  const source = `(function (require, module, exports, importShared) {${readFileSync(filename, 'utf8')}\n})`;
  return new Script(source, cachedData ? { filename, cachedData } : { filename });
}
