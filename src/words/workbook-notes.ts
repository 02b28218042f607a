import type { Lang } from '../model/lang.ts';
import type { WorkbookNote, WorkbookNoteKind } from '../model/workbook-note.ts';
import { quote } from './quote.ts';

type NoteTexts = Readonly<Record<WorkbookNoteKind, (text: string) => string>>;

const TEXTS: Readonly<Record<Lang, NoteTexts>> = {
  en: {
    converted: (text) =>
      `was ${text}, and what is written is .xlsx: values, formulas, number formats, merged cells and column widths are carried over; colours, fonts, borders, comments, pictures, charts, drop-down lists, protection and print settings are not.`,
    'written-as-csv': (text) =>
      `was ${text}, and what is written is CSV: the values of the sheet that was recoded, and nothing else; its formulas are their results, and other sheets are left out.`,
    'split-reference': (text) =>
      `${text} means a row that was divided: it reads the first of its rows now. Check whether the sum of them is meant.`,
    'wider-range': (text) =>
      `${text} reads rows that do not stand together any more, and others between them. Check it.`,
    'lost-reference': (text) => `${text}: what it read is not in this workbook any more.`,
    'code-in-formula': (text) => `${text} names an old code in its text. Put the new one there.`,
    'code-in-cell': (text) => `holds old codes (the first is ${text}) and was not recoded.`,
    'computed-reference': (text) =>
      `${text} finds its cells by text or by distance, which do not follow when rows are added. Check it.`,
    'relative-name': (text) =>
      `the name ${text} depends on the cell that uses it, and was left as it is. Check it.`,
    'pivot-cache': (text) =>
      `the pivot table of ${text} shows the old codes until it is refreshed: Excel does so when it opens the file.`,
    'query-table': (text) =>
      `data come from a query (${text}): when it is refreshed, the old codes come back.`,
    macros: () => 'has macros, which were left as they are: they may name old codes or rows.',
    signature: () => 'was signed: the signature does not hold any more.',
    'drawing-unread': (text) => `the drawing ${text} is damaged, and stays where it was.`,
    'array-undone': (text) => `the array formula ${text} holds values now, since some of its cells changed.`,
    'merge-undone': () => 'merged cells hid a value: they are shown one by one.',
    'table-undone': (text) =>
      `the table ${text} has no rows left, or no names for its columns: it is plain cells now.`,
  },
  it: {
    converted: (text) =>
      `era ${text}, e il risultato è .xlsx: passano valori, formule, formati dei numeri, celle unite e larghezze delle colonne; non passano colori, caratteri, bordi, commenti, immagini, grafici, elenchi a discesa, protezione e impostazioni di stampa.`,
    'written-as-csv': (text) =>
      `era ${text}, e il risultato è CSV: i valori del foglio ricodificato e nient'altro; delle formule restano i risultati, gli altri fogli sono tralasciati.`,
    'split-reference': (text) =>
      `${text} indica una riga che è stata divisa: ora legge la prima delle sue righe. Verificare se si intende la loro somma.`,
    'wider-range': (text) => `${text} legge righe che non sono più vicine, e altre in mezzo. Da verificare.`,
    'lost-reference': (text) => `${text}: ciò che leggeva non è più in questa cartella di lavoro.`,
    'code-in-formula': (text) => `${text} nomina un vecchio codice nel testo. Scrivere quello nuovo.`,
    'code-in-cell': (text) => `contiene vecchi codici (il primo è ${text}) e non è stato ricodificato.`,
    'computed-reference': (text) =>
      `${text} trova le celle per testo o per distanza, che non seguono quando si aggiungono righe. Da verificare.`,
    'relative-name': (text) =>
      `il nome ${text} dipende dalla cella che lo usa, ed è rimasto com'era. Da verificare.`,
    'pivot-cache': (text) =>
      `la tabella pivot di ${text} mostra i vecchi codici finché non è aggiornata: Excel lo fa quando apre il file.`,
    'query-table': (text) =>
      `i dati vengono da una query (${text}): quando si aggiorna, tornano i vecchi codici.`,
    macros: () => 'contiene macro, rimaste come sono: possono nominare vecchi codici o righe.',
    signature: () => 'era firmata: la firma non è più valida.',
    'drawing-unread': (text) => `il disegno ${text} è danneggiato, e resta dov'era.`,
    'array-undone': (text) =>
      `la formula matriciale ${text} ora contiene valori, perché alcune sue celle sono cambiate.`,
    'merge-undone': () => 'celle unite nascondevano un valore: ora si vedono una per una.',
    'table-undone': (text) =>
      `la tabella ${text} non ha più righe, o nomi per le sue colonne: ora sono celle semplici.`,
  },
};

const WORKBOOK: Readonly<Record<Lang, string>> = { en: 'The workbook', it: 'La cartella di lavoro' };
const ALIKE: Readonly<Record<Lang, (count: number) => string>> = {
  en: (count) => ` (and ${count} more like it)`,
  it: (count) => ` (e ${count} ${count === 1 ? 'altra' : 'altre'} come questa)`,
};

/** What is told of a workbook, in one line, with its place: `Riepilogo!B2: ...`. */
export function workbookNoteText(lang: Lang, { kind, sheet, cell, text, count }: WorkbookNote): string {
  const place = sheet === null ? WORKBOOK[lang] : cell === null ? sheet : `${sheet}!${cell}`;
  const more = count > 1 && cell !== null && kind !== 'code-in-cell' ? ALIKE[lang](count - 1) : '';
  const said = TEXTS[lang][kind](quote(text));
  return sheet === null && /^(?:macros|signature|converted|written-as-csv)$/.test(kind)
    ? `${place} ${said}`
    : `${safePlace(place)}${more}: ${said}`;
}

function safePlace(place: string): string {
  return quote(place).slice(1, -1);
}
