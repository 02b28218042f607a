// Renews what the README and the guides show of the program's output: npm run docs:excerpts
import { readFileSync, writeFileSync } from 'node:fs';
import { EXCERPTS, excerptText, withExcerpt } from './excerpts.ts';

for (const excerpt of EXCERPTS) {
  const { page, name } = excerpt;
  writeFileSync(page, withExcerpt(readFileSync(page, 'utf8'), name, await excerptText(excerpt)));
}
