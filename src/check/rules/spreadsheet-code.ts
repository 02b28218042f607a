import { defineRule } from '../define-rule.ts';

/** A code that a spreadsheet has taken for a day, a power or a number, and changed. What it was is named where that is certain. */
export const spreadsheetCode = defineRule({
  id: 'spreadsheet-code',
  severity: 'error',
  check: ({ notes }) =>
    notes('code-spoilt').map(({ place, raw, damage, expected }) => ({
      place,
      code: raw,
      args: { value: raw, damage, expected: expected ?? '', count: 1 },
    })),
});
