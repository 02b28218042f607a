import { distance } from 'fastest-levenshtein';
import type { ProcessMap } from '../model/process-map.ts';
import type { Analyser } from './analyser.ts';
import { visibleText } from './fold-label.ts';

/** How two labels differ: not at all, in their writing only, or in what they say. */
export type LabelDifference = 'none' | 'editorial' | 'substantive';

/** Words that add nothing to what a label says: conjunctions, and the tails and heads of open lists. */
const FILLERS = new Set(['e', 'ed', 'o', 'od', 'ecc', 'etc', 'es', 'and', 'or', 'eg']);
const FINAL_VOWEL = /[aeiou]$/;

/**
 * Compares labels for a fixed new map: the one place that says which labels are the same and which differ only in their
 * writing. `editorial` when only case, accents, punctuation, spelling or abbreviations differ: the words are the same once
 * abbreviations are spelled out as the lexicon has them (`CCIAA`, `camerale`), or read side by side, each word is the same as the other's, another number of it (`camerale`, `camerali`), its
 * abbreviation (`RI`, `Registro Imprese`) or a misspelling.
 *
 * Two similar words are a misspelling only if the new map does not use both: `informativa` and `informatica` are two
 * words of one map, `Predispensione` and `Predisposizione` are not.
 */
export function labelComparer(
  newMap: ProcessMap,
  { analyse }: Pick<Analyser, 'analyse'>,
): (oldLabel: string, newLabel: string) => LabelDifference {
  const wordsOf = (label: string) => {
    const { key } = analyse(label);
    return { key, words: key.split(' ').filter((word) => word !== '' && !FILLERS.has(word)) };
  };
  let vocabulary: ReadonlySet<string> | undefined;
  return (oldLabel, newLabel) => {
    if (visibleText(oldLabel) === visibleText(newLabel)) return 'none';
    const [before, after] = [wordsOf(oldLabel), wordsOf(newLabel)];
    if (before.key === after.key) return 'editorial';
    vocabulary ??= new Set(newMap.nodes.flatMap((node) => wordsOf(node.label).words));
    return readAlike(before.words, after.words, vocabulary) ? 'editorial' : 'substantive';
  };
}

function readAlike(
  before: readonly string[],
  after: readonly string[],
  vocabulary: ReadonlySet<string>,
): boolean {
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const [a, b] = [before[i] as string, after[j] as string];
    const spelledOut = initialsLength(a, after, j);
    const abbreviated = initialsLength(b, before, i);
    if (sameWord(a, b, vocabulary)) {
      i++;
      j++;
    } else if (spelledOut > 0) {
      i++;
      j += spelledOut;
    } else if (abbreviated > 0) {
      i += abbreviated;
      j++;
    } else {
      return false;
    }
  }
  return i === before.length && j === after.length;
}

/** How many words from `start` the initialism stands for (`ri` for `registro imprese`); 0 when it does not. */
function initialsLength(initialism: string, spelled: readonly string[], start: number): number {
  const size = initialism.length;
  if (size < 2 || size > 6 || start + size > spelled.length) return 0;
  for (let k = 0; k < size; k++) {
    if (spelled[start + k]?.[0] !== initialism[k]) return 0;
  }
  return size;
}

function sameWord(a: string, b: string, vocabulary: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  if (isShortFor(a, b) || isShortFor(b, a)) return true;
  if (a.length >= 5 && a.replace(FINAL_VOWEL, '') === b.replace(FINAL_VOWEL, '')) return true;
  return !(vocabulary.has(a) && vocabulary.has(b)) && isMisspelling(a, b);
}

/** `d` for `diritto`, `tel` for `telefono`: the beginning of a much longer word. */
function isShortFor(short: string, long: string): boolean {
  return short.length <= 4 && long.length >= short.length + 3 && long.startsWith(short);
}

/** Long words that begin alike and differ in little. The bounds admit scanning errors, not other words. */
function isMisspelling(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (longest < 6 || a.slice(0, 4) !== b.slice(0, 4)) return false;
  const edits = distance(a, b);
  return edits <= 1 || (a.slice(-3) === b.slice(-3) && edits / longest <= 0.3);
}
