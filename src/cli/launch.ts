import { join } from 'node:path';
import { compileCache } from './compile-cache.ts';
import { compiledFiles } from './compiled.ts';
import { compileLate } from './engine.ts';
import { EXIT } from './exit-code.ts';

/** What the bundler knows of the files beside this one. */
declare const BUNDLE_HASH: string;

// V8 takes compiled code only under the very flags it was compiled under, so these are set first.
compileLate();

const files = compiledFiles(require, __dirname, compileCache(BUNDLE_HASH, process.argv[2]));
// A command line that means nothing leaves nothing behind.
process.on('exit', (code) => {
  if (code === EXIT.ok || code === EXIT.failed) files.store();
});
files.load(join(__dirname, 'cli.cjs'));
