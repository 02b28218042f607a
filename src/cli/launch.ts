import { join } from 'node:path';
import { compiledFiles } from './compiled.ts';
import { compileLate } from './engine.ts';

// V8 takes compiled code only under the very flags it was compiled under, so these are set first.
compileLate();

/** The files of the command line, which runs as the first of them is loaded. */
export const files = compiledFiles(require);
files.load(join(__dirname, 'cli.cjs'));
