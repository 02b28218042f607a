import type { Crosswalk } from '../model/crosswalk.ts';
import type { Tell } from '../model/notice.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Files } from './files.ts';
import { parseCrosswalkFile } from './parse-crosswalk-file.ts';
import { readSource } from './read-source.ts';

/** A crosswalk, and the bytes it was read from. */
export interface ReadCrosswalk {
  readonly file: string;
  readonly crosswalk: Crosswalk;
  readonly sha256: string;
}

/**
 * Reads a crosswalk that is to be applied; every problem in it is told.
 *
 * @throws ProcmapError when it cannot be read, or when there is a problem
 */
export async function readCrosswalk(files: Files, file: string, tell: Tell): Promise<ReadCrosswalk> {
  const bytes = await readSource(files, file);
  const { crosswalk, problems } = await parseCrosswalkFile({ name: file, bytes });
  for (const problem of problems) tell({ kind: 'crosswalk-problem', problem });
  if (problems.length > 0) throw new ProcmapError('crosswalk-invalid', { file, problems: problems.length });
  const hash = files.sha256();
  hash.update(bytes);
  return { file, crosswalk, sha256: hash.hex() };
}
