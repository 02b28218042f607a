import { defineRule } from '../define-rule.ts';

/** A row with more cells than its header: a separator stands unquoted in one of them, and cuts it. */
export const raggedRow = defineRule({
  id: 'ragged-row',
  severity: 'error',
  check: ({ notes }) =>
    notes('row-too-long').map(({ place, cells, columns, text }) => ({
      place,
      args: { cells, columns, text },
    })),
});
