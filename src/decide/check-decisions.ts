import { type Decision, isAccepted, type StaleChange } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { groupBy } from '../values/group-by.ts';
import { wrongSum } from '../values/wrong-sum.ts';

/** A decision with its entries as far as they were found, and what has changed about them. */
export interface LocatedDecision {
  readonly decision: Decision;
  readonly old: number | null;
  readonly new: number | null;
  readonly changes: readonly StaleChange[];
}

/**
 * Checks what only several decisions together can show: that none stands twice, that none contradicts another, and that
 * the shares of a split entry sum to exactly 1. Entries are compared, not codes: a code may stand on two entries.
 */
export function checkDecisions(located: readonly LocatedDecision[]): readonly DecisionProblem[] {
  return [...checkPairs(located), ...checkDrops(located), ...checkAdds(located), ...checkSplits(located)];
}

/** The same pair twice: with one verdict a duplicate, with two a contradiction. */
function checkPairs(located: readonly LocatedDecision[]): readonly DecisionProblem[] {
  const seen = new Map<string, Decision>();
  return located.filter(isFound).flatMap(({ decision, old, new: target }) => {
    const key = `${old}>${target}`;
    const first = seen.get(key);
    if (!first) seen.set(key, decision);
    return first ? [clash(decision, first)] : [];
  });
}

/** A code that was not found is reported as such, and no reason to suspect more. */
function isFound({ decision, old, new: target }: LocatedDecision): boolean {
  return (decision.oldCode === '') === (old === null) && (decision.newCode === '') === (target === null);
}

function checkDrops(located: readonly LocatedDecision[]): readonly DecisionProblem[] {
  return clashes(located, 'drop', ({ old }) => old);
}

function checkAdds(located: readonly LocatedDecision[]): readonly DecisionProblem[] {
  return clashes(located, 'add', (each) => each.new);
}

/** What ends (or begins) with a map cannot also be accepted as a link. */
function clashes(
  located: readonly LocatedDecision[],
  verdict: 'drop' | 'add',
  entryOf: (located: LocatedDecision) => number | null,
): readonly DecisionProblem[] {
  const settled = new Map<number, Decision>();
  for (const each of located) {
    const entry = entryOf(each);
    if (each.decision.verdict === verdict && entry !== null) settled.set(entry, each.decision);
  }
  return located.flatMap((each) => {
    const other = settled.get(entryOf(each) ?? -1);
    return other && isAccepted(each.decision) ? [clash(each.decision, other)] : [];
  });
}

function clash(decision: Decision, first: Decision): DecisionProblem {
  const other = first.place;
  if (decision.verdict === first.verdict)
    return { kind: 'duplicate', place: decision.place, args: { other } };
  const args = { verdict: decision.verdict, otherVerdict: first.verdict, other };
  return { kind: 'contradiction', place: decision.place, args };
}

function checkSplits(located: readonly LocatedDecision[]): readonly DecisionProblem[] {
  const accepted = located.filter(({ decision, old }) => isAccepted(decision) && old !== null);
  return [...groupBy(accepted, ({ old }) => old).values()]
    .map((own) => own.map(({ decision }) => decision))
    .flatMap((own) => [...checkShares(own), ...checkDefaults(own)]);
}

function checkShares(own: readonly Decision[]): readonly DecisionProblem[] {
  const [first] = own;
  const shares = own.flatMap(({ share }) => (share === null ? [] : [share]));
  if (!first || shares.length === 0) return [];
  const lacking = own.find(({ share }) => share === null);
  const code = first.oldCode;
  if (lacking) return [{ kind: 'shares-incomplete', place: lacking.place, args: { code } }];
  const sum = wrongSum(shares);
  return sum === null ? [] : [{ kind: 'shares-sum', place: first.place, args: { code, sum } }];
}

function checkDefaults(own: readonly Decision[]): readonly DecisionProblem[] {
  const [first, second] = own.filter(({ isDefault }) => isDefault === true);
  if (!first || !second) return [];
  return [{ kind: 'default-twice', place: second.place, args: { code: first.oldCode, other: first.place } }];
}
