import { defineRule } from '../define-rule.ts';
import { repeatedCodes } from '../repeated-codes.ts';

/** One code, two labels: hours booked on it may mean either. */
export const conflictingLabel = defineRule({
  id: 'conflicting-label',
  severity: 'error',
  check: (index) =>
    repeatedCodes(index)
      .filter(({ labelsAgree }) => !labelsAgree)
      .map(({ first, again }) => ({
        place: again.place,
        code: again.code.text,
        args: { code: again.code.text, label: again.label, otherLabel: first.label },
        related: [first.place],
      })),
});
