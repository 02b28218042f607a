import { distance } from 'fastest-levenshtein';

/** Of some texts the one most like `text`, at most two letters away; empty when none is. */
export function nearestText(text: string, known: Iterable<string>): string {
  let nearest = '';
  let least = 3;
  for (const each of known) {
    const far = distance(each, text);
    if (far < least) [nearest, least] = [each, far];
  }
  return nearest;
}
