import { entryIds } from '../../model/entry-about.ts';
import { defineRule } from '../define-rule.ts';

/** One identifier at several entries. */
export const duplicateId = defineRule({
  id: 'duplicate-id',
  severity: 'error',
  check: ({ map }) => {
    const repeated = entryIds(map).faults.filter(({ fault }) => fault === 'repeated');
    const first = new Map(repeated.toReversed().map(({ id, node }) => [id, node]));
    return repeated.flatMap(({ id, node }) => {
      const before = first.get(id);
      if (before === undefined || before.id === node.id) return [];
      return [
        {
          place: node.place,
          code: node.code.text,
          args: { id, code: node.code.text, otherCode: before.code.text },
          related: [before.place],
        },
      ];
    });
  },
});
