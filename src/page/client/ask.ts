import type { Notice } from '../../model/notice.ts';
import type { Answer, Ask, CallName, Failure, Reply, Request } from '../calls/protocol.ts';

/** What hears of a call before its answer comes. */
export interface Listener {
  progress?(done: number): void;
  notice?(notice: Notice): void;
}

/** A call that came to nothing. */
export interface FailedCall extends Error {
  readonly failure: Failure;
}

/** Asks the worker. */
export interface Asker {
  ask<Name extends CallName>(name: Name, ask: Ask<Name>, listener?: Listener): Promise<Answer<Name>>;
  /** To be called with every reply of the worker. */
  hear(reply: Reply): void;
  /** The worker is gone: whatever was asked and is not answered has failed. */
  giveUp(failure: Failure): void;
}

interface Pending {
  readonly listener: Listener;
  readonly resolve: (answer: Answer<CallName>) => void;
  readonly reject: (error: FailedCall) => void;
}

/**
 * Makes promises of requests and replies.
 *
 * @param send hands a request to the worker
 */
export function asker(send: (request: Request) => void): Asker {
  const pending = new Map<number, Pending>();
  let count = 0;
  return {
    ask: (name, ask, listener = {}) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        pending.set(id, { listener, resolve: resolve as Pending['resolve'], reject });
        send({ id, name, ask } as Request);
      }),
    hear: (reply) => {
      const waiting = pending.get(reply.id);
      if (waiting === undefined) return;
      if (reply.kind === 'progress') return waiting.listener.progress?.(reply.done);
      if (reply.kind === 'notice') return waiting.listener.notice?.(reply.notice);
      pending.delete(reply.id);
      if (reply.kind === 'answer') waiting.resolve(reply.answer);
      else waiting.reject(failedCall(reply.failure));
    },
    giveUp: (failure) => {
      for (const { reject } of pending.values()) reject(failedCall(failure));
      pending.clear();
    },
  };
}

/** A failure as it is thrown in the page. */
function failedCall(failure: Failure): FailedCall {
  return Object.assign(new Error(failure.code ?? failure.message), { name: 'FailedCall', failure });
}

/** Whether something that was thrown is a call that came to nothing. */
export function isFailedCall(error: unknown): error is FailedCall {
  return error instanceof Error && error.name === 'FailedCall';
}
