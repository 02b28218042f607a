import type {
  CrosswalkProblem,
  CrosswalkProblemArgs,
  CrosswalkProblemKind,
} from '../model/crosswalk-problem.ts';
import type { Lang } from '../model/lang.ts';
import { placeText } from './place-text.ts';

type Texts = { readonly [K in CrosswalkProblemKind]: (args: CrosswalkProblemArgs[K]) => string };

export const crosswalkProblemTexts = {
  en: {
    'columns-missing': ({ columns, found }) => `columns missing: ${columns}; the header reads: ${found}`,
    'no-rows': () => 'no rows below the header',
    'quote-unclosed': () => 'a quote opened here is never closed, so the rows below were swallowed',
    'row-width': ({ expected, found }) =>
      `${found} fields where the header has ${expected}: is a comma inside a field that is not quoted?`,
    'codes-missing': () => 'neither old_code nor new_code is filled in',
    'value-unknown': ({ column, value, expected }) => `${column} is "${value}", expected one of: ${expected}`,
    'share-unreadable': ({ code, value }) =>
      `the share of ${code} is "${value}", expected a number such as 0.25`,
    'share-out-of-range': ({ code, value }) => `the share of ${code} is ${value}, expected 0 to 1`,
    'shares-incomplete': ({ code }) => `${code} is split, and this target has no share while others have one`,
    'shares-sum': ({ code, sum }) => `the shares of ${code} sum to ${sum}, expected exactly 1`,
    'link-twice': ({ oldCode, newCode, line }) => `${oldCode} -> ${newCode} stands already in line ${line}`,
    'dropped-and-mapped': ({ code, newCode }) =>
      `${code} has no target here, but goes to ${newCode} elsewhere`,
    'share-missing': ({ code }) => `${code} has no share; a payroll table must be decided throughout`,
    'date-unreadable': ({ column, value }) => `${column} is "${value}", expected a day such as 2023-01-31`,
    'valid-from-differs': ({ value, first }) => `valid_from is ${value}, but ${first} in the rows above`,
  },
  it: {
    'columns-missing': ({ columns, found }) => `mancano le colonne: ${columns}; l'intestazione è: ${found}`,
    'no-rows': () => "nessuna riga sotto l'intestazione",
    'quote-unclosed': () =>
      'le virgolette aperte qui non vengono mai chiuse e hanno inghiottito le righe seguenti',
    'row-width': ({ expected, found }) =>
      `${found} campi, l'intestazione ne ha ${expected}: una virgola in un campo senza virgolette?`,
    'codes-missing': () => 'né old_code né new_code sono compilati',
    'value-unknown': ({ column, value, expected }) => `${column} è "${value}", valori ammessi: ${expected}`,
    'share-unreadable': ({ code, value }) => `la quota di ${code} è "${value}", serve un numero come 0,25`,
    'share-out-of-range': ({ code, value }) => `la quota di ${code} è ${value}, deve stare tra 0 e 1`,
    'shares-incomplete': ({ code }) =>
      `${code} è suddivisa e questa destinazione è senza quota, le altre l'hanno`,
    'shares-sum': ({ code, sum }) => `le quote di ${code} sommano a ${sum}, devono sommare esattamente a 1`,
    'link-twice': ({ oldCode, newCode, line }) => `${oldCode} -> ${newCode} c'è già alla riga ${line}`,
    'dropped-and-mapped': ({ code, newCode }) => `${code} qui è senza destinazione, altrove va in ${newCode}`,
    'share-missing': ({ code }) =>
      `${code} è senza quota; una tabella per le paghe dev'essere decisa per intero`,
    'date-unreadable': ({ column, value }) => `${column} è "${value}", serve una data come 2023-01-31`,
    'valid-from-differs': ({ value, first }) => `valid_from è ${value}, ma ${first} nelle righe precedenti`,
  },
} as const satisfies Record<Lang, Texts>;

/** One line for a problem: the file, the line or cell, what is wrong there. */
export function crosswalkProblemText(lang: Lang, { kind, place, args }: CrosswalkProblem): string {
  const text = crosswalkProblemTexts[lang][kind] as (args: CrosswalkProblem['args']) => string;
  return `${place.file}:${placeText(place)}: ${text(args)}`;
}
