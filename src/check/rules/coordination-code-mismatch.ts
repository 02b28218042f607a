import { defineRule } from '../define-rule.ts';

/** A coordination or training entry that carries another branch's code in its label: `F1.C` under E1. */
export const coordinationCodeMismatch = defineRule({
  id: 'coordination-code-mismatch',
  severity: 'warning',
  check: ({ notes }) =>
    notes('service-code-mismatch').map(({ place, code, raw }) => ({
      place,
      code,
      args: { found: raw, expected: code },
    })),
});
