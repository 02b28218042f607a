import type { Fragment } from './fragments.ts';

/** A column of a table without rules: where its text begins, and how far it mostly reaches. */
interface Column {
  left: number;
  reach: number;
  readonly members: Fragment[];
  codes: number;
}

/** How many texts that stand beside others make a column, when no code stands in it. */
const SUPPORT = 3;

/**
 * Finds the columns of a table that has no rules: text of a column begins at one place. What begins elsewhere, such as the
 * second line of an indented label, belongs to the column on its left.
 *
 * @param isCode whether a text begins with a code, which only the first line of a cell does
 * @returns the left edges, from the left
 */
export function findColumns(
  pages: readonly (readonly Fragment[])[],
  isCode: (text: string) => boolean,
): readonly number[] {
  const all = pages.flat();
  if (all.length === 0) return [];
  const size = median(all.map((fragment) => fragment.size));
  const partners = baselineIndex(pages);
  const clusters = clusterByLeft(all, 0.5 * size);
  const columns = clusters.flatMap((members) => {
    const codes = members.filter(({ text }) => isCode(text)).length;
    const beside = members.filter((member) => partners(member).length > 0).length;
    if (codes === 0 && beside < SUPPORT) return [];
    const lefts = members.map(({ left }) => left);
    return [{ left: Math.min(...lefts), reach: median(members.map(({ right }) => right)), members, codes }];
  });
  return mergeCentred(columns, partners, size).map(({ left }) => left);
}

function clusterByLeft(fragments: readonly Fragment[], tolerance: number): readonly Fragment[][] {
  const sorted = [...fragments].sort((a, b) => a.left - b.left);
  const clusters: Fragment[][] = [];
  for (const fragment of sorted) {
    const cluster = clusters.at(-1);
    if (cluster && fragment.left - (cluster[0] as Fragment).left <= tolerance) cluster.push(fragment);
    else clusters.push([fragment]);
  }
  return clusters;
}

/** What else stands on the line of a fragment. */
function baselineIndex(pages: readonly (readonly Fragment[])[]): (fragment: Fragment) => readonly Fragment[] {
  const lines = new Map<Fragment, readonly Fragment[]>();
  for (const page of pages) {
    const sorted = [...page].sort((a, b) => a.y - b.y);
    let line: Fragment[] = [];
    for (const fragment of sorted) {
      const first = line[0];
      if (first && fragment.y - first.y > 0.3 * first.size) line = [];
      line.push(fragment);
      lines.set(fragment, line);
    }
  }
  return (fragment) => (lines.get(fragment) ?? []).filter((other) => other !== fragment);
}

/**
 * Text that is centred or indented begins in several places: two such places are one column when what begins in the one
 * reaches over the other, and they hardly ever stand on one line.
 */
function mergeCentred(
  columns: readonly Column[],
  partners: (fragment: Fragment) => readonly Fragment[],
  size: number,
): readonly Column[] {
  const merged: Column[] = [];
  for (const column of columns) {
    const last = merged.at(-1);
    if (last && last.reach > column.left + size && !standApart(last, column, partners)) {
      last.members.push(...column.members);
      last.reach = Math.max(last.reach, column.reach);
      last.codes += column.codes;
    } else merged.push({ ...column, members: [...column.members] });
  }
  return merged;
}

function standApart(a: Column, b: Column, partners: (fragment: Fragment) => readonly Fragment[]): boolean {
  const of = new Set(a.members);
  const shared = b.members.filter((member) => partners(member).some((other) => of.has(other))).length;
  return shared > 0.15 * Math.min(a.members.length, b.members.length);
}

/** The middle of some numbers; 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
