import type { ErrorArgs, ErrorCode } from '../model/error-args.ts';
import type { Lang } from '../model/lang.ts';
import { type ErrorText, errorTexts } from './errors.ts';

/** The text of an error in a language. */
export function errorText<C extends ErrorCode>(lang: Lang, code: C, args: ErrorArgs[C]): ErrorText {
  const text = errorTexts[lang][code] as (args: ErrorArgs[C]) => ErrorText;
  return text(args);
}

/**
 * The one error of procmap: it cannot continue (unreadable file, bad configuration). Findings in the user's data are
 * not errors; they are returned. `message` is the English text; `errorText` gives the others.
 */
export class ProcmapError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly args: ErrorArgs[C];
  readonly hint: string;

  constructor(code: C, args: ErrorArgs[C], options?: { readonly cause?: unknown }) {
    const text = errorText('en', code, args);
    super(text.message, options);
    this.name = 'ProcmapError';
    this.code = code;
    this.args = args;
    this.hint = text.hint;
  }
}
