import type { ChangeKind } from '../model/change.ts';

/** As much of a link as its kind depends on. Labels are empty where they are not known. */
export interface LinkEnds {
  readonly oldCode: string;
  readonly oldLabel: string;
  readonly newCode: string;
  readonly newLabel: string;
}

/**
 * Names what becomes of each old code from the links alone, as the table of change kinds has it. For crosswalks that do
 * not come out of a comparison of two maps: payroll tables, and the composition of several.
 *
 * @returns the kind per old code; a code without links is not in it
 */
export function linkKinds(links: readonly LinkEnds[]): ReadonlyMap<string, ChangeKind> {
  const targets = groupBy(links, (link) => link.oldCode);
  const sources = groupBy(links, (link) => link.newCode);
  const merges = (link: LinkEnds) => (sources.get(link.newCode)?.length ?? 0) > 1;
  return new Map([...targets].map(([code, own]) => [code, kindOf(own, own.some(merges))]));
}

function kindOf(own: readonly LinkEnds[], merges: boolean): ChangeKind {
  const [only] = own;
  if (own.length > 1 || only === undefined) return merges ? 'transfer' : 'split';
  if (merges) return 'merged';
  const moved = only.oldCode !== only.newCode;
  const renamed = only.oldLabel !== only.newLabel;
  if (moved) return renamed ? 'moved-and-renamed' : 'moved';
  return renamed ? 'renamed' : 'unchanged';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
