import { joinBytes } from '../values/bytes.ts';
import { newSha256 } from '../values/sha256.ts';
import { type FileInMaking, type Files, fileFailure } from './files.ts';

/** Files that are held in memory. */
export interface MemoryFiles extends Files {
  /** What stands there now, by path. */
  contents(): ReadonlyMap<string, Uint8Array>;
}

/**
 * A world of files in memory: for a page, which has no others, and for tests. Paths are divided by `/`; folders are
 * there as soon as something stands in them.
 *
 * @param initial what stands there at first, by path
 */
export function memoryFiles(initial: Iterable<readonly [string, Uint8Array]> = []): MemoryFiles {
  const held = new Map(initial);
  const bytesOf = (path: string): Uint8Array => {
    const bytes = held.get(path);
    if (bytes) return bytes;
    throw isFolder(held, path) ? fileFailure('is-folder', path) : fileFailure('not-found', path);
  };
  return {
    contents: () => held,
    read: async (path) => bytesOf(path),
    async *readChunks(path) {
      yield bytesOf(path);
    },
    size: async (path) => bytesOf(path).length,
    kind: async (path) => (held.has(path) ? 'file' : isFolder(held, path) ? 'folder' : null),
    list: async (folder) => {
      const names = namesIn(held, folder);
      if (names.length === 0) throw fileFailure('not-found', folder);
      return names;
    },
    realPath: async (path) => path.replace(/^(?:\.\/)+/, ''),
    create: async (path) => makeFile(held, path),
    makeFolder: async () => {},
    removeEmptyFolder: async () => {},
    remove: async (path) => void held.delete(path),
    nameOf: (path) => path.slice(path.lastIndexOf('/') + 1),
    folderOf,
    inFolder,
    sha256: newSha256,
  };
}

function makeFile(held: Map<string, Uint8Array>, path: string): FileInMaking {
  if (isFolder(held, path)) throw fileFailure('is-folder', path);
  const parts: Uint8Array[] = [];
  let before: Uint8Array | undefined;
  return {
    write: async (data) => void parts.push(data.slice()),
    finish: async () => {},
    publish: async () => {
      before = held.get(path);
      held.set(path, joinBytes(parts));
    },
    takeBack: async () => {
      if (before) held.set(path, before);
      else held.delete(path);
    },
    settle: async () => {},
    discard: async () => {},
  };
}

function isFolder(held: ReadonlyMap<string, Uint8Array>, path: string): boolean {
  return namesIn(held, path).length > 0;
}

function namesIn(held: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const start = inFolder(folder, '');
  const within = [...held.keys()].filter((path) => path.startsWith(start) && path !== start);
  return [...new Set(within.map((path) => path.slice(start.length).split('/')[0] as string))];
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '.' : path.slice(0, end);
}

function inFolder(folder: string, name: string): string {
  return folder === '.' || folder === '' ? name : `${folder}/${name}`;
}
