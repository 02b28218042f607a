import { run } from './main.ts';
import { nodeIo } from './node-io.ts';

// Not awaited here: the build runs as CommonJS, which has no await at the top.
void run(process.argv.slice(2), nodeIo()).then((exitCode) => {
  process.exitCode = exitCode;
});
