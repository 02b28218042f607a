import { defineRule } from '../define-rule.ts';

/** A block of labels that stands beside the wrong codes. What follows from it (a label missing at its end) is not said again. */
export const shiftedLabels = defineRule({
  id: 'shifted-labels',
  severity: 'error',
  check: ({ notes }) =>
    notes('labels-shifted').map(({ place, firstCode, lastCode, rows }) => ({
      place,
      code: firstCode,
      args: { firstCode, lastCode, rows },
    })),
});
