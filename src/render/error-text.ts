import type { ErrorCode } from '../model/error-args.ts';
import type { Lang } from '../model/lang.ts';
import { adoptionProblemText } from '../words/adoption-problems.ts';
import { cliTexts } from '../words/cli.ts';
import { decisionProblemText } from '../words/decision-problems.ts';
import { errorText, type ProcmapError } from '../words/procmap-error.ts';
import { safeText } from '../words/safe-text.ts';

/** Why something cannot be done, and what to do about it, as lines. They quote what stands in files. */
export function renderError(error: ProcmapError, lang: Lang): string {
  const { message, hint } = errorText(lang, error.code, error.args);
  const lines = [...problemsOf(error, lang), ...(hint === '' ? [] : [hint])];
  return [`procmap: ${cliTexts[lang].errorPrefix}: ${message}`, ...lines.map((line) => `  ${line}`)]
    .map(safeText)
    .join('\n');
}

/** Errors about a whole file list everything that is wrong in it. */
function problemsOf(error: ProcmapError, lang: Lang): readonly string[] {
  if (hasCode(error, 'adopt-decisions'))
    return error.args.problems.map((problem) => adoptionProblemText(lang, problem));
  if (!hasCode(error, 'decisions-invalid')) return [];
  return error.args.problems.map((problem) => decisionProblemText(lang, problem));
}

function hasCode<C extends ErrorCode>(error: ProcmapError, code: C): error is ProcmapError<C> {
  return error.code === code;
}
