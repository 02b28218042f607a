import { defineRule } from '../define-rule.ts';

/** A cell that shows an error, or a formula whose result the file does not hold. */
export const cellWithoutValue = defineRule({
  id: 'cell-without-value',
  severity: 'error',
  check: ({ notes }) => [
    ...notes('formula-without-value').map(({ place, formula }) => ({
      place,
      args: { value: formula, what: 'formula' as const },
    })),
    ...notes('cell-error').map(({ place, value }) => ({ place, args: { value, what: 'error' as const } })),
  ],
});
