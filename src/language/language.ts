import type { ProcessMap } from '../model/process-map.ts';
import { foldText } from './fold.ts';

/** The languages labels can be analysed in; `other` has neither stop words nor a stemmer. */
export const LANGUAGES = ['it', 'en', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Function words that are common in one language and none in the others. */
const MARKERS = {
  it: new Set([
    'di',
    'e',
    'del',
    'della',
    'dei',
    'delle',
    'degli',
    'per',
    'con',
    'il',
    'la',
    'gli',
    'al',
    'alla',
    'nel',
    'da',
  ]),
  en: new Set(['of', 'and', 'the', 'for', 'to', 'with', 'by', 'or', 'except', 'other', 'not']),
} as const;
const SAMPLE = 400;
/** A language is taken when its marks make up this share of the words. */
const MIN_SHARE = 0.03;

/**
 * Chooses the language of a map from the function words in its labels.
 *
 * @param labels the labels, in any order; a sample spread over all of them is read
 */
export function detectLanguage(labels: readonly string[]): Language {
  const step = Math.max(1, Math.floor(labels.length / SAMPLE));
  const counts = { it: 0, en: 0 };
  let words = 0;
  for (let i = 0; i < labels.length; i += step) {
    for (const word of foldText(labels[i] as string).split(/[^a-z]+/)) {
      if (word === '') continue;
      words++;
      if (MARKERS.it.has(word)) counts.it++;
      if (MARKERS.en.has(word)) counts.en++;
    }
  }
  const best = counts.it >= counts.en ? 'it' : 'en';
  return counts[best] >= MIN_SHARE * words && words > 0 ? best : 'other';
}

/** The language of the labels of two maps together: that in which they are compared. */
export function languageOf(oldMap: ProcessMap, newMap: ProcessMap): Language {
  return detectLanguage([...oldMap.nodes, ...newMap.nodes].map((node) => node.label));
}
