import { isBookable } from '../../model/tree.ts';
import { defineRule } from '../define-rule.ts';

/** A code without a label. On an entry that hours are booked on it is an error: nobody knows what the hours are for. */
export const missingLabel = defineRule({
  id: 'missing-label',
  severity: 'warning',
  check: ({ map, shifted }) =>
    map.nodes
      .filter((node) => node.label === '' && !shifted.has(node.id))
      .map((node) => ({
        place: node.place,
        code: node.code.text,
        args: { code: node.code.text, kind: node.kind },
        ...(isBookable(node) ? { severity: 'error' as const } : {}),
      })),
});
