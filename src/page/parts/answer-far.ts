import { failureOf } from '../worker/failure.ts';
import type { FarCall, FarReply } from '../worker/far.ts';

/** Functions of a part, by name. All of them take data and promise data. */
export type FarFunctions = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** Answers the calls that come over the line which the page hands to a part. */
export function answerFar(functions: FarFunctions): void {
  self.onmessage = ({ ports: [port] }: MessageEvent) => {
    if (port === undefined) return;
    port.onmessage = async ({ data }: MessageEvent<FarCall>) =>
      port.postMessage(await replyTo(data, functions));
  };
}

async function replyTo({ id, name, args }: FarCall, functions: FarFunctions): Promise<FarReply> {
  try {
    const called = functions[name] as ((...args: readonly unknown[]) => Promise<unknown>) | undefined;
    if (called === undefined) throw new Error(`no ${name} in this part`);
    return { id, result: await called(...args) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}
