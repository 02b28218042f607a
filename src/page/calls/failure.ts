import type { ErrorArgs, ErrorCode } from '../../model/error-args.ts';

/** Why a call came to nothing: an error that people can do something about, or a fault of ours. */
export type Failure =
  | { readonly code: ErrorCode; readonly args: ErrorArgs[ErrorCode] }
  | { readonly code: null; readonly message: string };
