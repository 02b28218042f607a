import { defineRule } from '../define-rule.ts';

/** Text or a table of a document that was taken for no part of the map. */
export const textOutsideMap = defineRule({
  id: 'text-outside-map',
  severity: 'info',
  check: ({ notes }) =>
    notes('text-outside').map(({ place, what, text }) => ({ place, args: { what, text } })),
});
