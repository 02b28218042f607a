import { defineRule } from '../define-rule.ts';

/** A row inside the table that is neither an entry nor a heading: what it says is not in the tree. */
export const unreadRow = defineRule({
  id: 'unread-row',
  severity: 'warning',
  check: ({ notes }) => notes('row-unread').map(({ place, text }) => ({ place, args: { text } })),
});
