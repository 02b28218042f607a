import type { Answer, CallName, Reply, Request } from '../calls/protocol.ts';
import { adopt, adoptionFiles, settle } from './adopt.ts';
import { compare } from './compare.ts';
import { crosswalk } from './crosswalk.ts';
import { decide, decidedAs } from './decide.ts';
import { explain } from './explain.ts';
import { failureOf } from './failure.ts';
import type { CallContext, Handler, Held } from './handler.ts';
import { check, convert } from './one-map.ts';
import { recode } from './recode.ts';
import { report, rows } from './report.ts';
import { review, tree } from './review.ts';
import { save } from './save.ts';
import { usage } from './usage.ts';

const HANDLERS: { readonly [Name in CallName]: Handler<Name> } = {
  compare,
  usage,
  report,
  rows,
  explain,
  review,
  tree,
  decide,
  decidedAs,
  crosswalk,
  save,
  recode,
  check,
  convert,
  adopt,
  settle,
  adoptionFiles,
};

/**
 * Answers requests one after the other, in the order they come: what one call leaves is what the next one finds.
 *
 * @param send hands a reply to the page
 */
export function serve(send: (reply: Reply) => void): (request: Request) => Promise<void> {
  const held: Held = { open: null, usage: null, adoption: null };
  let last: Promise<void> = Promise.resolve();
  return (request) => {
    last = last.then(() => answer(request, held, send));
    return last;
  };
}

async function answer(request: Request, held: Held, send: (reply: Reply) => void): Promise<void> {
  const { id } = request;
  const context: CallContext = {
    held,
    progress: (done) => send({ kind: 'progress', id, done }),
    tell: (notice) => send({ kind: 'notice', id, notice }),
  };
  try {
    send({ kind: 'answer', id, answer: await handled(request, context) });
  } catch (error) {
    send({ kind: 'failure', id, failure: failureOf(error) });
  }
}

function handled({ name, ask }: Request, context: CallContext): Promise<Answer<CallName>> {
  const handler = HANDLERS[name] as Handler<CallName>;
  return handler(ask, context);
}
