import type { Lexicon } from './lexicon.ts';
import { wordSet } from './word-set.ts';

/** English words of the field. A chamber adds its own in `procmap.config.json`. */
export const LEXICON_EN: Lexicon = {
  abbreviations: [
    ['exc', 'except'],
    ['excl', 'except'],
    ['mfg', 'manufacturing'],
    ['equip', 'equipment'],
    ['w o', 'without'],
  ],
  terms: [['other than', 'except']],
  related: [],
  stopWords:
    wordSet(`a an and any are as at be by e eg etc for from g i ie in including into is it its nec n nos of on or
    s such than that the their these this those to via which with within without`),
  exclusions: wordSet('except excepting excluding excludes exclusive'),
  restWords: wordSet('other others miscellaneous nec nos'),
};
