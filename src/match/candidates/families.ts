import { NUMBERS } from '../numbers.ts';
import type { Side } from '../view/side.ts';
import { createPairIndex, numbered, numberOf } from './pair-index.ts';
import type { AddPair } from './same-text.ts';

/** Tells the pairs of children of two entries; once for each two. */
export type VisitChildren = (oldId: number, newId: number) => void;

/** Makes such a source of pairs. Cost: up to `family` squared for each pair of entries. */
export function familySource(oldSide: Side, newSide: Side, add: AddPair): VisitChildren {
  const told = createPairIndex();
  return (oldId, newId) => {
    const oldChildren = oldSide.children[oldId] as readonly number[];
    const newChildren = newSide.children[newId] as readonly number[];
    if (oldChildren.length === 0 || newChildren.length === 0) return;
    if (oldChildren.length > NUMBERS.candidates.family || newChildren.length > NUMBERS.candidates.family)
      return;
    if (numberOf(told, oldId, newId) >= 0) return;
    numbered(told, oldId, newId);
    for (const o of oldChildren) for (const n of newChildren) add(o, n);
  };
}

/** Finds pairs around linked entries: their parents, and their children. */
export function visitFamilies(
  { oldSide, newSide }: { readonly oldSide: Side; readonly newSide: Side },
  partnerOfOld: Int32Array,
  { add, visitChildren }: { readonly add: AddPair; readonly visitChildren: VisitChildren },
): void {
  for (const o of oldSide.matchable) {
    const n = partnerOfOld[o] as number;
    if (n < 0) continue;
    const a = oldSide.parent[o] as number;
    const b = newSide.parent[n] as number;
    if (a >= 0 && b >= 0) add(a, b);
    visitChildren(o, n);
  }
}
