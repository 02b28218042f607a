import { defineRule } from '../define-rule.ts';

/** A sheet, row or column that is hidden in the workbook. It is read like the others. */
export const hiddenContent = defineRule({
  id: 'hidden-content',
  severity: 'info',
  check: ({ notes }) => notes('hidden').map(({ place, what, name }) => ({ place, args: { what, name } })),
});
