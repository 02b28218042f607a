import { nearestText } from '../values/nearest-text.ts';

/**
 * Of some codes the one that may have been meant: at most two letters away, and of the same macro-process. A code of
 * another branch is never a hint, for whoever took it would book hours on a stranger.
 *
 * @returns empty when none is near
 */
export function nearestCode(code: string, known: Iterable<string>): string {
  const own = branchOf(code);
  return nearestText(
    code,
    [...known].filter((each) => branchOf(each) === own),
  );
}

function branchOf(code: string): string {
  return code.trim().split('.')[0]?.toLowerCase() ?? '';
}
