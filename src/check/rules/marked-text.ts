import { defineRule } from '../define-rule.ts';

/** Cells that bear a mark against spreadsheets. They are read without it, which other programs do not. */
export const markedText = defineRule({
  id: 'marked-text',
  severity: 'info',
  check: ({ notes }) =>
    notes('text-marked').map(({ place, mark, raw, count }) => ({ place, args: { mark, value: raw, count } })),
});
