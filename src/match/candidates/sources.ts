import { NUMBERS } from '../numbers.ts';
import type { View } from '../view/view.ts';
import { type AddPair, visitSameTexts } from './same-text.ts';
import { visitSharedTerms } from './shared-terms.ts';

/** A source of pairs, each told once or more. */
type Source = (view: View, add: AddPair, onEntry: () => void) => void;

/**
 * Where pairs come from before anything is linked; later their families come in (`families.ts`). Which pairs are worth a
 * look is all that a source says.
 */
const SOURCES: readonly Source[] = [
  visitSharedTerms,
  (view, add) => visitSameTexts(view, view.codes, { most: NUMBERS.candidates.sameCode, add }),
  (view, add) => visitSameTexts(view, view.keys, { most: NUMBERS.candidates.namesakes, add }),
];

/**
 * Tells the pairs of all sources.
 *
 * @param onEntry called once for each entry of either map
 */
export function visitSources(view: View, add: AddPair, onEntry: () => void): void {
  for (const visit of SOURCES) visit(view, add, onEntry);
}
