import type { AnalysedLabel, Analyser } from '../../language/analyser.ts';
import { compareCodes } from '../../model/code.ts';
import { numberingGaps } from '../../model/numbering.ts';
import type { MapNode, ProcessMap } from '../../model/process-map.ts';
import { isServiceEntry } from '../../model/tree.ts';

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
  /** The root above the entry where that stands higher than its grandparent; -1 otherwise. */
  readonly branch: Int32Array;
  /** Matchable children, in the order of their codes. */
  readonly children: readonly (readonly number[])[];
  /** Matchable neighbours under the same parent, roots of one letter, in the order of codes; -1 for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Numbers that the file leaves out: their codes, and the codes that stand after them. */
  readonly gaps: { readonly codes: ReadonlySet<string>; readonly before: ReadonlySet<string> };
  /** Entries are compared only within a class (`classesOf`). */
  readonly kindClass: Uint8Array;
  readonly level: Uint16Array;
  /** 1 for entries without matchable children. */
  readonly isLeaf: Uint8Array;
}

/**
 * Lays a map out for matching. Cost: the words of the labels, and sorting siblings.
 *
 * @param kindClass per node id the class within which it is compared, from `classesOf`
 */
export function buildSide(map: ProcessMap, analyser: Analyser, kindClass: Uint8Array): Side {
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
    branch: branchesOf(parent),
    children: children.slice(0, nodes.length),
    before,
    after,
    gaps: gapsOf(map),
    kindClass,
    level: Uint16Array.from(nodes, (node) => node.level),
    isLeaf: Uint8Array.from(nodes, ({ id }) => (children[id]?.length === 0 ? 1 : 0)),
  };
}

function branchesOf(parent: Int32Array): Int32Array {
  return parent.map((_, id) => {
    let steps = 0;
    let at = id;
    for (; (parent[at] as number) >= 0; steps++) at = parent[at] as number;
    return steps > 2 ? at : -1;
  });
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
