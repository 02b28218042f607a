import { defineRule } from '../define-rule.ts';

/** A quote that opens and never closes: the rows after it may have been read as one cell. */
export const unbalancedQuote = defineRule({
  id: 'unbalanced-quote',
  severity: 'error',
  check: ({ notes }) => notes('unbalanced-quote').map(({ place }) => ({ place, args: {} })),
});
