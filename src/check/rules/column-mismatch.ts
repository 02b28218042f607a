import { defineRule } from '../define-rule.ts';

/** A code in a column of another level. The code was followed, so the tree is right and the file wants a look. */
export const columnMismatch = defineRule({
  id: 'column-mismatch',
  severity: 'info',
  check: ({ notes }) =>
    notes('column-shifted').map(({ place, code, found, expected }) => ({
      place,
      code,
      args: { code, found, expected },
    })),
});
