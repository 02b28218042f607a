import type { ChainResult } from '../model/chain-result.ts';
import type { Tell } from '../model/notice.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { chainAll } from './chain.ts';
import type { Files } from './files.ts';
import { readCrosswalk } from './read-crosswalk.ts';

/**
 * Composes crosswalks from left to right.
 *
 * @throws ProcmapError when one cannot be read, or when two do not follow one another
 */
export async function chainFiles(files: Files, paths: readonly string[], tell: Tell): Promise<ChainResult> {
  const read = [];
  for (const path of paths) read.push((await readCrosswalk(files, path, tell)).crosswalk);
  const result = chainAll(read);
  refuseJoints(result, paths);
  return result;
}

/** Refuses crosswalks that do not follow one another. */
export function refuseJoints(result: ChainResult, paths: readonly string[]): void {
  refuseStrangers(result, paths);
  refuseUnfollowed(result, paths);
}

/** Crosswalks of which not one code joins are in the wrong order, or of other maps. */
function refuseStrangers({ joints }: ChainResult, paths: readonly string[]): void {
  const apart = joints.findIndex(({ joined, unknown }) => joined === 0 && unknown.length > 0);
  if (apart === -1) return;
  throw new ProcmapError('chain-apart', { first: paths[apart] ?? '', second: paths[apart + 1] ?? '' });
}

/** A step that is applied twice, or two steps from the same revision. */
function refuseUnfollowed({ joints }: ChainResult, paths: readonly string[]): void {
  joints.forEach(({ unfollowed }, i) => {
    const [first = '', second = ''] = paths.slice(i, i + 2);
    if (unfollowed) throw new ProcmapError('chain-unfollowed', { first, second, ...unfollowed });
  });
}
