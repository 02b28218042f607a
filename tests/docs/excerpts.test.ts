import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXCERPTS, excerptText, withExcerpt } from '../../docs/excerpts/excerpts.ts';

describe('what the pages show of the output', () => {
  it.each(EXCERPTS.map((excerpt) => [excerpt.page, excerpt.name, excerpt] as const))(
    '%s, %s: is what is printed today (npm run docs:excerpts renews it)',
    async (page, name, excerpt) => {
      const text = readFileSync(page, 'utf8');
      expect(text).toBe(withExcerpt(text, name, await excerptText(excerpt)));
    },
    60_000,
  );

  it('is marked wherever it stands', () => {
    for (const page of new Set(EXCERPTS.map((excerpt) => excerpt.page))) {
      const marked = [...readFileSync(page, 'utf8').matchAll(/<!-- excerpt (\S+) -->/g)].map(
        ([, name]) => name,
      );
      expect(marked).toEqual(EXCERPTS.filter((excerpt) => excerpt.page === page).map(({ name }) => name));
    }
  });
});
