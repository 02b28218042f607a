import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../docs/ablation.md');

/** The two halves of the page; each is written by a run of its own. */
const SECTIONS = {
  comparisons: `## What each comparison adds

<!-- Written by \`npm run bench:ablation\`. -->

How much F1 of the links changes on each reference set when a comparison has no weight, nothing else being learnt anew;
nothing where it changes by less than 0.0005. *pair* are those of \`src/match/compare/comparisons.ts\`, *join* those of
\`src/match/infer/join-comparisons.ts\`. Others would take over part of the work if the weights were learnt without it, so
a loss is an upper bound; what changes nothing on any set is a candidate for leaving out when the weights are learnt next.
`,
  numbers: `## What each number does

<!-- Written by \`npm run bench:numbers\`. -->

The same when a number of \`src/match/numbers.ts\` is halved or doubled. *wrong certain*: how many more certain links are
wrong, over all sets.
`,
} as const;

/** Writes one half of docs/ablation.md; the other stays. */
export function writeSection(name: keyof typeof SECTIONS, table: string): void {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const parts = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((each) =>
    each === name ? `${SECTIONS[each]}\n${table}\n` : sectionOf(before, each),
  );
  writeFileSync(
    PAGE,
    `# What the parts of the method do\n\n${parts.filter((part) => part !== '').join('\n')}`,
  );
}

function sectionOf(page: string, name: keyof typeof SECTIONS): string {
  const [title] = SECTIONS[name].split('\n') as [string];
  const from = page.indexOf(title);
  if (from < 0) return '';
  const to = page.indexOf('\n## ', from + title.length);
  return to < 0 ? page.slice(from) : page.slice(from, to);
}
