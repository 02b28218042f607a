// Makes dist/: the command line, the library, what they share, and the types.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleAll } from './bundle.mjs';
import { writeTypes } from './types.mjs';

rmSync('dist', { recursive: true, force: true });
await Promise.all([bundleAll().then(write), writeTypes('dist/types')]);

function write({ files }) {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
