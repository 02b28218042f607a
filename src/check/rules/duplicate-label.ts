import { foldLabel } from '../../language/fold-label.ts';
import type { MapNode } from '../../model/process-map.ts';
import { isServiceEntry } from '../../model/tree.ts';
import { defineRule, type FindingBody } from '../define-rule.ts';

/**
 * Two entries of one kind with the same label. Among siblings nobody can tell them apart; elsewhere in the map it is
 * worth knowing. A process and its only sub-process often share a label: kinds are compared apart.
 */
export const duplicateLabel = defineRule({
  id: 'duplicate-label',
  severity: 'warning',
  check: ({ map, shifted, mislevelled }) => {
    const seen = new Map<string, MapNode>();
    const findings: FindingBody<'duplicate-label'>[] = [];
    for (const node of map.nodes) {
      if (node.label === '' || isServiceEntry(node) || shifted.has(node.id) || mislevelled.has(node.id))
        continue;
      const label = `${node.kind} ${node.level} ${foldLabel(node.label)}`;
      const amongSiblings = `${node.parent} ${label}`;
      const sibling = seen.get(amongSiblings);
      const other = sibling ?? seen.get(label);
      if (other && other.code.text !== node.code.text)
        findings.push(bodyOf(node, other, sibling !== undefined));
      if (!sibling) seen.set(amongSiblings, node);
      if (!seen.has(label)) seen.set(label, node);
    }
    return findings;
  },
});

function bodyOf(node: MapNode, other: MapNode, siblings: boolean): FindingBody<'duplicate-label'> {
  return {
    place: node.place,
    code: node.code.text,
    args: {
      label: node.label,
      code: node.code.text,
      otherCode: other.code.text,
      scope: siblings ? 'siblings' : 'map',
    },
    related: [other.place],
    ...(siblings ? {} : { severity: 'info' as const }),
  };
}
