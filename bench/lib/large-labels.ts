import type { Random } from './random.ts';

/** Makes up labels. A topic is the words that a branch is about; those below it go on about them. */
export interface LabelMaker {
  readonly topic: (above: readonly string[]) => readonly string[];
  /** The label of a macro-process, process or sub-process. */
  readonly heading: (topic: readonly string[]) => string;
  readonly activity: (topic: readonly string[]) => string;
}

const ACTIONS =
  `Gestione Istruttoria Verifica Predisposizione Organizzazione Assistenza Rilascio Monitoraggio Controllo
  Aggiornamento Elaborazione Promozione Tenuta Raccolta Valutazione Erogazione Programmazione Archiviazione Rendicontazione
  Liquidazione Analisi Pubblicazione Accertamento Vigilanza Redazione Supporto`.split(/\s+/);
const LINKS = ['di', 'di', 'delle', 'dei', 'della', 'per', 'in materia di', 'su', 'con'];
/** Phrases that many labels share word for word. */
const SET_PHRASES = [
  'ad erogazione diretta o mediante accordi con i soggetti pubblici e privati competenti',
  'nei rapporti con le altre amministrazioni',
  'ai sensi della normativa vigente',
  'e relativi adempimenti amministrativi e contabili',
  'anche in collaborazione con le associazioni di categoria',
];
/** Labels that stand in many branches. */
const COMMON_LABELS = [
  'Altre attività',
  'Attività di segreteria e archivio',
  'Coordinamento e programmazione delle attività',
  'Predisposizione di atti e provvedimenti',
  'Comunicazione e informazione all’utenza',
];
const ONSETS = 'b c d f g l m n p r s t v br cr dr fr gr pr st tr sc sp pl cl ch gl'.split(' ');
const VOWELS = 'a e i o a e i o u ia io'.split(' ');
const ENDINGS =
  `a e i o ti re ni zione zioni mento menti ale ali ario aria ivo ive ità ista oso anza enza tura
  aggio ico ica`.split(/\s+/);

const SHARE_OF_COMMON = 0.015;
const SHARE_OF_PHRASES = 0.08;
const SHARE_OF_ENUMERATIONS = 0.3;
const SHARE_OF_DETAILS = 0.12;
/** How often a word is taken from the topic of the branch, rather than from the language. */
const SHARE_OF_TOPIC = 0.4;

/**
 * Makes a maker of labels for a map of this size. Words follow the law of Zipf; how many there are grows with the text as
 * Heaps found it does (about the square root of its length), so that in larger maps more labels share a word, and more
 * words are rare.
 */
export function labelMaker(size: number, random: Random): LabelMaker {
  const words = madeUpWords(Math.ceil(40 * Math.sqrt(8 * size)), random);
  const draw = zipfDraw(words.length, random);
  const word = (): string => words[draw()] as string;
  const about = (topic: readonly string[]): string =>
    topic.length > 0 && random.chance(SHARE_OF_TOPIC) ? random.pick(topic) : word();
  const phrase = (topic: readonly string[], length: number): string => {
    const parts = [about(topic)];
    for (let i = 1; i < length; i++) {
      if (random.chance(0.4)) parts.push(random.pick(LINKS));
      parts.push(about(topic));
    }
    return parts.join(' ');
  };
  const deed = (topic: readonly string[], length: number): string =>
    `${random.pick(ACTIONS)} ${random.pick(LINKS)} ${phrase(topic, length)}`;
  const activity = (topic: readonly string[]): string => {
    if (random.chance(SHARE_OF_COMMON)) return random.pick(COMMON_LABELS);
    let text = deed(topic, 1 + random.below(4));
    if (random.chance(SHARE_OF_ENUMERATIONS))
      text += `, ${phrase(topic, 1 + random.below(2))} e ${phrase(topic, 2)}`;
    if (random.chance(SHARE_OF_DETAILS)) text += ` (${phrase(topic, 1 + random.below(4))})`;
    return random.chance(SHARE_OF_PHRASES) ? `${text} ${random.pick(SET_PHRASES)}` : text;
  };
  return {
    topic: (above) => [...above.slice(0, 2), ...Array.from({ length: 3 }, () => random.pick(words))],
    heading: (topic) => deed(topic, 1 + random.below(3)),
    activity,
  };
}

function madeUpWords(count: number, random: Random): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    const syllables = 1 + random.below(3);
    for (let i = 0; i < syllables; i++) word += random.pick(ONSETS) + random.pick(VOWELS);
    words.add(word + random.pick(ONSETS) + random.pick(ENDINGS));
  }
  return [...words];
}

/** Draws ranks below `count` as words of a language occur: the r-th in proportion to 1 / (r + 2.7) (Mandelbrot 1953). */
function zipfDraw(count: number, random: Random): () => number {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 2.7);
    upTo[rank] = sum;
  }
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
