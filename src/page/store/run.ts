import { batch } from '@preact/signals-core';
import type { Answer, Ask, CallName } from '../calls/protocol.ts';
import { type Asker, isFailedCall } from '../client/ask.ts';
import type { State } from './state.ts';

/** How a call is made. */
export interface RunOptions {
  /** A small one on the way: it is not shown, and what was told before stays. */
  readonly quiet?: boolean;
}

/** Asks the worker, and shows meanwhile how far it has come; `null` where nothing came of it, which is then told. */
export type Run = <Name extends CallName>(
  name: Name,
  ask: Ask<Name>,
  options?: RunOptions,
) => Promise<Answer<Name> | null>;

/** Makes the one way in which actions ask the worker. */
export function runner(state: State, worker: Pick<Asker, 'ask'>): Run {
  return async (name, ask, { quiet = false } = {}) => {
    if (!quiet) begin(state, name);
    try {
      return await worker.ask(name, ask, {
        progress: (done) => {
          if (!quiet) state.work.value = { name, done };
        },
        notice: (notice) => {
          state.notices.value = [...state.notices.value, notice];
        },
      });
    } catch (error) {
      state.failure.value = isFailedCall(error) ? error.failure : { code: null, message: String(error) };
      return null;
    } finally {
      if (!quiet) state.work.value = null;
    }
  };
}

function begin(state: State, name: CallName): void {
  batch(() => {
    state.work.value = { name, done: null };
    state.failure.value = null;
    state.notices.value = [];
  });
}
