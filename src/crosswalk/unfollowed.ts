import type { Crosswalk } from '../model/crosswalk.ts';
import { foldBlanks } from '../values/fold-blanks.ts';

/** Codes by which one can tell whether a crosswalk starts where another ends, and how many say that it does not. */
export interface Unfollowed {
  readonly compared: number;
  readonly differing: number;
}

/** How much of the old codes two crosswalks must share to start from the same revision. */
const SAME_SIDE = 0.9;

/**
 * Tells when two crosswalks start from the same revision, and so cannot follow one another: their old codes are the same,
 * and most codes that the first gives to another entry still name the old entry in the second. Entries are told by their
 * labels; codes whose label the first does not change say nothing.
 *
 * @returns `null` when nothing speaks against the second following the first
 */
export function unfollowed(first: Crosswalk, second: Crosswalk): Unfollowed | null {
  const [before, start] = [oldLabels(first), oldLabels(second)];
  const shared = [...start.keys()].filter((code) => before.has(code)).length;
  if (shared < SAME_SIDE * Math.max(before.size, start.size)) return null;
  const after = new Map(first.rows.map((row) => [row.newCode, folded(row.newLabel)]));
  const telling = [...after].filter(
    ([code, label]) => label !== '' && start.get(code) && before.get(code) && before.get(code) !== label,
  );
  const differing = telling.filter(([code]) => start.get(code) === before.get(code)).length;
  return differing * 2 > telling.length ? { compared: telling.length, differing } : null;
}

function oldLabels({ rows }: Crosswalk): ReadonlyMap<string, string> {
  return new Map(rows.filter((row) => row.oldCode !== '').map((row) => [row.oldCode, folded(row.oldLabel)]));
}

function folded(label: string): string {
  return foldBlanks(label).toLowerCase();
}
