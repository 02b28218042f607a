import { batch } from '@preact/signals-core';
import type { Answer, Ask, CallName } from '../calls/protocol.ts';
import { type Asker, isFailedCall } from '../client/ask.ts';
import type { State } from './state.ts';

/** Asks the worker, and shows meanwhile how far it has come; `null` where nothing came of it, which is then told. */
export type Run = <Name extends CallName>(name: Name, ask: Ask<Name>) => Promise<Answer<Name> | null>;

/** Makes the one way in which actions ask the worker. */
export function runner(state: State, worker: Pick<Asker, 'ask'>): Run {
  return async (name, ask) => {
    batch(() => {
      state.work.value = { name, done: null };
      state.failure.value = null;
      state.notices.value = [];
    });
    try {
      return await worker.ask(name, ask, {
        progress: (done) => {
          state.work.value = { name, done };
        },
        notice: (notice) => {
          state.notices.value = [...state.notices.value, notice];
        },
      });
    } catch (error) {
      state.failure.value = isFailedCall(error) ? error.failure : { code: null, message: String(error) };
      return null;
    } finally {
      state.work.value = null;
    }
  };
}
