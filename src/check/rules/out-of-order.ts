import { compareCodes, parentCode } from '../../model/code.ts';
import type { MapNode } from '../../model/process-map.ts';
import { defineRule, type FindingBody } from '../define-rule.ts';
import { kindByCode, type MapIndex } from '../map-index.ts';

/**
 * Siblings that do not stand in the order of their codes. The fewest entries that must move are the ones reported: in
 * 1, 2, 5, 3, 4 it is 5. A register files local processes as they come and has no order.
 */
export const outOfOrder = defineRule({
  id: 'out-of-order',
  severity: 'warning',
  check: (index) => {
    const { roots, children, isSelection } = index;
    if (isSelection) return [];
    return [roots, ...children].flatMap((siblings) =>
      misplaced(siblings.filter((node) => isOrdered(node, index))),
    );
  },
});

/**
 * The general entry closes the file by custom; positions and codes of other classifications have no order to keep, and
 * entries whose branch is missing or whose code is of another level stand where they stand.
 */
function isOrdered(node: MapNode, { mislevelled, missingParents }: MapIndex): boolean {
  if (node.kind === 'general' || kindByCode(node) === null || mislevelled.has(node.id)) return false;
  return missingParents.size === 0 || !missingParents.has(parentCode(node.code)?.text ?? '');
}

function misplaced(siblings: readonly MapNode[]): readonly FindingBody<'out-of-order'>[] {
  const inPlace = new Set(longestOrdered(siblings));
  if (inPlace.size === siblings.length) return [];
  const sorted = [...siblings].sort((a, b) => compareCodes(a.code, b.code) || a.id - b.id);
  return sorted.flatMap((node, i) => {
    if (inPlace.has(node)) return [];
    const before = sorted[i - 1];
    return [
      {
        place: node.place,
        code: node.code.text,
        args: { code: node.code.text, after: before?.code.text ?? '' },
        ...(before ? { related: [before.place] } : {}),
      },
    ];
  });
}

/** The longest run of siblings already in order (patience sorting, O(n log n)); of equal ones the last found. */
function longestOrdered(siblings: readonly MapNode[]): readonly MapNode[] {
  const tops: number[] = [];
  const previous: number[] = [];
  siblings.forEach((node, i) => {
    const pile = firstGreater(tops, (top) => compareCodes((siblings[top] as MapNode).code, node.code) > 0);
    previous[i] = tops[pile - 1] ?? -1;
    tops[pile] = i;
  });
  const run: MapNode[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) run.unshift(siblings[i] as MapNode);
  return run;
}

function firstGreater(tops: readonly number[], isGreater: (top: number) => boolean): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isGreater(tops[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
