import picomatch from 'picomatch/posix.js';
import { ProcmapError } from '../words/procmap-error.ts';
import { unreadable } from './file-errors.ts';
import type { Files } from './files.ts';

/** A map to read. */
export interface MapSource {
  readonly source: string;
  /** The folder it was found in; `null` when it was named itself, and so has to be a map. */
  readonly foundIn: string | null;
}

/** What maps are kept in. In a folder, files that end otherwise are nobody's map. */
const MAP_FILE = /\.(?:xlsx|xlsm|xlsb|xls|ods|fods|csv|tsv|txt|ttl|json)$/i;
/** Folders that hold no map of anybody's. */
const PASSED_OVER = /^(?:\.|node_modules$)/;
/** Excel's own note that a file is open. */
const LOCK_FILE = /^~\$/;
/** Folders in folders. */
const MAX_DEPTH = 12;

/**
 * The files that a list of sources means: a folder is what it holds, at any depth, and a pattern what it matches, as a
 * shell would have expanded it (cmd.exe expands none). A file that is there is meant itself, whatever its name.
 *
 * @throws ProcmapError when a folder holds no file that could be a map, or nothing matches a pattern
 */
export async function mapSources(files: Files, sources: readonly string[]): Promise<readonly MapSource[]> {
  const all: MapSource[] = [];
  for (const source of sources) all.push(...(await expand(files, source)));
  return all;
}

async function expand(files: Files, source: string): Promise<readonly MapSource[]> {
  const kind = source === '-' ? 'file' : await files.kind(source);
  if (kind === 'folder') return mapsIn(files, source);
  // In a pattern both ways of dividing a path are meant: whoever quotes one in cmd.exe writes the other.
  const pattern = source.replaceAll('\\', '/');
  const { base, glob } = picomatch.scan(pattern);
  if (kind !== null || glob === '') return [{ source, foundIn: null }];
  const matches = picomatch(glob);
  const root = base === '' ? '.' : base;
  const found = (await filesBelow(files, root)).filter(({ below }) => matches(below));
  if (found.length === 0) throw new ProcmapError('nothing-matches', { pattern: source });
  return found.map(({ path }) => ({ source: path, foundIn: null }));
}

async function mapsIn(files: Files, folder: string): Promise<readonly MapSource[]> {
  const found = (await filesBelow(files, folder)).filter(({ path }) => MAP_FILE.test(path));
  if (found.length === 0) throw new ProcmapError('folder-without-map', { folder });
  return found.map(({ path }) => ({ source: path, foundIn: folder }));
}

interface FoundFile {
  readonly path: string;
  /** The path from where the search began, divided by `/`. */
  readonly below: string;
}

async function filesBelow(
  files: Files,
  folder: string,
  below = '',
  depth = 0,
): Promise<readonly FoundFile[]> {
  // A folder that is passed over would be one whose maps are called sound.
  const names = await files.list(folder).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const found: FoundFile[] = [];
  for (const name of [...names].sort()) {
    const path = folder === '.' ? name : files.inFolder(folder, name);
    const kind = await files.kind(path);
    if (kind === 'file' && !LOCK_FILE.test(name)) found.push({ path, below: `${below}${name}` });
    if (kind === 'folder' && !PASSED_OVER.test(name) && depth < MAX_DEPTH)
      found.push(...(await filesBelow(files, path, `${below}${name}/`, depth + 1)));
  }
  return found;
}
