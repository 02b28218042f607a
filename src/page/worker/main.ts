import type { Request } from '../calls/protocol.ts';
import { connectFar, type FarReply, type PartName } from './far.ts';
import { serve } from './serve.ts';

/** What the page sends to the worker: a request, or that a part is gone. */
export type ToWorker =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'part-lost'; readonly part: PartName; readonly message: string };

/** The worker's own side of its line to the page. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: unknown, transfer?: readonly Transferable[]): void;
}

const scope = self as unknown as Scope;
const losses = new Map<PartName, (message: string) => void>();
const take = serve((reply) => scope.postMessage({ kind: 'reply', reply }));

// Only the page can read the texts of the parts, so it starts them; from then on worker and part speak alone.
connectFar((part, { hear, lost }) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FarReply>) => hear(data);
  losses.set(part, lost);
  scope.postMessage({ kind: 'part', part }, [port2]);
  return { send: (call) => port1.postMessage(call) };
});

scope.onmessage = ({ data }) => {
  if (data.kind === 'request') void take(data.request);
  else losses.get(data.part)?.(data.message);
};
