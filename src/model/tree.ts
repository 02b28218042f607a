import type { MapNode, NodeKind, ProcessMap } from './process-map.ts';
import { readCode } from './read-code.ts';

const STRUCTURE: ReadonlySet<NodeKind> = new Set(['macro-process', 'process', 'sub-process', 'group']);

/** Whether hours can be booked on the entry: activity, coordination, training, general, or an entry of a flat table. */
export function isBookable(node: MapNode): boolean {
  return !STRUCTURE.has(node.kind);
}

/** Whether the entry serves its process (training) or macro-process (coordination) and follows it wherever it goes. */
export function isServiceEntry(node: MapNode): boolean {
  return node.kind === 'coordination' || node.kind === 'training';
}

/** The entry with this id. Ids come from the map itself; an unknown one is a fault of the caller. */
export function nodeAt(map: ProcessMap, id: number): MapNode {
  const node = map.nodes[id];
  if (node === undefined) throw new RangeError(`no entry ${id} in ${map.source.name}`);
  return node;
}

/** The code hours are booked on, or the entry's own code where none are. The key of crosswalks and reports. */
export function keyOf(node: MapNode): string {
  return node.bookingCode ?? node.code.text;
}

/** The entries above `node`, from the macro-process down; without `node` itself. */
export function ancestorsOf(map: ProcessMap, node: MapNode): readonly MapNode[] {
  const path: MapNode[] = [];
  for (let id = node.parent; id !== null; ) {
    const above = nodeAt(map, id);
    path.unshift(above);
    id = above.parent;
  }
  return path;
}

/** The labels above the entry, top down, joined by ` > `; an entry without a label shows its code. */
export function pathOf(map: ProcessMap, node: MapNode): string {
  return ancestorsOf(map, node)
    .map((above) => above.label || above.code.text)
    .join(' > ');
}

/** For each id the ids of its children, in source order; and the roots. Cost: one pass. */
export function childrenOf(map: ProcessMap): {
  readonly roots: readonly number[];
  readonly children: readonly (readonly number[])[];
} {
  const roots: number[] = [];
  const children: number[][] = map.nodes.map(() => []);
  for (const node of map.nodes) (node.parent === null ? roots : children[node.parent])?.push(node.id);
  return { roots, children };
}

/**
 * The entries a person means by a code: those that bear it, and those hours of which are booked on it (`A1` names the
 * macro-process and its coordination entry). Where none does, the code is read as leniently as in a map (`a1.1.`,
 * `€2.5.1.2`), and `A1.1.F` names the training entry `A1.1.F.F`. Case and outer blanks do not matter.
 */
export function findEntries(map: ProcessMap, code: string): readonly MapNode[] {
  const asWritten = entriesOf(map, code.trim());
  const read = asWritten.length > 0 ? null : readCode(code).code;
  if (read === null) return asWritten;
  const meant = entriesOf(map, read.text);
  return meant.length === 0 && read.text.endsWith('.F') ? entriesOf(map, `${read.text}.F`) : meant;
}

function entriesOf(map: ProcessMap, code: string): readonly MapNode[] {
  const wanted = code.toLowerCase();
  const isMeant = (text: string | null) => text?.toLowerCase() === wanted;
  return map.nodes.filter((node) => isMeant(node.code.text) || isMeant(node.bookingCode));
}
