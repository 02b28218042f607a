import type { Decision, DecisionPlan } from '../model/decision.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { isBookable, keyOf, nodeAt } from '../model/tree.ts';
import { sameEntry } from './same-entry.ts';

/**
 * Adds what was just decided about an old entry to the decisions taken before. What was said of the entry earlier gives
 * way, stale decisions too, but for other pairs that were turned down. The decisions are in the order of the old map.
 *
 * @param answer decisions on one old entry
 */
export function recordDecision(
  taken: readonly Decision[],
  answer: readonly Decision[],
  { oldMap, plan }: { readonly oldMap: ProcessMap; readonly plan: DecisionPlan | null },
): readonly Decision[] {
  const [first] = answer;
  if (first === undefined) return taken;
  const { oldCode, oldFingerprint } = first;
  // That a new entry comes from nowhere is said of no old one, and gives way to what is said of the same new one alone.
  const isOfOther = (decision: Decision) =>
    oldCode === '' && !answer.some(({ newCode }) => newCode === decision.newCode);
  const isSettled = answer.some(({ verdict }) => verdict !== 'reject');
  const outdated = new Set(
    (plan?.stale ?? []).flatMap(({ decision, old }) =>
      old !== null && keyOf(nodeAt(oldMap, old)) === oldCode ? [decision] : [],
    ),
  );
  const kept = taken.filter((decision) => {
    if (outdated.has(decision)) return false;
    if (decision.oldCode === '' && isOfOther(decision)) return true;
    if (decision.oldCode !== oldCode || !sameEntry(decision.oldFingerprint, oldFingerprint)) return true;
    if (decision.verdict !== 'reject') return !isSettled;
    return !answer.some(({ newCode }) => newCode === decision.newCode);
  });
  const order = new Map(oldMap.nodes.filter(isBookable).map((node) => [keyOf(node), node.id]));
  const placeOf = ({ oldCode: code }: Decision) => order.get(code) ?? Number.MAX_SAFE_INTEGER;
  return [...kept, ...answer].sort((a, b) => placeOf(a) - placeOf(b));
}
