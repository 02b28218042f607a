import { visibleText } from '../language/fold-label.ts';
import type { ChangeKind } from '../model/change.ts';
import { entryKey } from '../model/crosswalk-rows.ts';
import { groupBy } from '../values/group-by.ts';

/** As much of a link as its kind depends on. Labels are empty where they are not known. */
export interface LinkEnds {
  readonly oldCode: string;
  readonly oldLabel: string;
  readonly newCode: string;
  readonly newLabel: string;
  /** Tells entries apart that bear the same code. */
  readonly fingerprint: string;
}

/**
 * Names what becomes of each old entry from the links alone, as the table of change kinds has it. For crosswalks that do
 * not come out of a comparison of two maps: payroll tables, and the composition of several.
 *
 * @returns the kind by `entryKey`; an entry without links is not in it
 */
export function linkKinds(links: readonly LinkEnds[]): ReadonlyMap<string, ChangeKind> {
  const targets = groupBy(links, entryKey);
  const sources = groupBy(links, (link) => link.newCode);
  const merges = (link: LinkEnds) => (sources.get(link.newCode)?.length ?? 0) > 1;
  return new Map([...targets].map(([entry, own]) => [entry, kindOf(own, own.some(merges))]));
}

function kindOf(own: readonly LinkEnds[], merges: boolean): ChangeKind {
  const [only] = own;
  if (own.length > 1 || only === undefined) return merges ? 'transfer' : 'split';
  if (merges) return 'merged';
  const moved = only.oldCode !== only.newCode;
  const renamed = visibleText(only.oldLabel) !== visibleText(only.newLabel);
  if (moved) return renamed ? 'moved-and-renamed' : 'moved';
  return renamed ? 'renamed' : 'unchanged';
}
