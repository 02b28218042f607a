import { ProcmapError } from '../../words/procmap-error.ts';
import type { Failure } from '../calls/protocol.ts';

/** What is heavy and seldom needed stands in the page as a text of its own, and runs in a worker of its own. */
export type PartName = 'pdf' | 'old-workbook' | 'workbook-writer';

/** A call of a function of a part, and its answer. */
export interface FarCall {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
export type FarReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure };

/** The way to a part that runs. */
export interface FarLine {
  send(call: FarCall): void;
}

/** Starts a part; what it answers goes to `hear`, and to `lost` that it is gone. */
export type FarConnect = (
  part: PartName,
  on: { readonly hear: (reply: FarReply) => void; readonly lost: (message: string) => void },
) => FarLine;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

let connect: FarConnect | null = null;
const lines = new Map<PartName, { readonly line: FarLine; readonly waiting: Map<number, Waiting> }>();
let count = 0;

/** Says how parts are started: once, before anything is called. */
export function connectFar(how: FarConnect): void {
  connect = how;
}

/**
 * Calls a function of a part. The build puts this in the place of the modules that are heavy (packaging/page-parts.mjs).
 * Arguments are data; a style, which is what marks words on a terminal, is left out, as no workbook has use for it.
 */
export function callFar(part: PartName, name: string, args: readonly unknown[]): Promise<unknown> {
  const { line, waiting } = lines.get(part) ?? started(part);
  const id = ++count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    line.send({ id, name, args: args.map(withoutStyle) });
  });
}

function started(part: PartName): { readonly line: FarLine; readonly waiting: Map<number, Waiting> } {
  if (connect === null) throw new Error(`${part} is not in this bundle`);
  const waiting = new Map<number, Waiting>();
  const hear = (reply: FarReply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) call?.reject(errorOf(reply.failure));
    else call?.resolve(reply.result);
  };
  const lost = (message: string) => {
    lines.delete(part);
    for (const { reject } of waiting.values()) reject(new Error(message));
  };
  const started = { line: connect(part, { hear, lost }), waiting };
  lines.set(part, started);
  return started;
}

function withoutStyle(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('style' in argument)) return argument;
  const { style: _, ...rest } = argument;
  return rest;
}

/** An error as it was thrown in the part, so that who catches it can tell what it is. */
function errorOf(failure: Failure): Error {
  return failure.code === null ? new Error(failure.message) : new ProcmapError(failure.code, failure.args);
}
