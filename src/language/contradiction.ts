import type { AnalysedLabel, Analyser } from './analyser.ts';
import { EXCLUDED } from './analyser.ts';
import { NEGATING_PREFIXES, OPPOSITES } from './opposites.ts';

/** Tells whether two labels contradict each other in a word. */
export type Contradicts = (a: AnalysedLabel, b: AnalysedLabel) => boolean;

/** Words shorter than this are no word and its opposite, only alike: `ra`, `ira`. */
const MIN_PREFIXED = 4;
const NUMBER = /\d|^[ivx]{2,}$/;

/**
 * Makes a test whether one label says the opposite of the other: a word that one negates and the other states (`soggetti a
 * IVA`, `non soggetti a IVA`), two words of which one means the opposite of the other (`attivo`, `passivo`; `diretto`,
 * `indiretto`), or different numbers (`fase 1`, `fase 2`). What both say, or only one of them, contradicts nothing.
 *
 * Cost: the terms of both labels.
 */
export function contradictionMeter({ language, termOf }: Analyser): Contradicts {
  const groups = new Map<string, Set<string>>();
  for (const line of OPPOSITES[language]) {
    const terms = line.split(' ').map(termOf);
    for (const term of terms) {
      const others = groups.get(term) ?? new Set<string>();
      for (const other of terms) if (other !== term) others.add(other);
      groups.set(term, others);
    }
  }
  const prefixes = NEGATING_PREFIXES[language];
  const isOpposite = (x: string, y: string): boolean =>
    (groups.get(x)?.has(y) ?? false) ||
    prefixes.some((prefix) => isPrefixed(prefix, x, y) || isPrefixed(prefix, y, x));
  return (a, b) => {
    const [one, other] = [readingOf(a), readingOf(b)];
    if (negatesWhatIsStated(one, other) || negatesWhatIsStated(other, one)) return true;
    const [onlyA, onlyB] = [without(one.stated, other), without(other.stated, one)];
    if (onlyA.length === 0 || onlyB.length === 0) return false;
    if (onlyA.some(isNumber) && onlyB.some(isNumber)) return true;
    return onlyA.some((x) => onlyB.some((y) => isOpposite(x, y)));
  };
}

function isPrefixed(prefix: string, word: string, prefixed: string): boolean {
  return (
    word.length >= MIN_PREFIXED &&
    prefixed.length === prefix.length + word.length &&
    prefixed.startsWith(prefix) &&
    prefixed.endsWith(word)
  );
}

/** What a label states, and what it only speaks of as not being meant. */
interface Reading {
  readonly stated: ReadonlySet<string>;
  readonly negated: ReadonlySet<string>;
}

/** Of a term that a label both states and negates, as in `fabrics (except broadwoven fabrics)`, it states something. */
function readingOf({ terms, negated }: AnalysedLabel): Reading {
  // Excluded terms are told from others; of terms after `non` the list of terms does not say which they are.
  const excluded = new Set(terms.filter((term) => term.startsWith(EXCLUDED)));
  const left = negated.filter((term) => !excluded.has(EXCLUDED + term));
  const stated = new Set<string>();
  for (const term of terms) {
    const at = left.indexOf(term);
    if (at >= 0) left.splice(at, 1);
    else if (!excluded.has(term)) stated.add(term);
  }
  return { stated, negated: new Set(negated.filter((term) => !stated.has(term))) };
}

function negatesWhatIsStated({ negated }: Reading, { stated }: Reading): boolean {
  return [...negated].some((term) => stated.has(term));
}

/** What one label states and the other does not speak of. */
function without(stated: ReadonlySet<string>, other: Reading): readonly string[] {
  return [...stated].filter((term) => !other.stated.has(term) && !other.negated.has(term));
}

function isNumber(term: string): boolean {
  return NUMBER.test(term);
}
