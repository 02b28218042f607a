import { codeKind, isAncestorCode, parentCode } from '../model/code.ts';
import type { MapNode, NodeKind, ProcessMap, ReadNote, ReadNoteKind } from '../model/process-map.ts';
import { childrenOf, isBookable } from '../model/tree.ts';
import { type OtherRevision, otherRevisions } from './other-revisions.ts';
import { proposedCodes } from './proposed-codes.ts';
import { type RepeatedSheet, repeatedSheets } from './repeated-sheets.ts';

type NoteOf<K extends ReadNoteKind> = Extract<ReadNote, { readonly kind: K }>;

/** A map as the rules see it: looked up by code, by parent and by what reading noted. Built once, in linear time. */
export interface MapIndex {
  readonly map: ProcessMap;
  /**
   * Whether the map lists a selection: a register files what one chamber does under codes of another map. What it leaves
   * out is not missing, and its order is its own.
   */
  readonly isSelection: boolean;
  /** Entries at the top of the tree. */
  readonly roots: readonly MapNode[];
  /** Children per entry id, in source order. */
  readonly children: readonly (readonly MapNode[])[];
  /** Entries per code, in source order; entries in `mislevelled` are left out. */
  readonly byCode: ReadonlyMap<string, readonly MapNode[]>;
  /** Ids of entries that bear the code of another level. Their code says nothing of their place in the tree. */
  readonly mislevelled: ReadonlySet<number>;
  /** Codes that such entries should bear, by id, where one can be proposed. */
  readonly proposals: ReadonlyMap<number, string>;
  /** Ids of booked entries inside a block whose labels are shifted. What is odd about their labels has that cause. */
  readonly shifted: ReadonlySet<number>;
  /** Codes that entries hang under and that no entry bears. */
  readonly missingParents: ReadonlySet<string>;
  /** Sheets that repeat sheets before them, by name. */
  readonly repeatedSheets: ReadonlyMap<string, RepeatedSheet>;
  /** Sheets that hold another revision of what sheets before them hold, by name. */
  readonly otherRevisions: ReadonlyMap<string, OtherRevision>;
  /** What reading noted of one kind. */
  readonly notes: <K extends ReadNoteKind>(kind: K) => readonly NoteOf<K>[];
}

/** Indexes a map for the rules. */
export function indexMap(map: ProcessMap): MapIndex {
  const notes = <K extends ReadNoteKind>(kind: K) =>
    map.notes.filter((note): note is NoteOf<K> => note.kind === kind);
  const noted = new Set(notes('level-mismatch').map((note) => note.nodeId));
  const mislevelled = new Set(
    map.nodes.filter((node) => noted.has(node.id) || isMislevelled(node)).map((node) => node.id),
  );
  const byCode = groupByCode(map.nodes.filter((node) => !mislevelled.has(node.id)));
  const repeated = repeatedSheets(map.nodes, byCode);
  const { roots, children } = childrenOf(map);
  const nodesOf = (ids: readonly number[]) => ids.map((id) => map.nodes[id] as MapNode);
  return {
    map,
    isSelection: map.source.layout === 'register',
    roots: nodesOf(roots),
    children: children.map(nodesOf),
    byCode,
    mislevelled,
    proposals: proposedCodes(
      map.nodes.filter(({ id }) => mislevelled.has(id)),
      (code) => byCode.has(code),
    ),
    shifted: shiftedIds(map, notes('labels-shifted'), byCode),
    missingParents: missingParents(map.nodes, byCode),
    repeatedSheets: repeated,
    otherRevisions: otherRevisions(map.nodes, byCode, repeated),
    notes,
  };
}

/** The kind an entry's code speaks of, or `null` where it speaks of none (other classifications, positional ids). */
export function kindByCode(node: MapNode): NodeKind | null {
  if (node.code.segments.at(-1)?.type === 'position') return null;
  const kind = codeKind(node.code);
  if (kind === 'free') return null;
  return kind === 'local-activity' ? 'activity' : kind;
}

function isMislevelled(node: MapNode): boolean {
  if (node.kind === 'group' || node.kind === 'entry') return false;
  const expected = kindByCode(node);
  return expected !== null && expected !== node.kind;
}

function groupByCode(nodes: readonly MapNode[]): Map<string, MapNode[]> {
  const groups = new Map<string, MapNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.code.text);
    if (group) group.push(node);
    else groups.set(node.code.text, [node]);
  }
  return groups;
}

function shiftedIds(
  map: ProcessMap,
  notes: readonly NoteOf<'labels-shifted'>[],
  byCode: ReadonlyMap<string, readonly MapNode[]>,
): Set<number> {
  const ids = new Set<number>();
  for (const note of notes) {
    const first = byCode.get(note.firstCode)?.[0];
    const last = byCode.get(note.lastCode)?.at(-1);
    if (!first || !last) continue;
    for (const node of map.nodes.slice(first.id, last.id + 1)) if (isBookable(node)) ids.add(node.id);
  }
  return ids;
}

/** The usual case, told without building codes: the entry above is the one the code asks for. */
function hasParentRow(node: MapNode, nodes: readonly MapNode[]): boolean {
  const parent = node.parent === null ? undefined : nodes[node.parent];
  return parent !== undefined && parent.level === node.level - 1 && isAncestorCode(parent.code, node.code);
}

function missingParents(
  nodes: readonly MapNode[],
  byCode: ReadonlyMap<string, readonly MapNode[]>,
): Set<string> {
  const missing = new Set<string>();
  for (const node of nodes) {
    if (hasParentRow(node, nodes) || kindByCode(node) === null) continue;
    for (let above = parentCode(node.code); above && !byCode.has(above.text); above = parentCode(above)) {
      missing.add(above.text);
    }
  }
  return missing;
}
