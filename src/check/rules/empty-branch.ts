import type { MapNode } from '../../model/process-map.ts';
import { isBookable, isServiceEntry } from '../../model/tree.ts';
import { defineRule } from '../define-rule.ts';
import type { MapIndex } from '../map-index.ts';

/** A branch under which nothing can be booked: a sub-process without activities, a process without sub-processes. */
export const emptyBranch = defineRule({
  id: 'empty-branch',
  severity: 'warning',
  check: (index) => {
    if (index.isSelection) return [];
    const deepest = deepestLevel(index.map.nodes);
    return index.map.nodes
      .filter((node) => !isBookable(node) && node.level < deepest && isEmpty(node, index))
      .map((node) => ({
        place: node.place,
        code: node.code.text,
        args: { code: node.code.text, label: node.label, kind: node.kind },
      }));
  },
});

/** Maps that stop at the sub-processes have no empty ones. */
function deepestLevel(nodes: readonly MapNode[]): number {
  return nodes.reduce((level, node) => (isServiceEntry(node) ? level : Math.max(level, node.level)), 0);
}

/** Nothing below it but training and coordination, nor below another row of the same code. */
function isEmpty(node: MapNode, { byCode, children }: MapIndex): boolean {
  const rows = byCode.get(node.code.text) ?? [node];
  const hasContent = rows.some((row) => children[row.id]?.some((child) => !isServiceEntry(child)));
  return !hasContent;
}
