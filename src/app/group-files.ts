import type { GroupReport } from '../model/code-groups.ts';
import type { Tell } from '../model/notice.ts';
import { groupCodes } from '../series/group-codes.ts';
import type { Files } from './files.ts';
import { followChain } from './follow-chain.ts';

/**
 * Reads a chain of crosswalks, and gathers their codes into groups that can be compared without shares.
 *
 * @throws ProcmapError when one cannot be read, or when two do not follow one another
 */
export async function groupFiles(
  files: Files,
  {
    crosswalks,
    revisions,
  }: { readonly crosswalks: readonly string[]; readonly revisions: readonly string[] },
  tell: Tell,
): Promise<GroupReport> {
  const read = await followChain(files, crosswalks, tell);
  return groupCodes(
    read.map(({ crosswalk }) => crosswalk),
    revisions,
  );
}
