import type { ErrorCode } from '../model/error-args.ts';
import type { Lang } from '../model/lang.ts';
import { adoptionProblemText } from '../words/adoption-problems.ts';
import { cliTexts } from '../words/cli.ts';
import { decisionProblemText } from '../words/decision-problems.ts';
import { errorText, type ProcmapError } from '../words/procmap-error.ts';
import { safeText } from '../words/safe-text.ts';

/** Why something cannot be done, and what to do about it, as lines. They quote what stands in files. */
export function renderError(error: ProcmapError, lang: Lang): string {
  const [message = '', ...lines] = errorLines(error, lang);
  const head = `procmap: ${cliTexts[lang].errorPrefix}: ${message}`;
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The same for those who have a heading of their own: what is wrong, then every problem and what to do. */
export function errorLines(error: ProcmapError, lang: Lang): readonly string[] {
  const { message, hint } = errorText(lang, error.code, error.args);
  return [message, ...problemsOf(error, lang), ...(hint === '' ? [] : [hint])].map(safeText);
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
