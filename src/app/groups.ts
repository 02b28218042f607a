import type { GroupReport } from '../model/code-groups.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import { groupCodes } from '../series/group-codes.ts';
import { withServices } from './follow-chain.ts';

/**
 * The smallest groups of codes whose hours can be compared over a chain of crosswalks without shares.
 *
 * @param crosswalks at least one, each from the revision that the one before leads to
 * @param revisions names of the revisions, one more than crosswalks; numbers from 1 where left out
 */
export function groupsOf(crosswalks: readonly Crosswalk[], revisions?: readonly string[]): GroupReport {
  return groupCodes(withServices(crosswalks), revisions ?? numbered(crosswalks.length + 1));
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1));
}
