import { defineRule } from '../define-rule.ts';

/** Blanks that a reader does not see and a comparison does: doubled, at the ends, or of a special kind. */
export const strayWhitespace = defineRule({
  id: 'stray-whitespace',
  severity: 'info',
  check: ({ map, notes }) =>
    notes('whitespace').map(({ place, raw, nodeId }) => {
      const code = nodeId === undefined ? undefined : map.nodes[nodeId]?.code.text;
      return { place, ...(code ? { code } : {}), args: { value: raw } };
    }),
});
