import { defineRule } from '../define-rule.ts';

/** A sheet that holds another revision of the map that is on another sheet: both were read, as one. */
export const otherRevision = defineRule({
  id: 'other-revision',
  severity: 'error',
  check: ({ otherRevisions }) =>
    [...otherRevisions.values()].map(({ sheet, of, differing, first, original }) => ({
      place: first.place,
      args: { name: sheet, other: of, count: differing },
      related: [original.place],
    })),
});
