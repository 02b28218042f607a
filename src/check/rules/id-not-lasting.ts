import { entryIds } from '../../model/entry-about.ts';
import { defineRule } from '../define-rule.ts';

/** Identifiers that are numbers of rows, or the code once more. Told once for each of the two. */
export const idNotLasting = defineRule({
  id: 'id-not-lasting',
  severity: 'info',
  check: ({ map }) => {
    const { faults } = entryIds(map);
    return (['number', 'code'] as const).flatMap((why) => {
      const found = faults.filter(({ fault }) => fault === why);
      const [first] = found;
      if (first === undefined) return [];
      return [{ place: first.node.place, args: { id: first.id, why, count: found.length } }];
    });
  },
});
