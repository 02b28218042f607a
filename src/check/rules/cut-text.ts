import { defineRule } from '../define-rule.ts';

/** A cell of a print that is too low for its text: lines that did not fit are not in the file. */
export const cutText = defineRule({
  id: 'cut-text',
  severity: 'warning',
  check: ({ notes }) => notes('text-cut').map(({ place, text }) => ({ place, args: { text } })),
});
