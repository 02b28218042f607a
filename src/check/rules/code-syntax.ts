import { defineRule } from '../define-rule.ts';
import { rowKey } from '../row-key.ts';

/** A text in the place of a code that cannot be read as one; no guess is made. A row that repeats it is told once. */
export const codeSyntax = defineRule({
  id: 'code-syntax',
  severity: 'error',
  check: ({ notes }) => {
    const told = new Set<string>();
    return notes('code-unreadable').flatMap(({ place, raw, expected }) => {
      const key = `${rowKey(place)} ${raw}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ place, code: raw, args: { value: raw, ...(expected === undefined ? {} : { expected }) } }];
    });
  },
});
