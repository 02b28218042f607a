import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import type { CompiledStore } from './compiled.ts';

/** Of so many bundles what V8 made of them is kept: whoever changes between two versions has both. */
const KEEP = 3;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What V8 made of the bundle's files, kept in the user's own cache folder: by bundle, by version and flags of V8, and by
 * command, which each need other functions. Nobody else may look into that folder, or the code that runs could be another's;
 * where it cannot be had so, or `NODE_DISABLE_COMPILE_CACHE` is set, nothing is kept.
 *
 * @param bundle a hash of the files of the bundle
 * @param command the first argument of the run
 */
export function compileCache(
  bundle: string,
  command: string | undefined,
  env: Env = process.env,
): CompiledStore | null {
  if (env.NODE_DISABLE_COMPILE_CACHE || command === undefined || !/^[a-z-]{1,20}$/.test(command)) return null;
  const root = join(userCache(env), 'procmap');
  const folder = join(root, `${bundle}-${cachedDataVersionTag().toString(36)}`);
  const fileOf = (name: string) => join(folder, `${command}-${name}`);
  return {
    read: (name) => (isOurs(root) ? tryTo(() => unsealed(readFileSync(fileOf(name)))) : undefined),
    write: (name, data) =>
      tryTo(() => {
        if (makeFolder(root, folder)) writeAside(fileOf(name), sealed(data));
      }),
  };
}

/** Where the platform keeps what programs can make again. */
function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: Env): string {
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** A folder of this user, and no link, that nobody else may enter. On Windows the profile sees to that. */
function isOurs(folder: string): boolean {
  return (
    tryTo(() => {
      const found = lstatSync(folder);
      if (!found.isDirectory()) return false;
      return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
    }) ?? false
  );
}

function makeFolder(root: string, folder: string): boolean {
  mkdirSync(dirname(root), { recursive: true });
  tryTo(() => mkdirSync(root, { mode: 0o700 }));
  if (!isOurs(root)) return false;
  if (existsSync(folder)) return true;
  mkdirSync(folder, { mode: 0o700 });
  const age = (name: string) => statSync(join(root, name)).mtimeMs;
  const newestFirst = readdirSync(root).sort((a, b) => age(b) - age(a));
  for (const name of newestFirst.slice(KEEP)) rmSync(join(root, name), { recursive: true, force: true });
  return true;
}

/** Whole or not at all, also when two runs write at once. */
function writeAside(file: string, data: Uint8Array): void {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, data, { mode: 0o600 });
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Bytes of the sum behind the data; before it, the data would no longer stand where V8 wants it, aligned. */
const SEAL = 20;

/** V8 runs what it is given, damaged or not: it looks at versions and lengths alone. So a sum goes with it. */
function sealed(data: Buffer): Buffer {
  return Buffer.concat([data, sumOf(data)]);
}

function unsealed(whole: Buffer): Buffer | undefined {
  const end = whole.length - SEAL;
  const data = whole.subarray(0, Math.max(0, end));
  return end > 0 && whole.subarray(end).equals(sumOf(data)) ? data : undefined;
}

/** Against damage, not against forgery: the folder is the user's own. */
function sumOf(data: Uint8Array): Buffer {
  return createHash('sha1').update(data).digest();
}

/** A cache never fails a run. */
function tryTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
