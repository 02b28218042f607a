import { type SharedIds, sharedIds } from './shared-ids.ts';
import type { Side } from './side.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** Both maps, laid out to be compared: what stands before any pair is looked at, and stays. */
export interface View {
  readonly oldSide: Side;
  readonly newSide: Side;
  /** The terms of all labels. */
  readonly vocabulary: Vocabulary;
  /** Folded labels and codes as numbers; -1 for none. */
  readonly keys: SharedIds;
  readonly codes: SharedIds;
}

/** Lays both sides out. Cost: the words of the labels. */
export function viewOf(oldSide: Side, newSide: Side): View {
  return {
    oldSide,
    newSide,
    vocabulary: buildVocabulary(oldSide, newSide),
    keys: sharedIds(
      oldSide.text.map((text) => text.key),
      newSide.text.map((text) => text.key),
    ),
    codes: sharedIds(
      oldSide.nodes.map((node) => node.code.text),
      newSide.nodes.map((node) => node.code.text),
    ),
  };
}
