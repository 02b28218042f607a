import { defineRule } from '../define-rule.ts';

/** A sheet that repeats others, such as a copy kept in the workbook. What follows from that is not reported again. */
export const repeatedSheet = defineRule({
  id: 'repeated-sheet',
  severity: 'error',
  check: ({ repeatedSheets }) =>
    [...repeatedSheets.values()].map(({ sheet, of, entries, first, original }) => ({
      place: first.place,
      args: { name: sheet, others: of, count: entries },
      related: [original.place],
    })),
});
