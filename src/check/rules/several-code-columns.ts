import { defineRule } from '../define-rule.ts';

/** Several columns that could be the code: the one that holds codes was taken, which is told. */
export const severalCodeColumns = defineRule({
  id: 'several-code-columns',
  severity: 'info',
  check: ({ notes }) =>
    notes('code-column-chosen').map(({ place, column, number, others, clear }) => ({
      place,
      severity: clear ? ('info' as const) : ('warning' as const),
      args: { column, number, others, clear },
    })),
});
