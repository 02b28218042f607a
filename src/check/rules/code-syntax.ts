import { defineRule } from '../define-rule.ts';

/** A text in the place of a code that cannot be read as one; no guess is made. */
export const codeSyntax = defineRule({
  id: 'code-syntax',
  severity: 'error',
  check: ({ notes }) =>
    notes('code-unreadable').map(({ place, raw }) => ({ place, code: raw, args: { value: raw } })),
});
