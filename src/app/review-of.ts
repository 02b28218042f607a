import { reviewQueue, type Usage } from '../decide/review-queue.ts';
import type { Review } from '../model/review.ts';
import type { Comparison } from './comparison.ts';

/**
 * A comparison laid out for review: what is open first.
 *
 * @param usage hours by old booking code, as `parseUsage` adds them up; the most come first
 */
export function reviewOf(comparison: Comparison, usage: Usage | null = null): Review {
  return reviewQueue(comparison, usage);
}
