import { type Filters, fold, rowFilter } from '../../render/html/client/row-filter.ts';
import type { ChangeFacts, ChangeGroup } from '../calls/report.ts';

/** A line of the list: the heading of a process, or a change. */
export type ChangeLine =
  | { readonly kind: 'heading'; readonly key: string; readonly html: string }
  | { readonly kind: 'change'; readonly key: string; readonly facts: ChangeFacts };

/** What passes the filters, each process with its heading; filters are those of the HTML report. */
export function visibleChanges(
  groups: readonly ChangeGroup[],
  filters: Filters,
): { readonly lines: readonly ChangeLine[]; readonly count: number } {
  const passes = rowFilter(filters);
  let count = 0;
  const lines = groups.flatMap(({ heading, changes }, i): readonly ChangeLine[] => {
    const own = changes.filter((change) => passes(searched(change)));
    count += own.length;
    if (own.length === 0) return [];
    const rows = own.map((facts) => ({ kind: 'change', key: facts.id, facts }) as const);
    return heading === '' ? rows : [{ kind: 'heading', key: `${i} heading`, html: heading }, ...rows];
  });
  return { lines, count };
}

const folded = new WeakMap<ChangeFacts, { readonly codes: readonly string[]; readonly words: string }>();

/** Folding ten thousand labels takes a moment, so it is done once for each. */
function searched(facts: ChangeFacts) {
  let known = folded.get(facts);
  if (known === undefined) {
    known = { codes: facts.codes.map(fold), words: fold(`${facts.codes.join(' ')} ${facts.labels}`) };
    folded.set(facts, known);
  }
  const { codes, words } = known;
  return { ...facts, codes, words: () => words };
}
