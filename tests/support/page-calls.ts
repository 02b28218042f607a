import { type Asker, asker } from '../../src/page/client/ask.ts';
import { serve } from '../../src/page/worker/serve.ts';

/** The worker of the page, without a browser: what is asked and answered goes by value, as between page and worker. */
export function pageCalls(): Pick<Asker, 'ask'> {
  const own: Asker = asker((request) => void take(structuredClone(request)));
  const take = serve((reply) => own.hear(structuredClone(reply)));
  return own;
}
