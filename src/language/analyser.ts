import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemItalian } from '@orama/stemmers/italian';
import { foldText } from './fold.ts';
import type { Language } from './language.ts';
import type { LexiconExtension } from './lexicon.ts';
import { lexiconOf } from './lexicon-of.ts';
import { NEGATIONS } from './opposites.ts';

/** A label as the matcher sees it. */
export interface AnalysedLabel {
  /** The folded words joined by blanks: equal when only case, accents, punctuation, blanks or abbreviations differ. */
  readonly key: string;
  /** Stems of the words that carry meaning, in order. */
  readonly terms: readonly string[];
  /** For each term the word it was made from. */
  readonly words: readonly string[];
  /** For each term the part of the enumeration it stands in: `a, b (c)` has three. */
  readonly parts: readonly number[];
  /** Whether it names what its neighbours leave over: `Other ...`, `Altri ... n.c.a.`. */
  readonly isRest: boolean;
  /** Terms that it speaks of by their opposite: after `non` or `senza`, and what it says it does not cover. */
  readonly negated: readonly string[];
}

/** Analyses labels of one language. */
export interface Analyser {
  readonly language: Language;
  readonly analyse: (label: string) => AnalysedLabel;
  /** Groups of terms that name the same matter. */
  readonly related: readonly (readonly string[])[];
  /** The term that a folded word counts as. */
  readonly termOf: (word: string) => string;
}

interface Word {
  readonly text: string;
  readonly part: number;
  /** Number of the clause; a bracket closed or a colon ends one. */
  readonly clause: number;
}

const WORDS = /[\p{L}\p{N}]+|'|[^\p{L}\p{N}\s']+/gu;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
/** The same for folded labels without other characters, several times as fast. */
const ASCII_WORDS = /[a-z0-9]+|'|[^a-z0-9\s']+/g;
const ASCII_LETTER_OR_DIGIT = /^[a-z0-9]/;
const NON_ASCII = /[^\0-\x7f]/;
/** Scripts that write no blanks between words: there, pairs of characters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Words that begin another part of a label: conjunctions, and what introduces a means (`..., also through ...`). */
const PART_STARTS = {
  it: new Set([
    ...['e', 'ed', 'o', 'od'],
    ...['anche', 'attraverso', 'eventualmente', 'ivi', 'mediante', 'nonche', 'oltre', 'tramite'],
  ]),
  en: new Set(['and', 'or', 'also', 'including', 'plus', 'through', 'via']),
  other: new Set<string>(),
};
/**
 * Words that name a means, and the word after which they name what it is for: of `through grants for stands at trade
 * fairs` the means is a part of its own, since it is what another entry may be about.
 */
const MEANS = {
  it: { starts: new Set(['attraverso', 'mediante', 'tramite']), purpose: 'per' },
  en: { starts: new Set(['through', 'via']), purpose: 'for' },
  other: { starts: new Set<string>(), purpose: '' },
};
const STEMMERS = { it: stemItalian, en: stemEnglish, other: (word: string) => word };
const DIGIT = /\d/;
const CLAUSE_END = /[);:]/;
/** Marks the terms that a label says it does not cover: in `Printing (except Books)`, books. */
export const EXCLUDED = '-';
const NONE: readonly string[] = [];

/**
 * Makes an analyser; it remembers labels and stems, so one is made per comparison. Cost: once per label and word.
 *
 * @param added words that a configuration adds to those of the language
 */
