import { batch } from '@preact/signals-core';
import type { Compared } from '../calls/compare.ts';
import type { PageAnswer, ReviewItem } from '../calls/review.ts';
import { type QueueName, queueOf } from './queue.ts';
import { showCompared } from './refresh.ts';
import type { Run } from './run.ts';
import type { Author, State } from './state.ts';

/** What a person answers of one entry; who decides is known already. */
export type OwnAnswer = Omit<PageAnswer, keyof Author>;

/** Deciding, and thinking better of it. */
export interface Deciding {
  decide(answer: OwnAnswer): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Goes to an entry. */
  turnTo(entry: number | null): void;
  showQueue(queue: QueueName): void;
  sign(author: Partial<Author>): void;
}

/** Steps that can be undone. */
const MOST_STEPS = 200;

/** Makes the actions of the view in which a person decides. */
export function deciding(state: State, run: Run): Deciding {
  const { past, future, compared } = state;
  const step = async (decisionFile: string) => {
    const answer = await run('decidedAs', { decisionFile }, { quiet: true });
    if (answer !== null) await showCompared(state, run, answer);
    return answer !== null;
  };
  return {
    decide: async (own) => {
      const before = compared.value?.decisionFile;
      if (before === undefined) return;
      const next = nextAfter(queueOf(state.review.value?.items ?? [], state.queue.value), own.entry);
      state.failure.value = null;
      const answer = await run('decide', { ...own, ...state.author.value }, { quiet: true });
      if (answer === null) return;
      batch(() => {
        past.value = [...past.value, before].slice(-MOST_STEPS);
        future.value = [];
        state.current.value = next;
      });
      await showCompared(state, run, answer);
    },
    undo: async () => {
      const [now, last] = [compared.value, past.value.at(-1)];
      if (now === null || last === undefined) return;
      if (await step(last)) shift(state, now, 'past', 'future');
    },
    redo: async () => {
      const [now, next] = [compared.value, future.value.at(-1)];
      if (now === null || next === undefined) return;
      if (await step(next)) shift(state, now, 'future', 'past');
    },
    turnTo: (entry) => {
      state.current.value = entry;
    },
    showQueue: (queue) =>
      batch(() => {
        state.queue.value = queue;
        state.current.value = null;
      }),
    sign: (author) => {
      state.author.value = { ...state.author.value, ...author };
    },
  };
}

/** One step goes from one pile to the other. */
function shift(state: State, now: Compared, from: 'past' | 'future', to: 'past' | 'future'): void {
  batch(() => {
    state[from].value = state[from].value.slice(0, -1);
    state[to].value = [...state[to].value, now.decisionFile];
  });
}

/** The entry after one in a queue; the one before where it was the last. */
function nextAfter(queue: readonly ReviewItem[], entry: number): number | null {
  const at = queue.findIndex(({ id }) => id === entry);
  return (queue[at + 1] ?? queue[at - 1])?.id ?? null;
}
