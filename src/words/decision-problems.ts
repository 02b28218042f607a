import type { Verdict } from '../model/decision.ts';
import type { DecisionProblem, DecisionProblemArgs, DecisionProblemKind } from '../model/decision-problem.ts';
import type { Lang } from '../model/lang.ts';
import { kindTexts } from './kinds.ts';
import { placeName, placeText } from './place-text.ts';
import { quote } from './quote.ts';
import { reviewWords } from './review-words.ts';

type Texts = { readonly [K in DecisionProblemKind]: (args: DecisionProblemArgs[K]) => string };

const wordsOf = (lang: Lang): string => Object.values(reviewWords[lang].verdicts).join(', ');

/** The word people write for a verdict in an Italian file. */
const wordIt = (verdict: Verdict): string => reviewWords.it.verdicts[verdict];

export const decisionProblemTexts = {
  en: {
    'columns-missing': ({ columns, found }) =>
      `no header of a decision file or a review sheet; expected ${columns}${found === '' ? '' : `; the first row reads: ${found}`}`,
    'verdict-unknown': ({ value }) => `the verdict is "${value}", expected one of: ${wordsOf('en')}`,
    'code-missing': ({ verdict, side }) =>
      `${verdict} needs ${side === 'old' ? 'an old' : 'a new'} code, and there is none`,
    'value-unwanted': ({ verdict, column, value }) =>
      `${column} is "${value}", but a row that says ${verdict} leaves it empty`,
    'restore-exists': ({ code, file, label }) =>
      `${file} has ${code} ${quote(label)}: nothing is to be restored; accept the entry instead`,
    'restore-code': ({ code }) =>
      `unexpected code ${quote(code)}, expected the code of an entry that hours are booked on`,
    'restore-label': ({ code }) => `no label for ${code}, expected one in new_label`,
    'restore-labels': ({ code, other }) =>
      `${code} is restored under another label in ${placeName(other, 'en')}, expected one label`,
    'code-unknown': ({ code, file, near }) =>
      `code ${code} is not in ${file}${near === '' ? '' : `; did you mean ${near}?`}`,
    'code-not-bookable': ({ code, kind }) =>
      `${code} is a ${kindTexts.en.node[kind]}; decisions are about the entries hours are booked on`,
    'code-ambiguous': ({ code, file, count }) =>
      `code ${code} stands ${count} times in ${file}; the fingerprint of the one that is meant tells them apart`,
    'share-unreadable': ({ value }) => `the share is "${value}", expected a number such as 0.25`,
    'share-out-of-range': ({ value }) => `the share is ${value}, expected more than 0 and at most 1`,
    'shares-sum': ({ code, sum }) => `the shares of ${code} sum to ${sum}, expected exactly 1`,
    'shares-incomplete': ({ code }) => `${code} is split, and this target has no share while others have one`,
    'default-unreadable': ({ value }) => `is_default is "${value}", expected true or false`,
    'default-twice': ({ code, other }) => `${code} has its main target already in ${placeText(other)}`,
    'date-unreadable': ({ value }) => `decided_on is "${value}", expected a day such as 2025-01-31`,
    'fingerprint-unreadable': ({ value }) =>
      `"${value}" is no fingerprint; copy it from procmap's output, or leave it empty`,
    duplicate: ({ other }) => `the same decision stands already in ${placeText(other)}`,
    contradiction: ({ verdict, otherVerdict, other }) =>
      `${verdict} contradicts ${otherVerdict} in ${placeText(other)}`,
    'choice-missing': ({ code }) => `${code}: what is decided? Choose an entry, or clear the row`,
    'choice-unknown': ({ value }) => `"${value}" is no entry of the new map`,
    'choice-contradicts': ({ value }) => `"${value}" contradicts the decision in the same row`,
    'row-undecided': ({ code, other }) =>
      `${code} is decided in ${placeText(other)}, but not in this row: accept or reject it too`,
  },
  it: {
    'columns-missing': ({ columns, found }) =>
      `manca l'intestazione di un file di decisioni o di un foglio di revisione; servono ${columns}${found === '' ? '' : `; la prima riga è: ${found}`}`,
    'verdict-unknown': ({ value }) => `la decisione è "${value}", valori ammessi: ${wordsOf('it')}`,
    'code-missing': ({ verdict, side }) =>
      `"${wordIt(verdict)}" richiede un ${side === 'old' ? 'vecchio' : 'nuovo'} codice, che manca`,
    'value-unwanted': ({ verdict, column, value }) =>
      `${column} è "${value}", ma una riga "${wordIt(verdict)}" lo lascia vuoto`,
    'restore-exists': ({ code, file, label }) =>
      `${file} ha ${code} ${quote(label)}: non c'è nulla da ripristinare; confermare la voce`,
    'restore-code': ({ code }) => `codice ${quote(code)} non previsto, atteso il codice di una voce con ore`,
    'restore-label': ({ code }) => `manca la dicitura di ${code}, attesa in new_label`,
    'restore-labels': ({ code, other }) =>
      `${code} è ripristinata con un'altra dicitura in ${placeName(other, 'it')}, attesa una sola`,
    'code-unknown': ({ code, file, near }) =>
      `il codice ${code} non è in ${file}${near === '' ? '' : `; forse ${near}?`}`,
    'code-not-bookable': ({ code, kind }) =>
      `${code} è un ${kindTexts.it.node[kind]}; si decide sulle voci a cui si imputano ore`,
    'code-ambiguous': ({ code, file, count }) =>
      `il codice ${code} compare ${count} volte in ${file}; le distingue l'impronta della voce intesa`,
    'share-unreadable': ({ value }) => `la quota è "${value}", serve un numero come 0,25`,
    'share-out-of-range': ({ value }) => `la quota è ${value}, deve essere maggiore di 0 e al massimo 1`,
    'shares-sum': ({ code, sum }) =>
      `le quote di ${code} sommano a ${sum.replace('.', ',')}, devono sommare esattamente a 1`,
    'shares-incomplete': ({ code }) =>
      `${code} è suddivisa e questa destinazione è senza quota, le altre l'hanno`,
    'default-unreadable': ({ value }) => `is_default è "${value}", servono sì o no (true, false)`,
    'default-twice': ({ code, other }) => `${code} ha già la destinazione principale in ${placeText(other)}`,
    'date-unreadable': ({ value }) => `decided_on è "${value}", serve una data come 31/01/2025`,
    'fingerprint-unreadable': ({ value }) =>
      `"${value}" non è un'impronta; copiarla da quanto scrive procmap, o lasciarla vuota`,
    duplicate: ({ other }) => `la stessa decisione c'è già in ${placeText(other)}`,
    contradiction: ({ verdict, otherVerdict, other }) =>
      `"${wordIt(verdict)}" contraddice "${wordIt(otherVerdict)}" in ${placeName(other, 'it')}`,
    'choice-missing': ({ code }) => `${code}: che cosa si decide? Scegliere una voce, o svuotare la riga`,
    'choice-unknown': ({ value }) => `"${value}" non è una voce della nuova mappa`,
    'choice-contradicts': ({ value }) => `"${value}" contraddice la decisione della stessa riga`,
    'row-undecided': ({ code, other }) =>
      `${code} è decisa in ${placeText(other)} ma non in questa riga: confermare o scartare anche questa`,
  },
} as const satisfies Record<Lang, Texts>;

/** One line for a problem: the file, the line or the cell, what is wrong there. */
export function decisionProblemText(lang: Lang, { kind, place, args }: DecisionProblem): string {
  const text = decisionProblemTexts[lang][kind] as (args: DecisionProblem['args']) => string;
  return `${place.file}:${placeText(place)}: ${text(args)}`;
}
