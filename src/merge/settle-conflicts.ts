import type { AdoptionDecision } from '../model/adoption.ts';
import { fingerprintOf } from '../model/fingerprint.ts';
import { keyOf, nodeAt } from '../model/tree.ts';
import type { Family, MergeInput } from './families.ts';
import { type Judgement, judge } from './judge.ts';

/** Judgements with people's decisions in them. */
export interface SettledJudgements {
  readonly judgements: readonly Judgement[];
  /** Decisions by index of the judgement. */
  readonly decided: ReadonlyMap<number, AdoptionDecision>;
  /** Indices of conflicts that nobody decided. */
  readonly undecided: ReadonlySet<number>;
  readonly stale: readonly AdoptionDecision[];
}

/**
 * Judges all families, and lets decisions have the last word on conflicts. A decision holds for the conflict whose first
 * local and national codes it names, as long as both entries are what they were; one that fits nothing any more is stale.
 */
export function settleConflicts(
  families: readonly Family[],
  input: MergeInput,
  decisions: readonly AdoptionDecision[],
): SettledJudgements {
  const byEnds = new Map(decisions.map((each) => [endsKey(each.localCode, each.nationalCode), each]));
  const decided = new Map<number, AdoptionDecision>();
  const undecided = new Set<number>();
  const used = new Set<AdoptionDecision>();
  const judgements = families.map((family, i) => {
    const first = judge(family, input, null);
    if (first.conflict === null) return first;
    const ends = endsOf(family, input);
    const decision = byEnds.get(endsKey(ends.localCode, ends.nationalCode));
    if (decision === undefined || !fits(decision, ends)) {
      undecided.add(i);
      return first;
    }
    used.add(decision);
    decided.set(i, decision);
    return judge(family, input, decision.side);
  });
  return { judgements, decided, undecided, stale: decisions.filter((each) => !used.has(each)) };
}

/** What a decision on a conflict names: codes and fingerprints of its first local and national entry. */
export interface ConflictEnds {
  readonly localCode: string;
  readonly nationalCode: string;
  readonly localFingerprint: string;
  readonly nationalFingerprint: string;
}

/** The ends of a family; empty where it has no entry on a side. */
export function endsOf({ local, national }: Family, input: MergeInput): ConflictEnds {
  const end = (side: 'local' | 'national', [id]: readonly number[]): readonly [string, string] => {
    if (id === undefined) return ['', ''];
    const node = nodeAt(input[side], id);
    return [keyOf(node), fingerprintOf(input[side], node)];
  };
  const [localCode, localFingerprint] = end('local', local);
  const [nationalCode, nationalFingerprint] = end('national', national);
  return { localCode, nationalCode, localFingerprint, nationalFingerprint };
}

function fits(decision: AdoptionDecision, ends: ConflictEnds): boolean {
  const same = (was: string, is: string): boolean => was === '' || was === is;
  return (
    same(decision.localFingerprint, ends.localFingerprint) &&
    same(decision.nationalFingerprint, ends.nationalFingerprint)
  );
}

function endsKey(local: string, national: string): string {
  return `${local}\u0000${national}`;
}
