import { defineRule } from '../define-rule.ts';

/** A code that was understood, but is not written as codes are written: `A.1.1.2.4.`, `Al.1`, `a1.1`. */
export const codeNotCanonical = defineRule({
  id: 'code-not-canonical',
  severity: 'warning',
  check: ({ notes }) =>
    notes('code-mended').map(({ place, raw, code }) => ({ place, code, args: { value: raw, code } })),
});
