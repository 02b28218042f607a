import { distance } from 'fastest-levenshtein';

/** Of some codes the one most like `code`, at most two letters away; empty when none is. */
export function nearestCode(code: string, known: Iterable<string>): string {
  let nearest = '';
  let least = 3;
  for (const each of known) {
    const far = distance(each, code);
    if (far < least) [nearest, least] = [each, far];
  }
  return nearest;
}
