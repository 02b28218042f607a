import { defineRule } from '../define-rule.ts';

/** A sheet that holds text and no map, such as a cover. */
export const sheetWithoutMap = defineRule({
  id: 'sheet-without-map',
  severity: 'info',
  check: ({ notes }) => notes('sheet-without-map').map(({ place, name }) => ({ place, args: { name } })),
});
