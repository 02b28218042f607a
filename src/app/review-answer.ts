import type { Decision } from '../model/decision.ts';
import type { ReviewChoice } from '../model/review.ts';
import type { ReviewEntry } from './review-entries.ts';

/** A new entry that an answer names. */
export type AnswerTarget = Pick<ReviewChoice, 'id' | 'code' | 'label' | 'fingerprint'>;

/** What a person says of one old entry. */
export interface ReviewAnswer {
  /** That it goes to the targets, that it does not go there, that it goes nowhere, or that a lost entry stays. */
  readonly verdict: 'accept' | 'reject' | 'drop' | 'restore';
  /** None for `drop`. */
  readonly targets: readonly AnswerTarget[];
  /** One per target, `null` where it is to come later. */
  readonly shares: readonly (string | null)[];
  readonly reason: string;
}

/**
 * The decisions that an answer comes to.
 *
 * @param said who decides, and on which day (ISO)
 */
export function decisionsOfAnswer(
  [{ old }]: ReviewEntry,
  { verdict, targets, shares, reason }: ReviewAnswer,
  { by, on }: { readonly by: string; readonly on: string },
): readonly Decision[] {
  const decide = (target: AnswerTarget | null, share: string | null): Decision => ({
    verdict,
    oldCode: old?.code ?? '',
    newCode: target?.code ?? '',
    share,
    isDefault: null,
    by,
    on,
    reason: reason.trim(),
    oldFingerprint: old?.fingerprint ?? '',
    newFingerprint: target?.fingerprint ?? '',
    newLabel: verdict === 'restore' ? (target?.label ?? '') : '',
    place: { file: '' },
  });
  if (verdict === 'drop') return [decide(null, null)];
  return targets.map((target, i) => decide(target, verdict === 'accept' ? (shares[i] ?? null) : null));
}
