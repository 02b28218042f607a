import { defineRule } from '../define-rule.ts';
import { rowKey } from '../row-key.ts';

/**
 * A row inside the table that is neither an entry nor a heading: what it says is not in the tree. Where that is because
 * its code cannot be read, `code-syntax` says so.
 */
export const unreadRow = defineRule({
  id: 'unread-row',
  severity: 'warning',
  check: ({ notes }) => {
    const explained = new Set(notes('code-unreadable').map(({ place }) => rowKey(place)));
    return notes('row-unread')
      .filter(({ place }) => !explained.has(rowKey(place)))
      .map(({ place, text }) => ({ place, args: { text } }));
  },
});
