import { fold } from '../../render/html/client/row-filter.ts';
import type { TreeEntry } from '../calls/review.ts';

/**
 * The part of a tree that holds what is searched: each entry that has every word typed in its code or label, with all that
 * stands above it, so that one sees where it belongs. Nothing typed finds everything.
 */
export function searchTree(
  entries: readonly TreeEntry[],
  query: string,
): { readonly shown: readonly TreeEntry[]; readonly found: ReadonlySet<number> } {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = ({ code, label, bookable }: TreeEntry) => {
    const text = fold(`${code} ${label}`);
    return bookable && words.every((word) => text.includes(word));
  };
  const found = new Set(entries.filter(matches).map(({ id }) => id));
  if (words.length === 0) return { shown: entries, found };
  // From the end: what stands above an entry comes before it, and is less deep.
  const shown: TreeEntry[] = [];
  let above = 0;
  for (const entry of [...entries].reverse()) {
    const isAbove = entry.depth < above;
    if (!found.has(entry.id) && !isAbove) continue;
    shown.push(entry);
    above = entry.depth;
  }
  return { shown: shown.reverse(), found };
}
