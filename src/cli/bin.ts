import { run } from './main.ts';
import { nodeIo } from './node-io.ts';

// A reader that closes the pipe early (`| head`) has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Not awaited here: the build runs as CommonJS, which has no await at the top.
void run(process.argv.slice(2), nodeIo()).then((exitCode) => {
  process.exitCode = exitCode;
});
