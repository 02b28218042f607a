import { resolve } from 'node:path';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Context } from './context.ts';

/** Where a result goes, and what it must not hit. */
export interface OutputTarget {
  /** File to write; standard output without one, or with `-`. */
  readonly output: string | undefined;
  /** Inputs of the command, which are never overwritten. */
  readonly inputs: readonly string[];
}

/**
 * Writes a result to its file, whole or not at all, or to standard output.
 *
 * @throws ProcmapError when the file is an input of the command, or cannot be written
 */
export async function writeOutput(
  { io }: Context,
  data: string | Uint8Array,
  target: OutputTarget,
): Promise<void> {
  const { output, inputs } = target;
  if (output === undefined || output === '-') {
    io.stdout.write(data);
    return;
  }
  const path = resolve(io.cwd, output);
  const real = await io.realPath(path);
  for (const input of inputs) {
    if ((await io.realPath(resolve(io.cwd, input))) === real)
      throw new ProcmapError('output-is-input', { file: output });
  }
  await io.writeFile(path, data).catch((error: NodeJS.ErrnoException) => {
    throw new ProcmapError(
      'file-unwritable',
      { file: output, reason: error.code ?? error.message },
      { cause: error },
    );
  });
}
