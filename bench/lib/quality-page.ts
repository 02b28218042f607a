import type { SetResult } from './measure.ts';
import {
  asMarkdown,
  baselineTable,
  hardshipTable,
  overviewTable,
  procmapTable,
  reliabilityTable,
  wrongCertain,
  wrongComplete,
} from './quality-tables.ts';
import type { Hardship } from './robustness.ts';

/** The page `docs/quality.md`: what was measured, and what it means for those who rely on it. */
export function qualityPage(results: readonly SetResult[], hardships: readonly Hardship[]): string {
  return `# How good the links are

<!-- Written by \`npm run bench:quality\`; changes belong into bench/lib/quality-page.ts. -->

How often procmap names the right counterpart, how sure it may say it is, and how that compares with what one does
without it. All figures are shares between 0 and 1, measured in one run against links that people made.

## In one table

F1 of the links; 1 is every link found and none wrong.

${asMarkdown(overviewTable(results))}

- **activities**, **rest**: the Massa-Carrara map of 2021 to Unioncamere Rev. 2023, areas A, B, C1, D1, D4, and the other
  areas. **structure**: macro-processes, processes and sub-processes of the areas of *activities*.
- **levels**: the older level map to the one of 2021. It was rewritten rather than revised: its actions bore no codes, few
  labels survive, and many old actions go into one new activity.
- **nist**: security controls, SP 800-53 revision 4 to 5. **naics**: the North American industry classification, 2007 to
  2012. Both in English, with links published by their makers.

*procmap* uses the weights it comes with, which were learnt from all these links: this column shows the fit to known ones.
The next two show what to expect of links that nobody has seen. *other areas*: the links of each area (a letter of the
process maps, half of the chapters of the others) are measured with weights learnt from all but that area. *other maps*:
with weights that saw nothing of these maps, the chamber maps by weights from two English classifications alone. Only the
weights are learnt anew; features, thresholds and the words of the field (src/language) stay, and they were chosen with
some of the misses on these links in view.
Two readers of *activities* agree with F1 0.99, two readings of *rest* with 0.994, of *levels* with 0.991.

## What the figures mean for your crosswalk

- **P** (precision): of the links procmap proposes, how many are right. A wrong one books hours on a wrong activity.
- **R** (recall): of the right links, how many it proposes. What it misses stands as open or dropped in the report, or is
  the second target of a split.
- **certain P** and **certain covers**: how many of the links in the tier *certain* are right, and of how many old entries
  every row is in it.
- **complete P** and **complete covers**: the same by entry. Of the entries all of whose links are certain and that are said
  to go nowhere else, how many have exactly the targets of the reference, and how many entries these are. Only they may be
  applied unseen: a certain link says where an entry goes, not that this is all of it.
- **kinds**: for how many old entries it says rightly whether they go on alone, split, merge or end.
- **lost**: rows missing from the new file by accident that were recognised as such, not reported as dropped.
- **top 1, 3, 5**: how many of the right links are the first, among the first three, among the first five of what the
  review lists for an entry. An entry with two targets cannot have both in first place.

${asMarkdown(procmapTable(results))}

Certain links that are wrong: ${wrongCertain(results).join('; ')}.

Entries said to be certain and complete that are not: ${wrongComplete(results).join('; ')}. On *naics* a class gave a part
away under its old name and code: nothing in the two tables tells it.

## Does 0.9 mean 0.9?

Every link and every candidate comes with a confidence. How sure procmap said it was on average, over all sets,
with weights learnt from other areas, and how much of it held. Most pairs are plain, one way or the other; the
last row looks at the doubtful ones alone.

${asMarkdown(reliabilityTable(results))}

## Where codes, rows and places fail

The same links in revisions that were made worse on purpose, with the weights procmap comes with: all codes of the new map
replaced by others; entries moved under another parent, their siblings closing the gaps so that codes name other entries;
rows lost from the new file, so that old entries have no counterpart; and the two maps swapped.

${asMarkdown(hardshipTable(hardships))}

In *nist* the control above a lost enhancement is proposed for it, as probable, since that is where enhancements that a
revision ends mostly went; here it counts as wrong. Read backwards a map loses more than it gains: procmap takes what the
newer map alone lists to be new, and what the older one alone lists to have been merged.

## What one does without procmap

${asMarkdown(baselineTable(results))}

A join on the code is VLOOKUP (CERCA.VERT); where it is wrong nobody notices, because every code it finds does exist. The
join on the label sets case, accents and punctuation aside. \`fuse.js\` and \`fuzzball\` search the most similar label.

The comparison is in their favour. From which similarity on a best match counts is chosen on the answers, set by set, for
the highest F1 (of a hundred steps); procmap's thresholds are the same everywhere. They search only the levels of the new
map on which right answers lie; procmap searches the whole map. Equal scores of \`fuzzball\` are settled by a second
measure. What no threshold gives them: a second target of an entry that splits, and a word on which links are safe.

## What has seen these links

| set | weights | thresholds and guards | words of the field | read by |
|---|---|---|---|---|
| activities, structure | learnt from them; held out by area and by map in the rows that say so | chosen with them in view | yes | two readers |
| rest, levels | learnt from them; held out likewise | chosen with them in view | yes | one reader, the makers of procmap, twice |
| nist, naics | learnt from them; held out likewise | chosen with them in view | no | their publishers |

Guards of the tier against opposites, twins, and entries taken for groups were made for kinds of error seen elsewhere, and
tried on these links for what they cost: the certain links of *activities*, *structure* and *rest* are the same with and
without them. What decides that an entry is complete was
learnt from the few entries with a second target that was missed (56, most of them in *levels* and *nist*); its threshold
was chosen on areas held back.

## What each comparison adds, and what was tried in vain

[docs/ablation.md](ablation.md) sets the weight of each comparison to nought, one at a time, and says what that costs.

Tried on links held back, and not built, because they added nothing or harmed (between -0.07 and +0.013 of F1): word
vectors, thesauri, encoders of whole sentences, synonyms learnt from the maps themselves, more reference sets for the one
model. Tried for the tier and left out: a guard against siblings whose label fits as well took 105 right links and no
wrong one; one against a name repeated down a branch took 28 right ones. Tried for completeness and left out: how likely a
new entry was split off, whether what is left stands under a corresponding parent, how much the two maps divide as a
weight (it shifts the prior instead), the share of added entries beside a target.

## Limits

- Two pairs of process maps were read, all of one chamber and its union; other chambers word things differently.
- The links of *rest* and *levels* come from one reader, who read them twice. See
  [bench/reference/README.md](../bench/reference/README.md).
- Links that can be defended but not demanded count neither for nor against: an old entry may come with one more or one
  less than you would have drawn.
- Where a map was rewritten rather than revised, as in *levels*, much stays open or is missed, and a person has to read
  it: the ranked candidates are of more use there than the links.
- Training and coordination entries follow their process by rule. They are not in these figures.
- Of an entry that splits procmap proposes targets, never shares: how its hours divide is for the chamber to say.

## Measuring it

\`\`\`
npm run bench:quality              everything, some minutes; writes this page
npm run bench:quality -- --quick   procmap and the two joins, some seconds; writes nothing
npm run bench:ablation             what each comparison adds; writes docs/ablation.md
\`\`\`

\`rest\` and \`levels\` come with the project. The other sets are read from \`../shared/data\` beside it; where they are
missing the run says so, measures what is there and leaves this page as it is.
`;
}
