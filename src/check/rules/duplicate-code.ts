import { defineRule } from '../define-rule.ts';
import { repeatedCodes } from '../repeated-codes.ts';

/** The same entry listed twice. Where the labels differ too, `conflicting-label` says so instead. */
export const duplicateCode = defineRule({
  id: 'duplicate-code',
  severity: 'error',
  check: (index) =>
    repeatedCodes(index)
      .filter(({ labelsAgree }) => labelsAgree)
      .map(({ first, again }) => ({
        place: again.place,
        code: again.code.text,
        args: { code: again.code.text, label: again.label },
        related: [first.place],
      })),
});
