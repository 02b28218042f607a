import type { OpenComparison } from '../../app/open-comparison.ts';
import { type AnswerTarget, decisionsOfAnswer, type ReviewAnswer } from '../../app/review-answer.ts';
import { entriesToReview } from '../../app/review-entries.ts';
import { answeredTargets, verdictOf } from '../../app/review-question.ts';
import { REVIEW_GROUPS, type Review } from '../../model/review.ts';
import { readShares } from '../../values/read-shares.ts';
import type { Compared } from '../calls/compare.ts';
import type { PageAnswer } from '../calls/review.ts';
import { comparedOf } from './compare.ts';
import { type Handler, type Held, openIn } from './handler.ts';
import { reviewIn } from './review.ts';

/** Decides an entry, and goes on with what that comes to. */
export const decide: Handler<'decide'> = async (answer, { held }) => {
  const review = reviewIn(held);
  const entry = entriesToReview(review, REVIEW_GROUPS).find(([{ old }]) => old?.id === answer.entry);
  if (entry === undefined) throw new Error(`no entry ${answer.entry} to decide`);
  const targets = targetsOf(answer, review) ?? answeredTargets(answer.value, entry, review);
  const decisions = decisionsOfAnswer(entry, { ...said(answer, targets), targets }, answer);
  return goesOn(held, await openIn(held).record(decisions));
};

/** Takes up other decisions. */
export const decidedAs: Handler<'decidedAs'> = async ({ decisionFile }, { held }) =>
  goesOn(held, await openIn(held).decidedAs(decisionFile));

function goesOn(held: Held, open: OpenComparison): Compared {
  held.open = open;
  return comparedOf(open);
}

/** The entries that were searched for; `null` for an answer that names them by itself. */
function targetsOf({ value, targets }: PageAnswer, { choices }: Review): readonly AnswerTarget[] | null {
  if (value !== 'other' && value !== 'split') return null;
  return targets.flatMap((wanted) => choices.find(({ id }) => id === wanted) ?? []);
}

function said(
  { value, shares, reason }: PageAnswer,
  targets: readonly AnswerTarget[],
): Omit<ReviewAnswer, 'targets'> {
  const read = targets.length > 1 ? readShares(shares, targets.length) : null;
  return { verdict: verdictOf(value), shares: read ?? targets.map(() => null), reason };
}
