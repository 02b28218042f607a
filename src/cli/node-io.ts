import { failureOf } from './file-fault.ts';
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
    prompter: async (lang) => {
      if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
      return (await import('./clack-prompter.ts')).clackPrompter(lang);
    },
    open: (path) => void import('./open-file.ts').then(({ openFile }) => openFile(path)),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let failed: Error | null = null;
  stream.on('error', (error) => {
    failed ??= error;
  });
  return {
    write: (data) => void stream.write(data),
    flushed: async () => {
      await new Promise<void>((done) => stream.write('', () => done()));
      if (failed !== null) throw failureOf(failed);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}
