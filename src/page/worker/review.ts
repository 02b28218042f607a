import { entriesToReview, type ReviewEntry } from '../../app/review-entries.ts';
import { reviewOf } from '../../app/review-of.ts';
import { reviewQuestion } from '../../app/review-question.ts';
import type { Lang } from '../../model/lang.ts';
import { REVIEW_GROUPS, type Review } from '../../model/review.ts';
import { ancestorsOf, isBookable, keyOf } from '../../model/tree.ts';
import { decidedText } from '../../words/explain.ts';
import { safeText } from '../../words/safe-text.ts';
import type { ReviewItem } from '../calls/review.ts';
import { type Handler, type Held, openIn } from './handler.ts';

/** Entries that are certain need nobody; all others may be looked at. */
const GROUPS = REVIEW_GROUPS.filter((group) => group !== 'certain');

/** What there is to decide. */
export const review: Handler<'review'> = async ({ lang }, { held }) => {
  const own = reviewIn(held);
  return {
    items: entriesToReview(own, GROUPS).map((entry) => itemOf(entry, lang)),
    withHours: own.withHours,
  };
};

/** The new map as a tree, with what goes where. */
export const tree: Handler<'tree'> = async (_, { held }) => {
  const { newMap } = openIn(held).comparison;
  const sources = new Map(reviewIn(held).choices.map((choice) => [choice.id, choice.sources]));
  return {
    entries: newMap.nodes.map((node) => ({
      id: node.id,
      code: safeText(keyOf(node)),
      label: safeText(node.label),
      depth: ancestorsOf(newMap, node).length,
      bookable: isBookable(node),
      sources: sources.get(node.id) ?? [],
    })),
  };
};

/** The comparison laid out for review, by hours where they are known. */
export function reviewIn(held: Held): Review {
  return reviewOf(openIn(held).comparison, held.usage?.byCode ?? null);
}

function itemOf(entry: ReviewEntry, lang: Lang): ReviewItem {
  const [{ old, group, hours, change }] = entry;
  const note = change?.decision ?? null;
  return {
    id: old?.id ?? -1,
    group,
    question: reviewQuestion(entry, lang),
    hours,
    decided: note === null ? null : safeText(decidedText(lang, note)),
    unshared: (change?.new.length ?? 0) > 1 && change?.new.some(({ share }) => share === null) === true,
    targets: entry.flatMap(({ target }) =>
      target === null ? [] : [{ id: target.id, code: safeText(target.code), label: safeText(target.label) }],
    ),
  };
}
