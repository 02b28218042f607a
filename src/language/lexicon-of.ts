import { foldText } from './fold.ts';
import type { Language } from './language.ts';
import { LEXICON_EN } from './lexicon.en.ts';
import { LEXICON_IT } from './lexicon.it.ts';
import type { Lexicon, LexiconExtension, Pair } from './lexicon.ts';

const NOTHING: Lexicon = {
  abbreviations: [],
  terms: [],
  related: [],
  stopWords: new Set(),
  exclusions: new Set(),
  restWords: new Set(),
};
const LEXICA: Readonly<Record<Language, Lexicon>> = { it: LEXICON_IT, en: LEXICON_EN, other: NOTHING };

/** The lexicon of a language, with what is added to it. */
export function lexiconOf(language: Language, added: LexiconExtension = {}): Lexicon {
  const own = LEXICA[language];
  return {
    ...own,
    abbreviations: [...pairsOf(added.abbreviations), ...own.abbreviations],
    terms: [...pairsOf(added.terms), ...own.terms],
    related: [...(added.related ?? []).map((group) => group.map(foldWords).join(' ')), ...own.related],
  };
}

function pairsOf(pairs: Readonly<Record<string, string>> = {}): readonly Pair[] {
  return Object.entries(pairs)
    .map(([from, to]) => [foldWords(from), foldWords(to)] as const)
    .filter(([from, to]) => from !== '' && to !== '');
}

/** The words of an expression, as labels are read: folded, divided by one blank. */
function foldWords(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
