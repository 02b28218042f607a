import { type Code, codeLevel, parentCode } from '../model/code.ts';
import type { MapNode, ReadNote } from '../model/process-map.ts';
import type { DraftNode } from './draft-node.ts';

type ByCode = ReadonlyMap<string, readonly number[]>;

/**
 * Hangs every entry on the one above it.
 *
 * Codes of process maps say what stands above them. Other codes do not: there the file names it, or an outline of dots
 * or levels does, and the level of an entry is its depth.
 */
export function joinTree(
  drafts: readonly DraftNode[],
  byCode: ByCode,
): { readonly nodes: readonly MapNode[]; readonly notes: readonly ReadNote[] } {
  const notes: ReadNote[] = [];
  const parents = drafts.map((draft) => parentOf(draft, drafts, byCode, notes));
  const levels = depths(drafts, parents, notes);
  const nodes = drafts.map(({ givenParent, ...node }, id): MapNode => {
    return { ...node, level: levels[id] as number, parent: parents[id] as number | null };
  });
  return { nodes, notes };
}

function parentOf(
  draft: DraftNode,
  drafts: readonly DraftNode[],
  byCode: ByCode,
  notes: ReadNote[],
): number | null {
  const given = draft.givenParent;
  if (given === undefined) return parentByCode(draft, drafts, byCode);
  if ('id' in given) return given.id;
  for (const code of given.codes) {
    const ids = (byCode.get(code) ?? []).filter((id) => id !== draft.id);
    const parent = ids.findLast((id) => id < draft.id) ?? ids[0];
    if (parent !== undefined) return parent;
  }
  const [parent] = given.codes;
  if (given.named && parent !== undefined) notes.push(unknownParent(draft, parent));
  return null;
}

/**
 * The last entry before it that bears the code above; else the first after it; else, where that code is missing, whatever
 * stands nearest above. An activity with its sub-process's code hangs on that sub-process.
 */
function parentByCode(draft: DraftNode, drafts: readonly DraftNode[], byCode: ByCode): number | null {
  const above = (id: number): boolean => (drafts[id] as DraftNode).level < draft.level;
  const start = codeLevel(draft.code) < draft.level ? draft.code : parentCode(draft.code);
  for (let code: Code | null = start; code !== null; code = parentCode(code)) {
    const ids = (byCode.get(code.text) ?? []).filter(above);
    const parent = ids.findLast((id) => id < draft.id) ?? ids[0];
    if (parent !== undefined) return parent;
  }
  return null;
}

/** Levels of entries whose parent was given, by depth. Parents that go round in a circle are cut, and noted. */
function depths(drafts: readonly DraftNode[], parents: (number | null)[], notes: ReadNote[]): number[] {
  const levels = drafts.map((draft) => (draft.givenParent === undefined ? draft.level : 0));
  for (const draft of drafts) {
    const path: number[] = [];
    let at: number | null = draft.id;
    while (at !== null && levels[at] === 0) {
      levels[at] = -1;
      path.push(at);
      at = parents[at] as number | null;
    }
    if (at !== null && levels[at] === -1) {
      const last = path.at(-1) as number;
      notes.push(unknownParent(drafts[last] as DraftNode, (drafts[at] as DraftNode).code.text));
      parents[last] = null;
      at = null;
    }
    let level = at === null ? 0 : (levels[at] as number);
    for (const id of path.reverse()) levels[id] = ++level;
  }
  return levels;
}

function unknownParent({ id, code, place }: DraftNode, parent: string): ReadNote {
  return { kind: 'parent-unknown', code: code.text, parent, place, nodeId: id };
}
