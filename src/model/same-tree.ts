import { ABOUT_FIELDS } from './entry-about.ts';
import type { EntryAbout, MapNode, ProcessMap } from './process-map.ts';

/** What differs first between two trees: the entry of the one, and in what. `missing`: the other has fewer entries. */
export interface TreeDifference {
  readonly node: MapNode;
  readonly field: 'code' | (typeof FIELDS)[number] | 'about' | 'missing';
}

const FIELDS = ['kind', 'level', 'bookingCode', 'label', 'parent', 'type'] as const;

/**
 * Compares two trees entry by entry, in order.
 *
 * @param ignore fields that a layout cannot hold
 * @returns the first difference, or `null` when the trees are the same
 */
export function treeDifference(
  a: ProcessMap,
  b: ProcessMap,
  ignore: readonly TreeDifference['field'][] = [],
): TreeDifference | null {
  const fields = FIELDS.filter((field) => !ignore.includes(field));
  for (const node of a.nodes) {
    const other = b.nodes[node.id];
    if (!other) return { node, field: 'missing' };
    if (node.code.text !== other.code.text) return { node, field: 'code' };
    const field = fields.find((each) => node[each] !== other[each]);
    if (field) return { node, field };
    if (!ignore.includes('about') && !sameAbout(node.about, other.about)) return { node, field: 'about' };
  }
  const extra = b.nodes[a.nodes.length];
  return extra ? { node: extra, field: 'missing' } : null;
}

function sameAbout(a: EntryAbout = {}, b: EntryAbout = {}): boolean {
  return ABOUT_FIELDS.every((field) => a[field] === b[field]);
}
