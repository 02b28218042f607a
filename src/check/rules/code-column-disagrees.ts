import { defineRule } from '../define-rule.ts';

/** Two cells of one row give different codes; hours may be booked on either. */
export const codeColumnDisagrees = defineRule({
  id: 'code-column-disagrees',
  severity: 'error',
  check: ({ notes }) =>
    notes('code-columns-disagree').map(({ place, code, other, column }) => ({
      place,
      code,
      args: { code, other, column },
    })),
});
