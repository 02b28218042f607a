import { codeOf } from '../model/code.ts';
import type { MapNode } from '../model/process-map.ts';

/**
 * A code for each activity that bears the code of its sub-process: the first number below it that is still free.
 *
 * @param mislevelled entries that bear a code of another level
 * @param isTaken whether an entry bears a code already
 */
export function proposedCodes(
  mislevelled: readonly MapNode[],
  isTaken: (code: string) => boolean,
): ReadonlyMap<number, string> {
  const proposals = new Map<number, string>();
  const given = new Set<string>();
  for (const { id, kind, level, code } of mislevelled) {
    if (kind !== 'activity' || code.segments.length !== level - 1) continue;
    for (let number = 1; !proposals.has(id); number++) {
      const { text } = codeOf([...code.segments, { type: 'number', number, suffix: '' }]);
      if (isTaken(text) || given.has(text)) continue;
      given.add(text);
      proposals.set(id, text);
    }
  }
  return proposals;
}
