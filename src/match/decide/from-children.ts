import type { Link } from '../../model/correspondence.ts';
import type { MapNode } from '../../model/process-map.ts';
import { isBookable } from '../../model/tree.ts';
import type { PairTable } from '../compare/pair-table.ts';
import { NUMBERS } from '../numbers.ts';
import type { Side } from '../view/side.ts';
import { type Constraints, forbids } from './constraints.ts';

/** How the bookable entries under two structure entries are linked: counts of links. */
export interface Flow {
  readonly old: number;
  readonly new: number;
  readonly links: number;
  /** Share of all links of the old entry's branch, and of the new one's. */
  readonly ofOld: number;
  readonly ofNew: number;
}

/**
 * Finds the structure entries whose branches exchange entries: a process corresponds to where its activities went, and
 * to several when it was divided.
 *
 * @param links the links of bookable entries
 * @param structure the links of structure entries made so far
 * @returns the flows between entries of the same level that are a fair part of either, by old id
 */
export function flowsBetween(
  oldSide: Side,
  newSide: Side,
  links: readonly Link[],
  structure: readonly Link[],
): readonly Flow[] {
  const counts = new Map<number, Map<number, number>>();
  const ofOld = new Map<number, number>();
  const ofNew = new Map<number, number>();
  for (const link of links) {
    const above = ancestors(newSide, link.new);
    for (const a of ancestors(oldSide, link.old)) {
      add(ofOld, a);
      const row = counts.get(a) ?? new Map<number, number>();
      counts.set(a, row);
      for (const b of above) if (oldSide.kindClass[a] === newSide.kindClass[b]) add(row, b);
    }
    for (const b of above) add(ofNew, b);
  }
  const linked = new Set(structure.map((link) => link.new));
  const flows: Flow[] = [];
  for (const [a, row] of counts) {
    for (const [b, count] of row) {
      const flow = {
        old: a,
        new: b,
        links: count,
        ofOld: count / (ofOld.get(a) ?? 1),
        ofNew: count / (ofNew.get(b) ?? 1),
      };
      const isPart =
        flow.ofOld >= NUMBERS.decide.flowShare || (flow.ofNew >= NUMBERS.decide.flowShare && !linked.has(b));
      if (isPart) flows.push(flow);
    }
  }
  return flows.sort((x, y) => x.old - y.old || x.new - y.new);
}

function ancestors(side: Side, id: number): number[] {
  const above: number[] = [];
  // Rows of flat tables may be parents and entries at once; those have links of their own.
  for (let at = side.parent[id] as number; at >= 0; at = side.parent[at] as number) {
    if (!isBookable(side.nodes[at] as MapNode)) above.push(at);
  }
  return above;
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Links of structure entries, completed and corrected by where the entries below them went. */
export function followEntries(
  table: PairTable,
  links: readonly Link[],
  entries: readonly Link[],
  constraints: Constraints,
): readonly Link[] {
  const { oldSide, newSide } = table;
  const flows = flowsBetween(oldSide, newSide, entries, links);
  const flowing = new Set(flows.map((flow) => flow.old));
  const key = (o: number, n: number): string => `${o} ${n}`;
  const byPair = new Map(flows.map((flow) => [key(flow.old, flow.new), flow]));
  const kept = links.filter(
    (link) =>
      !flowing.has(link.old) ||
      byPair.has(key(link.old, link.new)) ||
      (link.tier === 'certain' && link.matcher === 'one-to-one'),
  );
  const known = new Set(kept.map((link) => key(link.old, link.new)));
  const added = flows
    .filter((flow) => !known.has(key(flow.old, flow.new)) && !forbids(constraints, flow.old, flow.new))
    .map((flow): Link => {
      const share = Math.max(flow.ofOld, flow.ofNew);
      return {
        old: flow.old,
        new: flow.new,
        confidence: NUMBERS.decide.flowLeast + NUMBERS.decide.flowGain * share,
        tier: 'probable',
        evidence: [{ kind: 'same-children', score: share, weight: 1, detail: String(flow.links) }],
        matcher: 'from-children',
      };
    });
  return [...kept, ...added];
}
