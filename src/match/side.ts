import { compareCodes } from '../model/code.ts';
import { numberingGaps } from '../model/numbering.ts';
import type { MapNode, NodeKind, ProcessMap } from '../model/process-map.ts';
import { isServiceEntry } from '../model/tree.ts';
import type { AnalysedLabel, Analyser } from './text/analyser.ts';

/** One of the two maps, laid out for matching: arrays are indexed by node id. */
export interface Side {
  readonly map: ProcessMap;
  readonly nodes: readonly MapNode[];
  /** Ids of the entries that are compared: all but the service entries, which follow a rule. */
  readonly matchable: readonly number[];
  readonly text: readonly AnalysedLabel[];
  readonly related: Analyser['related'];
  /** -1 for none. */
  readonly parent: Int32Array;
  /** Matchable children, in the order of their codes. */
  readonly children: readonly (readonly number[])[];
  /** Matchable neighbours under the same parent, roots of one letter, in the order of codes; -1 for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Numbers that the file leaves out: their codes, and the codes that stand after them. */
  readonly gaps: { readonly codes: ReadonlySet<string>; readonly before: ReadonlySet<string> };
  /** Entries are compared only within a class. */
  readonly kindClass: Uint8Array;
  readonly level: Uint16Array;
  /** 1 for entries without matchable children. */
  readonly isLeaf: Uint8Array;
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
const ANY_CLASS = 0;

/**
 * Lays a map out for matching. Cost: the words of the labels, and sorting siblings.
 *
 * @param mixed whether entries of any kind may correspond, as in flat tables, where every row is an entry
 */
export function buildSide(map: ProcessMap, analyser: Analyser, mixed: boolean): Side {
  const { nodes } = map;
  const matchable = nodes.filter((node) => !isServiceEntry(node)).map((node) => node.id);
  const parent = Int32Array.from(nodes, (node) => node.parent ?? -1);
  const text = nodes.map((node) => analyser.analyse(node.label));
  const children = orderedChildren(map, matchable, text);
  const before = new Int32Array(nodes.length).fill(-1);
  const after = new Int32Array(nodes.length).fill(-1);
  for (const siblings of children) {
    for (let i = 1; i < siblings.length; i++) {
      const [one, next] = [siblings[i - 1] as number, siblings[i] as number];
      if (!sameLetter(nodes[one] as MapNode, nodes[next] as MapNode)) continue;
      before[next] = one;
      after[one] = next;
    }
  }
  return {
    map,
    nodes,
    matchable,
    related: analyser.related,
    text,
    parent,
    children: children.slice(0, nodes.length),
    before,
    after,
    gaps: gapsOf(map),
    kindClass: Uint8Array.from(nodes, (node) => (mixed ? ANY_CLASS : CLASS_OF_KIND[node.kind])),
    level: Uint16Array.from(nodes, (node) => node.level),
    isLeaf: Uint8Array.from(nodes, ({ id }) => (children[id]?.length === 0 ? 1 : 0)),
  };
}

/** Letters stand for macro-functions: what comes after the last entry of one says nothing of that entry. */
function sameLetter(a: MapNode, b: MapNode): boolean {
  const [x, y] = [a.code.segments[0], b.code.segments[0]];
  return x?.type !== 'root' || y?.type !== 'root' || x.letter === y.letter;
}

function gapsOf(map: ProcessMap): Side['gaps'] {
  const gaps = numberingGaps(map);
  return {
    codes: new Set(gaps.map((gap) => gap.code.text)),
    before: new Set(gaps.map((gap) => gap.before.text)),
  };
}

/** Whether the entries of a map have no kinds that could keep them apart. */
export function isMixed(map: ProcessMap): boolean {
  return map.nodes.some((node) => node.kind === 'entry' || node.kind === 'group');
}

/** Children by parent id; the roots are the last list. Ties of code are broken by label, never by place in the file. */
function orderedChildren(
  map: ProcessMap,
  matchable: readonly number[],
  text: readonly AnalysedLabel[],
): number[][] {
  const lists: number[][] = Array.from({ length: map.nodes.length + 1 }, () => []);
  for (const id of matchable) {
    const node = map.nodes[id] as MapNode;
    (lists[node.parent ?? map.nodes.length] as number[]).push(id);
  }
  const compare = (a: number, b: number): number => {
    const [x, y] = [map.nodes[a] as MapNode, map.nodes[b] as MapNode];
    return (
      compareCodes(x.code, y.code) ||
      compareTexts((text[a] as AnalysedLabel).key, (text[b] as AnalysedLabel).key) ||
      compareTexts(x.label, y.label)
    );
  };
  for (const list of lists) if (list.length > 1) list.sort(compare);
  return lists;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
