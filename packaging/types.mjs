import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { LIBRARY_ENTRIES } from './bundle.mjs';

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** Writes the types of the library, and of what they mention: the compiler writes those of every module it has seen. */
export async function writeTypes(folder) {
  const options = ['-p', 'tsconfig.types.json', '--outDir', folder];
  // The compiler says on standard output what it has to complain of.
  await promisify(execFile)(process.execPath, [compiler, ...options]).catch(({ stdout }) => {
    throw new Error(stdout);
  });
  const needed = reachedFrom(
    Object.values(LIBRARY_ENTRIES).map((entry) =>
      resolve(folder, entry.replace(/^src\/(.*)\.ts$/, '$1.d.ts')),
    ),
  );
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = resolve(folder, name);
    if (file.endsWith('.ts') && !needed.has(file)) rmSync(file);
  }
}

function reachedFrom(files, reached = new Set()) {
  for (const file of files) {
    if (reached.has(file)) continue;
    reached.add(file);
    const text = readFileSync(file, 'utf8');
    const next = [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)\.(?:ts|js)["']/g)];
    reachedFrom(
      next.map(([, path]) => resolve(dirname(file), `${path}.d.ts`)),
      reached,
    );
  }
  return reached;
}
