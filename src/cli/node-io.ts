import type { Io, Output } from './io.ts';
import { nodeFiles, readStdin } from './node-files.ts';

/** The real world: this process's streams, and its files as seen from the working folder. */
export function nodeIo(): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    files: nodeFiles(process.cwd(), readStdin),
    now: () => new Date(),
    prompter: async () => {
      if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
      return (await import('./clack-prompter.ts')).clackPrompter();
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { write: (data) => void stream.write(data), isTTY: stream.isTTY === true, columns: stream.columns };
}
