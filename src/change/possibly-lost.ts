import type { Code } from '../model/code.ts';
import { compareCodes } from '../model/code.ts';
import { missingBranches, type NumberingGap, numberingGaps } from '../model/numbering.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { nodeAt } from '../model/tree.ts';

/** Targets of an old entry, as new ids. */
export type TargetsOf = (oldId: number) => readonly number[];

/**
 * Finds for old entries without a target the number that the new file leaves out where their target would stand: the gap
 * bears the entry's own code while the run it stands in continues the entry's own, or it lies between the targets of the
 * entry's neighbours. A gap is given to one entry at most, to the one of the same code first.
 *
 * @param orphans old ids without a target, of one kind
 * @returns for an old id the code that is missing from the new file
 */
export function findPossiblyLost(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  orphans: readonly number[],
  targetsOf: TargetsOf,
): ReadonlyMap<number, Code> {
  const gaps = numberingGaps(newMap);
  const free = new Map([...missingBranches(newMap), ...gaps].map((gap) => [gap.code.text, gap]));
  // Several numbers in a row may be missing before one sibling; the last of them lies directly before it.
  const beforeSibling = new Map(gaps.map((gap) => [gap.before.text, gap]));
  const found = new Map<number, Code>();
  const siblings = siblingsByParentCode(oldMap);
  const give = (id: number, gap: NumberingGap | undefined) => {
    if (!gap || found.has(id)) return;
    free.delete(gap.code.text);
    beforeSibling.delete(gap.before.text);
    found.set(id, gap.code);
  };
  for (const id of orphans) {
    const node = nodeAt(oldMap, id);
    const gap = free.get(node.code.text);
    if (gap && runContinues(oldMap, newMap, node, gap, { siblings, targetsOf })) give(id, gap);
  }
  for (const id of orphans) {
    if (!found.has(id))
      give(id, gapBetweenNeighbours(newMap, nodeAt(oldMap, id), beforeSibling, { siblings, targetsOf }));
  }
  return found;
}

interface Context {
  readonly siblings: ReadonlyMap<string, readonly MapNode[]>;
  readonly targetsOf: TargetsOf;
}

/** Siblings of old entries by the text of their common code, in code order; told by code, as gaps are. */
function siblingsByParentCode(map: ProcessMap): ReadonlyMap<string, readonly MapNode[]> {
  const runs = new Map<string, MapNode[]>();
  for (const node of map.nodes) {
    if (node.code.segments.at(-1)?.type !== 'number') continue;
    const run = runs.get(runKey(node.code));
    if (run) run.push(node);
    else runs.set(runKey(node.code), [node]);
  }
  for (const run of runs.values()) run.sort((a, b) => compareCodes(a.code, b.code));
  return runs;
}

function runKey(code: Code): string {
  return code.text.slice(0, code.text.lastIndexOf('.') + 1);
}

/** Whether the new run with the gap carries the old entry's run on: most of its linked siblings go there, or its parent. */
function runContinues(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  node: MapNode,
  gap: NumberingGap,
  { siblings, targetsOf }: Context,
): boolean {
  const targets = (siblings.get(runKey(node.code)) ?? []).flatMap((sibling) => targetsOf(sibling.id));
  const inRun = targets.filter((id) => runKey(nodeAt(newMap, id).code) === runKey(gap.code)).length;
  if (targets.length > 0) return inRun * 2 >= targets.length;
  const parent = node.parent === null ? null : nodeAt(oldMap, node.parent);
  return (
    parent !== null && targetsOf(parent.id).some((id) => nodeAt(newMap, id).code.text === gap.parent.text)
  );
}

/** The gap directly before the next sibling's target, when the previous one's target stands before the gap. */
function gapBetweenNeighbours(
  newMap: ProcessMap,
  node: MapNode,
  beforeSibling: ReadonlyMap<string, NumberingGap>,
  { siblings, targetsOf }: Context,
): NumberingGap | undefined {
  const run = siblings.get(runKey(node.code)) ?? [];
  const at = run.indexOf(node);
  const previous = targetCodes(newMap, run[at - 1], targetsOf);
  return targetCodes(newMap, run[at + 1], targetsOf)
    .map((code) => beforeSibling.get(code.text))
    .find((gap) => {
      if (gap === undefined) return false;
      const sameRun = previous.filter((code) => runKey(code) === runKey(gap.code));
      return at === 0 || (sameRun.length > 0 && sameRun.every((code) => compareCodes(code, gap.code) < 0));
    });
}

function targetCodes(
  newMap: ProcessMap,
  sibling: MapNode | undefined,
  targetsOf: TargetsOf,
): readonly Code[] {
  return sibling ? targetsOf(sibling.id).map((id) => nodeAt(newMap, id).code) : [];
}
