import type { MapNode, NodeKind, ProcessMap } from '../model/process-map.ts';

/** Per node id of either map the class within which it is compared. */
export interface Classes {
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}

const CLASS_OF_KIND: Record<NodeKind, number> = {
  'macro-process': 1,
  process: 2,
  'sub-process': 3,
  activity: 4,
  general: 5,
  coordination: 6,
  training: 7,
  group: 8,
  entry: 0,
};
/** Entries of flat tables, on whatever level. */
const ANY_ENTRY = 0;
/** The classes of the levels of headings begin after this one. */
const HEADINGS = 16;
/** A level on which so many have entries below them holds headings; files that lost rows leave some bare. */
const MOST = 3 / 4;

/**
 * Sorts the nodes of two maps into classes: only what is of one class may correspond.
 *
 * In a process map these are the kinds. The rows of flat tables are all entries, but most classifications have levels
 * that only gather what stands below them (sections, divisions, groups), and often repeat its name: each level that
 * does so in both maps is a class of its own, and the levels below the last of them are one class together. Cost: one pass.
 */
export function classesOf(oldMap: ProcessMap, newMap: ProcessMap): Classes {
  if (!isFlat(oldMap) && !isFlat(newMap)) return { old: kindsOf(oldMap), new: kindsOf(newMap) };
  const headings = Math.min(headingLevels(oldMap), headingLevels(newMap));
  const classOf = ({ level }: MapNode): number => (level <= headings ? HEADINGS + level : ANY_ENTRY);
  return { old: Uint8Array.from(oldMap.nodes, classOf), new: Uint8Array.from(newMap.nodes, classOf) };
}

/** Whether a map has no kinds that could keep its entries apart. */
function isFlat(map: ProcessMap): boolean {
  return map.nodes.some((node) => node.kind === 'entry' || node.kind === 'group');
}

function kindsOf(map: ProcessMap): Uint8Array {
  return Uint8Array.from(map.nodes, (node) => CLASS_OF_KIND[node.kind]);
}

/** How many levels from the top down hold headings. */
function headingLevels({ nodes }: ProcessMap): number {
  const hasChildren = new Uint8Array(nodes.length);
  for (const { parent } of nodes) if (parent !== null) hasChildren[parent] = 1;
  const counts: { all: number; above: number }[] = [];
  for (const { id, level } of nodes) {
    counts[level] ??= { all: 0, above: 0 };
    const count = counts[level];
    count.all++;
    count.above += hasChildren[id] as number;
  }
  let headings = 0;
  for (let level = 1; level < counts.length; level++) {
    const count = counts[level];
    if (count === undefined || count.above < MOST * count.all) break;
    headings = level;
  }
  return headings;
}
