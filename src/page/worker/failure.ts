import { ProcmapError } from '../../words/procmap-error.ts';
import type { Failure } from '../calls/protocol.ts';

/** An error as data: the page words it in the language it is in. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ProcmapError) return { code: error.code, args: error.args };
  return { code: null, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
