import { damageOf } from '../damage-of.ts';
import { defineRule } from '../define-rule.ts';

/**
 * Blanks that a reader does not see and a comparison does: doubled, at the ends, or of a special kind. Blanks that a
 * wrong encoding made of letters are `encoding-damage`'s.
 */
export const strayWhitespace = defineRule({
  id: 'stray-whitespace',
  severity: 'info',
  check: ({ map, notes }) =>
    notes('whitespace')
      .filter(({ raw }) => damageOf(raw) !== 'mojibake')
      .map(({ place, raw, nodeId }) => {
        const code = nodeId === undefined ? undefined : map.nodes[nodeId]?.code.text;
        return { place, ...(code ? { code } : {}), args: { value: raw } };
      }),
});
