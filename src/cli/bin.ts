import { compileLate } from './engine.ts';
import { run } from './main.ts';
import { nodeIo } from './node-io.ts';

// A reader that closes the pipe early (`| head`) has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

compileLate();
process.exitCode = await run(process.argv.slice(2), nodeIo());
