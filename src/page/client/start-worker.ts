import type { Reply } from '../calls/protocol.ts';
import type { PartName } from '../worker/far.ts';
import type { ToWorker } from '../worker/main.ts';
import { type Asker, asker } from './ask.ts';
import { startPart } from './part-text.ts';

type FromWorker =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'part'; readonly part: PartName };

/** The worker that the page asks. */
export interface PageWorker extends Pick<Asker, 'ask'> {
  /** Stops whatever is being done; the next call finds a new worker, which knows nothing of what the old one held. */
  stop(): void;
}

/** Starts the worker when it is first asked something. */
export function pageWorker(): PageWorker {
  let running: { readonly worker: Promise<Worker>; readonly asker: Asker } | null = null;
  const parts: Worker[] = [];
  const start = () => {
    const worker = startPart('core');
    const send = (message: ToWorker) => void worker.then((started) => started.postMessage(message));
    const own = asker((request) => send({ kind: 'request', request }));
    const lost = (message: string) => own.giveUp({ code: null, message });
    worker.then(
      (started) => {
        started.onerror = (event) => lost(event.message ?? 'the worker stopped');
        started.onmessage = ({ data, ports }: MessageEvent<FromWorker>) => {
          if (data.kind === 'reply') own.hear(data.reply);
          else void connectPart(data.part, ports[0], { parts, send });
        };
      },
      (error: unknown) => lost(String(error)),
    );
    return { worker, asker: own };
  };
  return {
    ask: (name, ask, listener) => {
      running ??= start();
      return running.asker.ask(name, ask, listener);
    },
    stop: () => {
      void running?.worker.then((worker) => worker.terminate());
      for (const part of parts.splice(0)) part.terminate();
      running?.asker.giveUp({ code: null, message: 'stopped' });
      running = null;
    },
  };
}

async function connectPart(
  part: PartName,
  port: MessagePort | undefined,
  { parts, send }: { readonly parts: Worker[]; readonly send: (message: ToWorker) => void },
): Promise<void> {
  if (port === undefined) return;
  try {
    const worker = await startPart(part);
    parts.push(worker);
    worker.onerror = (event) =>
      send({ kind: 'part-lost', part, message: event.message ?? `${part} stopped` });
    worker.postMessage(null, [port]);
  } catch (error) {
    send({ kind: 'part-lost', part, message: String(error) });
  }
}
