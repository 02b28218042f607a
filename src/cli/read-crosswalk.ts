import { createHash } from 'node:crypto';
import type { Crosswalk } from '../model/crosswalk.ts';
import { crosswalkProblemText } from '../words/crosswalk-problems.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { safeText } from '../words/safe-text.ts';
import type { Context } from './context.ts';
import { readBytes } from './read-map.ts';

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
export async function readCrosswalk(context: Context, file: string): Promise<ReadCrosswalk> {
  const { readCrosswalkFile } = await import('../app/recode.ts');
  const bytes = await readBytes(context.io, file);
  const { crosswalk, problems } = await readCrosswalkFile({ name: file, bytes });
  for (const problem of problems) context.say(safeText(crosswalkProblemText(context.lang, problem)));
  if (problems.length > 0) throw new ProcmapError('crosswalk-invalid', { file, problems: problems.length });
  return { file, crosswalk, sha256: createHash('sha256').update(bytes).digest('hex') };
}
