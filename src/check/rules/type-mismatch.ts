import type { BookingType, NodeKind } from '../../model/process-map.ts';
import { defineRule } from '../define-rule.ts';

const TYPES: Partial<Record<NodeKind, BookingType>> = {
  activity: 'A',
  training: 'A',
  coordination: 'M',
  general: 'G',
};

/** A booking type that does not fit the entry: `M` on an activity. Entries of a map without types have none. */
export const typeMismatch = defineRule({
  id: 'type-mismatch',
  severity: 'warning',
  check: ({ map, notes }) => [
    ...map.nodes
      .filter((node) => node.type !== null && node.type !== TYPES[node.kind])
      .map((node) => ({
        place: node.place,
        code: node.code.text,
        args: { code: node.code.text, found: node.type ?? '', expected: TYPES[node.kind] ?? '' },
      })),
    ...notes('type-unknown').map(({ place, raw, nodeId }) => {
      const node = nodeId === undefined ? undefined : map.nodes[nodeId];
      const code = node?.code.text ?? '';
      const expected = (node && TYPES[node.kind]) ?? '';
      return { place, ...(code ? { code } : {}), args: { code, found: raw, expected } };
    }),
  ],
});
