import type { PageData, StructureDatum } from '../page-data.ts';
import type { Branch } from './process-choice.ts';

/** A line of one of the two trees: a heading of levels 1 to 3, or an entry. */
export type TreeLine =
  | { readonly type: 'heading'; readonly depth: number; readonly code: string; readonly label: string }
  | { readonly type: 'entry'; readonly depth: number; readonly index: number }
  /** Where the tree leaves the branch chosen. */
  | { readonly type: 'elsewhere' };

/** One branch beside what it becomes. Entries and links by their indexes in the page's data. */
export interface ProcessTree {
  readonly oldLines: readonly TreeLine[];
  readonly newLines: readonly TreeLine[];
  readonly links: readonly (readonly [number, number])[];
}

/**
 * Lays out a branch: on the left its old entries, then those that come in from elsewhere; on the right the branch that
 * corresponds to it, whole, then what its entries have become elsewhere.
 */
export function processTree(branch: Branch, data: PageData): ProcessTree {
  const { oldStructure, newStructure, oldEntries, newEntries, structureLinks } = data;
  const oldHome = branch.side === 'old' ? subtree(oldStructure, [branch.index]) : new Set<number>();
  const newRoots =
    branch.side === 'new'
      ? [branch.index]
      : structureLinks.filter(([from]) => from === branch.index).map(([, to]) => to);
  const newHome = subtree(newStructure, newRoots);
  const oldOwn = indexesIn(oldEntries, oldHome);
  const newOwn = indexesIn(newEntries, newHome);
  const [oldSet, newSet] = [new Set(oldOwn), new Set(newOwn)];
  const links = data.links.filter(([from, to]) => oldSet.has(from) || newSet.has(to));
  const incoming = unique(links.map(([from]) => from).filter((from) => !oldSet.has(from)));
  const outgoing = unique(links.map(([, to]) => to).filter((to) => !newSet.has(to)));
  return {
    oldLines: side(oldStructure, oldEntries, oldOwn, incoming),
    newLines: side(newStructure, newEntries, newOwn, outgoing),
    links,
  };
}

type Entries = readonly (readonly [code: string, label: string | number, parent: number, ...unknown[]])[];

function side(
  structure: readonly StructureDatum[],
  entries: Entries,
  own: readonly number[],
  others: readonly number[],
): readonly TreeLine[] {
  const lines = linesOf(structure, entries, own);
  if (others.length === 0) return lines;
  return [...lines, { type: 'elsewhere' }, ...linesOf(structure, entries, others)];
}

/** Entries under the headings that stand above them, each heading once. */
function linesOf(
  structure: readonly StructureDatum[],
  entries: Entries,
  indexes: readonly number[],
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  let above: readonly number[] = [];
  for (const index of indexes) {
    const path = pathTo(structure, entries[index]?.[2] ?? -1);
    path.forEach((node, depth) => {
      const [code = '', label = ''] = structure[node] ?? [];
      if (above[depth] !== node) lines.push({ type: 'heading', depth, code, label });
    });
    above = path;
    lines.push({ type: 'entry', depth: path.length, index });
  }
  return lines;
}

function pathTo(structure: readonly StructureDatum[], node: number): readonly number[] {
  const path: number[] = [];
  for (let id = node; id !== -1; id = structure[id]?.[2] ?? -1) path.unshift(id);
  return path;
}

/** Parents stand before their children, so one pass finds all below. */
function subtree(structure: readonly StructureDatum[], roots: readonly number[]): ReadonlySet<number> {
  const found = new Set(roots);
  structure.forEach(([, , parent], index) => {
    if (found.has(parent)) found.add(index);
  });
  return found;
}

function indexesIn(entries: Entries, home: ReadonlySet<number>): number[] {
  return entries.flatMap(([, , parent], index) => (home.has(parent) ? [index] : []));
}

function unique(indexes: readonly number[]): number[] {
  return [...new Set(indexes)].sort((a, b) => a - b);
}
