import { defineRule } from '../define-rule.ts';
import { kindByCode } from '../map-index.ts';

/** An entry with a code of another level: an activity that bears the code of its sub-process. */
export const levelMismatch = defineRule({
  id: 'level-mismatch',
  severity: 'error',
  check: (index) =>
    index.map.nodes
      .filter((node) => index.mislevelled.has(node.id))
      .map((node) => {
        const expected = kindByCode(node) ?? node.kind;
        const proposed = index.proposals.get(node.id) ?? '';
        const owner = index.byCode.get(node.code.text)?.[0];
        return {
          place: node.place,
          code: node.code.text,
          args: { code: node.code.text, found: node.kind, expected, proposed },
          ...(owner ? { related: [owner.place] } : {}),
        };
      }),
});
