import { parentCode } from '../../model/code.ts';
import type { MapNode } from '../../model/process-map.ts';
import { defineRule, type FindingBody } from '../define-rule.ts';
import { kindByCode, type MapIndex } from '../map-index.ts';

/**
 * Entries whose parent has no row. One finding per missing branch, at the first entry below it.
 */
export const orphanCode = defineRule({
  id: 'orphan-code',
  severity: 'error',
  check: (index) => [...missingBranches(index), ...unknownParents(index)],
});

interface Branch {
  readonly missing: Set<string>;
  readonly orphans: MapNode[];
}

function missingBranches(index: MapIndex): readonly FindingBody<'orphan-code'>[] {
  if (index.missingParents.size === 0 || index.isSelection) return [];
  const branches = new Map<string, Branch>();
  for (const node of index.map.nodes) {
    const missing = kindByCode(node) === null ? [] : missingAbove(node, index);
    const [top] = missing;
    if (top === undefined) continue;
    const branch = branches.get(top) ?? { missing: new Set(), orphans: [] };
    for (const code of missing) branch.missing.add(code);
    branch.orphans.push(node);
    branches.set(top, branch);
  }
  return [...branches].map(([parent, branch]) => bodyOf(parent, branch));
}

/** The codes above an entry that have no row, topmost first. */
function missingAbove(node: MapNode, { missingParents }: MapIndex): readonly string[] {
  const missing: string[] = [];
  let above = parentCode(node.code);
  while (above && missingParents.has(above.text)) {
    missing.unshift(above.text);
    above = parentCode(above);
  }
  return missing;
}

function bodyOf(parent: string, { missing, orphans }: Branch): FindingBody<'orphan-code'> {
  const [first, ...others] = orphans as [MapNode, ...MapNode[]];
  return {
    place: first.place,
    code: parent,
    args: { code: first.code.text, parent, missing: [...missing], count: orphans.length },
    related: others.map((node) => node.place),
  };
}

/** Flat tables name the parent in a column of its own. */
function unknownParents({ notes }: MapIndex): readonly FindingBody<'orphan-code'>[] {
  return notes('parent-unknown').map(({ place, code, parent }) => ({
    place,
    code: parent,
    args: { code, parent, missing: [parent], count: 1 },
  }));
}
