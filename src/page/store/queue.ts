import type { ReviewItem } from '../calls/review.ts';

/** Which entries the queue shows. */
export const QUEUES = ['waiting', 'look', 'decided', 'all'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a person must decide before any hour can be carried. */
function isWaiting({ group, unshared }: ReviewItem): boolean {
  return group === 'open' || group === 'possibly-lost' || unshared;
}

const TESTS: Readonly<Record<QueueName, (item: ReviewItem) => boolean>> = {
  waiting: isWaiting,
  look: (item) => item.group !== 'decided' && !isWaiting(item),
  decided: ({ group }) => group === 'decided',
  all: () => true,
};

/** The entries of a queue, in the order of the review. */
export function queueOf(items: readonly ReviewItem[], name: QueueName): readonly ReviewItem[] {
  return items.filter(TESTS[name]);
}

/** The entry to be decided: the one somebody went to, or else the first of the queue. */
export function currentOf(
  items: readonly ReviewItem[],
  queue: readonly ReviewItem[],
  current: number | null,
): ReviewItem | null {
  return items.find(({ id }) => id === current) ?? queue[0] ?? null;
}
