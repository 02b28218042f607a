import { headerWord } from '../header-words.ts';

/** What the columns of a flat table are called, by what they hold; the more particular before the more general. */
export const flatRoles = [
  ['booking-code', /^(bookingcode|codicedirendicontazione)$/],
  [
    'parent',
    /^(parent(code|id|notation)?|(code|id)parent|broader(code)?|(codice|cod|id)?(padre|superiore|genitore|sovraordinat[oa])|(codice)?livellosuperiore|padre(codice|id))$/,
  ],
  ['code', /^(code|codice|cod|notation|notazione|sigla)$/],
  // Beside a code these are what stays when it changes.
  ['code', /^(id|identifier|identificativo)$/],
  ['label', /^(label|etichetta|descrizione|denominazione|title|titolo|nome|name|description|voce|testo)$/],
  ['type', /^(type|tipo|tipologia)$/],
  ['kind', /^(kind|genere)$/],
  [
    'level',
    /^(level|livello|livelli|liv|hierarchylevel|livellogerarchico|gerarchia[a-z0-9]*|profondita|depth)$/,
  ],
  ['label', /^(attivita|azione|attivitaazione)$/],
  [
    'code',
    /^(cod(ice)?[a-z0-9]+|[a-z0-9]+(code|codice)|[a-z]+id|[a-z]+identifier|[a-z0-9]+codice[a-z0-9]+)$/,
  ],
  [
    'label',
    /^((descrizione|denominazione|titolo|nome|label|title)[a-z0-9]+|[a-z0-9]+(title|label|description|name|descrizione|denominazione|titolo)|(macro|sotto|sub)?process[oi]?|fase|it|ita|italiano)$/,
  ],
  ['label', /^(en|eng|english|inglese)$/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** A column that could be the code, or the label. */
export interface CandidateColumn {
  readonly column: number;
  /** Its place among the names for it: 0 for the plainest (`Codice`). */
  readonly rank: number;
}

/** All columns of a header whose names fit a role, in the order of the header. */
export function candidatesFor(role: 'code' | 'label', header: readonly string[]): readonly CandidateColumn[] {
  return header.flatMap((cell, column) => {
    const word = headerWord(cell);
    const first = flatRoles.findIndex(([, pattern]) => pattern.test(word));
    if (first < 0 || flatRoles[first]?.[0] !== role) return [];
    const rank = flatRoles.filter(([name], at) => name === role && at < first).length;
    return [{ column, rank }];
  });
}

/** The names of the levels of processes, from the top. */
const LEVEL_NAMES = [
  /^macroprocess[oi]?$/,
  /^process[oi]?$/,
  /^(sotto|sub)process[oi]?$/,
  /^(fase|attivita|azione|activity)$/,
];

/** The columns that hold names of processes, one for each level; a header with one alone has none. */
export function nameColumns(header: readonly string[]): readonly number[] {
  const words = header.map(headerWord);
  const columns = LEVEL_NAMES.map((name) => words.findIndex((word) => name.test(word))).filter(
    (at) => at >= 0,
  );
  const inOrder = columns.every((column, at) => at === 0 || column > (columns[at - 1] as number));
  return columns.length > 1 && inOrder ? columns : [];
}
