// Makes dist/: the command line, the library, what they share, the types, and the page, which is no part of the package.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleAll } from './bundle.mjs';
import { writeTypes } from './types.mjs';

rmSync('dist', { recursive: true, force: true });
await Promise.all([bundleAll().then(write), writeTypes('dist/types')]);
await import('./build-page.mjs');

function write({ files }) {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
