import type { View } from '../view/view.ts';
import { type AddPair, visitSameTexts } from './same-text.ts';
import { visitSharedTerms } from './shared-terms.ts';

/** Entries with the same label are compared, however common its words, where no more than this many have it. */
const MAX_NAMESAKES = 4;
/** The same of entries with the same code: it should name one, and in registers names several. */
const MAX_SAME_CODE = 40;

/** A source of pairs, each told once or more. */
type Source = (view: View, add: AddPair, onEntry: () => void) => void;

/**
 * Where pairs come from before anything is linked; later their families come in (`families.ts`). Which pairs are worth a
 * look is all that a source says.
 */
const SOURCES: readonly Source[] = [
  visitSharedTerms,
  (view, add) => visitSameTexts(view, view.codes, { most: MAX_SAME_CODE, add }),
  (view, add) => visitSameTexts(view, view.keys, { most: MAX_NAMESAKES, add }),
];

/**
 * Tells the pairs of all sources.
 *
 * @param onEntry called once for each entry of either map
 */
export function visitSources(view: View, add: AddPair, onEntry: () => void): void {
  for (const visit of SOURCES) visit(view, add, onEntry);
}
