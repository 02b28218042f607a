import type { Review, ReviewGroup, ReviewRow } from '../model/review.ts';
import { groupBy } from '../values/group-by.ts';

/** All rows of one old entry: what a person decides at once. */
export type ReviewEntry = readonly [ReviewRow, ...ReviewRow[]];

/** The entries of some groups, in the order of the review. */
export function entriesToReview({ rows }: Review, groups: readonly ReviewGroup[]): readonly ReviewEntry[] {
  const own = rows.filter((row) => groups.includes(row.group) && row.old !== null && row.change !== null);
  return [...groupBy(own, ({ old }) => old?.id).values()] as unknown as readonly ReviewEntry[];
}
