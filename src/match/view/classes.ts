import { foldLabel } from '../../language/fold-label.ts';
import type { NodeKind, ProcessMap } from '../../model/process-map.ts';
import { NUMBERS } from '../numbers.ts';

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
export const ANY_ENTRY = 0;
/** The classes of the levels of headings begin after this one. */
const HEADINGS = 16;
/** Those of levels that only the new map has, after this one. */
const ONLY_NEW = 128;

/**
 * Sorts the nodes of two maps into classes: only what is of one class may correspond.
 *
 * In a process map these are the kinds. The rows of flat tables are all entries, but most classifications have levels
 * that only gather what stands below them (sections, divisions, groups), and often repeat its name: each level that
 * does so in both maps is a class of its own, and the levels below the last of them are one class together. Cost: one pass.
 */
export function classesOf(oldMap: ProcessMap, newMap: ProcessMap): Classes {
  if (!isFlat(oldMap) && !isFlat(newMap)) return { old: kindsOf(oldMap), new: kindsOf(newMap) };
  const [oldHeadings, newHeadings] = [headingLevels(oldMap), headingLevels(newMap)];
  const levels = alignLevels(oldMap, newMap);
  const isHeading = (level: number): boolean =>
    level <= oldHeadings && (levels.get(level) ?? 0) <= newHeadings;
  const originOf = new Map([...levels].map(([old, other]) => [other, old]));
  const ofOld = (level: number): number => (isHeading(level) ? HEADINGS + level : ANY_ENTRY);
  const ofNew = (level: number): number => {
    const old = originOf.get(level);
    if (old !== undefined) return ofOld(old);
    return level <= newHeadings ? ONLY_NEW + level : ANY_ENTRY;
  };
  return {
    old: Uint8Array.from(oldMap.nodes, ({ level }) => ofOld(level)),
    new: Uint8Array.from(newMap.nodes, ({ level }) => ofNew(level)),
  };
}

/**
 * Which level of a new map holds what stood on which of the old one: the same, unless a revision put in a level or took one
 * out, so that the labels of the levels below are found one level deeper or higher. Cost: the labels, and levels squared.
 *
 * @returns new levels by old ones; a level without counterpart is left out
 */
function alignLevels(oldMap: ProcessMap, newMap: ProcessMap): ReadonlyMap<number, number> {
  const [old, other] = [labelsByLevel(oldMap), labelsByLevel(newMap)];
  const common = (i: number, j: number): number => {
    const [a, b] = [old[i], other[j]];
    if (a === undefined || b === undefined) return 0;
    let count = 0;
    for (const label of a) if (b.has(label)) count++;
    return count;
  };
  const deepest = Math.max(old.length, other.length) - 1;
  const same = Array.from({ length: deepest }, (_, i) => [i + 1, i + 1] as const);
  const kept = same.reduce((sum, [i, j]) => sum + common(i, j), 0);
  const shifted = bestAlignment(old.length - 1, other.length - 1, common);
  return new Map(shifted.common > NUMBERS.view.shifted * kept ? shifted.pairs : same);
}

/** The alignment in order that has the most labels in common (a longest common subsequence, weighted). */
function bestAlignment(
  oldLevels: number,
  newLevels: number,
  common: (i: number, j: number) => number,
): { readonly common: number; readonly pairs: readonly (readonly [number, number])[] } {
  type Best = { readonly common: number; readonly pairs: readonly (readonly [number, number])[] };
  const none: Best = { common: 0, pairs: [] };
  let above: Best[] = Array.from({ length: newLevels + 1 }, () => none);
  for (let i = 1; i <= oldLevels; i++) {
    const row: Best[] = [none];
    for (let j = 1; j <= newLevels; j++) {
      const before = above[j - 1] as Best;
      const shared = common(i, j);
      const together = { common: before.common + shared, pairs: [...before.pairs, [i, j] as const] };
      const apart = [above[j] as Best, row[j - 1] as Best].reduce((a, b) => (b.common > a.common ? b : a));
      row.push(shared > 0 && together.common > apart.common ? together : apart);
    }
    above = row;
  }
  return above[newLevels] as Best;
}

/** The labels on each level, folded. */
function labelsByLevel({ nodes }: ProcessMap): readonly (ReadonlySet<string> | undefined)[] {
  const levels: Set<string>[] = [];
  for (const { level, label } of nodes) {
    levels[level] ??= new Set();
    if (label !== '') levels[level].add(foldLabel(label));
  }
  return levels;
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
    if (count === undefined || count.above < NUMBERS.view.headings * count.all) break;
    headings = level;
  }
  return headings;
}
