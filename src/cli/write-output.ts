import type { PublicationOptions } from '../app/publication.ts';
import { type WholeFile, writeFiles } from '../app/write-files.ts';
import type { Context } from './context.ts';

/** A result, and where it goes: to standard output without a file, or with `-`. */
export interface OutputTarget {
  readonly output: string | undefined;
  readonly data: string | Uint8Array;
}

/**
 * Writes results, to their files together or not at all, or to standard output.
 *
 * @param inputs files of the command, which are never overwritten
 * @throws ProcmapError when a file is an input of the command, or cannot be written
 */
export async function writeOutputs(
  { io }: Context,
  targets: readonly OutputTarget[],
  inputs: readonly (string | false | undefined)[],
  options: PublicationOptions = {},
): Promise<void> {
  const isFile = ({ output }: OutputTarget) => output !== undefined && output !== '-';
  const wanted: readonly WholeFile[] = targets
    .filter(isFile)
    .map(({ output = '', data }) => ({ path: output, data }));
  if (wanted.length > 0)
    await writeFiles(
      io.files,
      wanted,
      inputs.filter((input) => typeof input === 'string'),
      options,
    );
  for (const target of targets) if (!isFile(target)) io.stdout.write(target.data);
}