export function createAnalyser(language: Language, added: LexiconExtension = {}): Analyser {
  const lexicon = lexiconOf(language, added);
  const spellOut = createRewriter(lexicon.abbreviations);
  const unify = createRewriter(lexicon.terms);
  const stem = createStemmer(language);
  const { stopWords: stop, restWords: rest, exclusions } = lexicon;
  const negations = NEGATIONS[language];
  const analyse = (label: string): AnalysedLabel => {
    const words = spellOut(splitWords(foldText(label), language));
    const terms: string[] = [];
    const parts: number[] = [];
    const kept: string[] = [];
    const negated: string[] = [];
    let excluded = -1;
    let negates = false;
    // `spese escluse` says it of what stands before, `escluse le spese` of what follows.
    let before: string | undefined;
    for (const { text, part, clause } of unify(words)) {
      if (clause !== excluded) excluded = -1;
      if (exclusions.has(text)) {
        excluded = clause;
        before = parts.at(-1) === part ? terms.at(-1) : undefined;
      }
      if (negations.has(text)) negates = true;
      if (stop.has(text) || exclusions.has(text) || (text.length === 1 && !DIGIT.test(text))) continue;
      const known = stem(text);
      if ((negates && !negations.has(text)) || excluded === clause) {
        negated.push(known.term);
        negates = false;
        before = undefined;
      }
      terms.push(excluded === clause ? known.excluded : known.term);
      parts.push(part);
      kept.push(known.word);
    }
    if (before !== undefined) negated.push(before);
    return {
      key: words.map((word) => word.text).join(' '),
      terms,
      words: kept,
      parts,
      isRest: words.some((word) => rest.has(word.text)),
      negated: negated.length === 0 ? NONE : negated,
    };
  };
  const known = new Map<string, AnalysedLabel>();
  return {
    language,
    termOf: (word) => stem(word).term,
    related: lexicon.related.map((group) => group.split(' ').map((word) => stem(word).term)),
    analyse: (label) => {
      const before = known.get(label);
      if (before) return before;
      const analysed = analyse(label);
      known.set(label, analysed);
      return analysed;
    },
  };
}

function splitWords(folded: string, language: Language): Word[] {
  const words: Word[] = [];
  let part = 0;
  let clause = 0;
  let startsPart = false;
  let isMeans = false;
  const isAscii = !NON_ASCII.test(folded);
  const startsWord = isAscii ? ASCII_LETTER_OR_DIGIT : LETTER_OR_DIGIT;
  for (const token of folded.match(isAscii ? ASCII_WORDS : WORDS) ?? []) {
    if (token === "'") continue;
    const isWord = startsWord.test(token);
    if (!isWord || PART_STARTS[language].has(token)) startsPart = true;
    if (MEANS[language].starts.has(token)) isMeans = true;
    else if (isMeans && token === MEANS[language].purpose) {
      startsPart = true;
      isMeans = false;
    }
    if (!isWord && CLAUSE_END.test(token)) clause++;
    if (!isWord) continue;
    if (startsPart && words.length > 0) part++;
    startsPart = PART_STARTS[language].has(token);
    if (!isAscii && UNSPACED.test(token)) words.push(...characterPairs(token, part, clause));
    else words.push({ text: token, part, clause });
  }
  return words;
}

function characterPairs(token: string, part: number, clause: number): Word[] {
  const characters = [...token];
  if (characters.length < 2) return [{ text: token, part, clause }];
  return characters.slice(1).map((character, i) => ({
    text: `${characters[i]}${character}`,
    part,
    clause,
  }));
}

/** Replaces the first expression of each of some pairs by the second, the longest that fits. */
function createRewriter(
  expressions: readonly (readonly [string, string])[],
): (words: readonly Word[]) => readonly Word[] {
  const rules = new Map<string, { readonly from: readonly string[]; readonly to: readonly string[] }[]>();
  for (const [from, to] of expressions) {
    const words = from.split(' ');
    const first = words[0] as string;
    rules.set(first, [...(rules.get(first) ?? []), { from: words, to: to.split(' ') }]);
  }
  for (const list of rules.values()) list.sort((a, b) => b.from.length - a.from.length);
  return (words) => {
    const out: Word[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      const rule = rules
        .get(word.text)
        ?.find(({ from }) => from.every((text, k) => words[i + k]?.text === text));
      if (!rule) {
        out.push(word);
        continue;
      }
      for (const text of rule.to) out.push({ ...word, text });
      i += rule.from.length - 1;
    }
    return out;
  };
}

/** A word and what it counts as, also where a label says that it does not cover it. */
interface Stemmed {
  readonly word: string;
  readonly term: string;
  readonly excluded: string;
}

/** Stems each word once, and keeps one copy of it. */
function createStemmer(language: Language): (word: string) => Stemmed {
  const cache = new Map<string, Stemmed>();
  const stem = STEMMERS[language];
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const term = DIGIT.test(word) || word.length < 4 ? word : stem(word);
    const stemmed = { word, term, excluded: EXCLUDED + term };
    cache.set(word, stemmed);
    return stemmed;
  };
}
