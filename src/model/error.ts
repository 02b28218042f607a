/** Languages of everything a person reads. Machine formats never change with the language. */
export type Lang = 'it' | 'en';

/** What each error says of itself: the facts its text is made from. The key is the code, public API. */
export interface ErrorArgs {
  'file-not-found': { readonly file: string };
  'file-is-directory': { readonly file: string };
  'file-unreadable': { readonly file: string; readonly reason: string };
  'file-unwritable': { readonly file: string; readonly reason: string };
  'file-empty': { readonly file: string };
  'file-exists': { readonly file: string };
  'output-is-input': { readonly file: string };
  'format-unsupported': { readonly file: string; readonly format: string };
  'workbook-damaged': { readonly file: string; readonly reason: string };
  'workbook-too-large': { readonly file: string; readonly what: string; readonly limit: string };
  'text-too-large': { readonly file: string; readonly what: string; readonly limit: string };
  'not-text': { readonly file: string };
  'no-map': { readonly file: string; readonly found: string; readonly known: string };
  'layout-mismatch': { readonly file: string; readonly layout: string; readonly found: string };
  'code-unknown': { readonly code: string; readonly file: string; readonly near: string };
  usage: { readonly message: string };
}
export type ErrorCode = keyof ErrorArgs;

interface ErrorText {
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

/**
 * The text of every error, in both languages, by code. Texts live with the error because `Error.message` is part of the
 * value a library caller sees.
 */
export const errorTexts = {
  en: {
    'file-not-found': ({ file }) => ({
      message: `${file}: no such file`,
      hint: 'check the path and its spelling',
    }),
    'file-is-directory': ({ file }) => ({
      message: `${file}: is a folder, expected a file`,
      hint: 'name the map file inside it',
    }),
    'file-unreadable': ({ file, reason }) => ({
      message: `${file}: cannot be read (${reason})`,
      hint: 'check that the file is not open elsewhere and that you may read it',
    }),
    'file-unwritable': ({ file, reason }) => ({
      message: `${file}: cannot be written (${reason})`,
      hint: 'check that the folder exists, that you may write there, and that the file is not open in Excel',
    }),
    'file-empty': ({ file }) => ({
      message: `${file}: is empty, expected a process map`,
      hint: 'export the map again',
    }),
    'file-exists': ({ file }) => ({
      message: `${file}: exists already`,
      hint: 'choose another name, or pass --force to replace it',
    }),
    'output-is-input': ({ file }) => ({
      message: `${file}: is an input of this command; inputs are never overwritten`,
      hint: 'choose another name for the output',
    }),
    'format-unsupported': ({ file, format }) => ({
      message: `${file}: ${format} cannot be read, expected .xlsx, .csv, .tsv, .txt or .json`,
      hint: 'open it in the program that made it and save it as .xlsx or .csv',
    }),
    'workbook-damaged': ({ file, reason }) => ({
      message: `${file}: is not a readable workbook (${reason})`,
      hint: 'open it in Excel or LibreOffice and save it again as .xlsx',
    }),
    'workbook-too-large': ({ file, what, limit }) => ({
      message: `${file}: ${what}, more than a process map can hold (limit ${limit})`,
      hint: 'check that this is the right file; delete empty sheets, rows and columns and save it again',
    }),
    'text-too-large': ({ file, what, limit }) => ({
      message: `${file}: ${what}, more than a process map can hold (limit ${limit})`,
      hint: 'check that this is the right file',
    }),
    'not-text': ({ file }) => ({
      message: `${file}: is binary data, expected a text table or a workbook`,
      hint: 'save the map as .xlsx or .csv',
    }),
    'no-map': ({ file, found, known }) => ({
      message: `${file}: no process map found; ${found}`,
      hint: `a header such as ${known} is expected`,
    }),
    'layout-mismatch': ({ file, layout, found }) => ({
      message: `${file}: has no header of the layout "${layout}"; ${found}`,
      hint: 'leave --layout out to have the layout recognised',
    }),
    'code-unknown': ({ code, file, near }) => ({
      message: `code "${code}" is not in ${file}`,
      hint: near === '' ? 'procmap show lists the codes of a map' : `did you mean ${near}?`,
    }),
    usage: ({ message }) => ({ message, hint: 'procmap --help lists commands and options' }),
  },
  it: {
    'file-not-found': ({ file }) => ({
      message: `${file}: il file non esiste`,
      hint: 'controllare il percorso e il nome',
    }),
    'file-is-directory': ({ file }) => ({
      message: `${file}: è una cartella, serve un file`,
      hint: 'indicare il file della mappa al suo interno',
    }),
    'file-unreadable': ({ file, reason }) => ({
      message: `${file}: impossibile leggere il file (${reason})`,
      hint: 'verificare che non sia aperto altrove e che si abbia il permesso di lettura',
    }),
    'file-unwritable': ({ file, reason }) => ({
      message: `${file}: impossibile scrivere il file (${reason})`,
      hint: 'verificare che la cartella esista, che vi si possa scrivere e che il file non sia aperto in Excel',
    }),
    'file-empty': ({ file }) => ({
      message: `${file}: è vuoto, serve una mappa dei processi`,
      hint: 'esportare di nuovo la mappa',
    }),
    'file-exists': ({ file }) => ({
      message: `${file}: esiste già`,
      hint: 'scegliere un altro nome, oppure --force per sostituirlo',
    }),
    'output-is-input': ({ file }) => ({
      message: `${file}: è un file di ingresso di questo comando; i file di ingresso non vengono mai sovrascritti`,
      hint: 'scegliere un altro nome per il risultato',
    }),
    'format-unsupported': ({ file, format }) => ({
      message: `${file}: il formato ${format} non si può leggere, servono .xlsx, .csv, .tsv, .txt o .json`,
      hint: 'aprirlo con il programma di origine e salvarlo come .xlsx o .csv',
    }),
    'workbook-damaged': ({ file, reason }) => ({
      message: `${file}: non è una cartella di lavoro leggibile (${reason})`,
      hint: 'aprirlo con Excel o LibreOffice e salvarlo di nuovo come .xlsx',
    }),
    'workbook-too-large': ({ file, what, limit }) => ({
      message: `${file}: ${what}, più di quanto possa contenere una mappa dei processi (limite ${limit})`,
      hint: 'verificare che sia il file giusto; eliminare fogli, righe e colonne vuoti e salvarlo di nuovo',
    }),
    'text-too-large': ({ file, what, limit }) => ({
      message: `${file}: ${what}, più di quanto possa contenere una mappa dei processi (limite ${limit})`,
      hint: 'verificare che sia il file giusto',
    }),
    'not-text': ({ file }) => ({
      message: `${file}: contiene dati binari, serve una tabella di testo o una cartella di lavoro`,
      hint: 'salvare la mappa come .xlsx o .csv',
    }),
    'no-map': ({ file, found, known }) => ({
      message: `${file}: nessuna mappa dei processi trovata; ${found}`,
      hint: `serve un'intestazione come ${known}`,
    }),
    'layout-mismatch': ({ file, layout, found }) => ({
      message: `${file}: non ha un'intestazione del tipo "${layout}"; ${found}`,
      hint: 'omettere --layout per far riconoscere il tipo di mappa',
    }),
    'code-unknown': ({ code, file, near }) => ({
      message: `il codice "${code}" non è in ${file}`,
      hint: near === '' ? 'procmap show elenca i codici di una mappa' : `forse ${near}?`,
    }),
    usage: ({ message }) => ({ message, hint: 'procmap --help elenca comandi e opzioni' }),
  },
} as const satisfies Record<Lang, { readonly [C in ErrorCode]: (args: ErrorArgs[C]) => ErrorText }>;

/** The text of an error in a language. */
export function errorText<C extends ErrorCode>(lang: Lang, code: C, args: ErrorArgs[C]): ErrorText {
  const text = errorTexts[lang][code] as (args: ErrorArgs[C]) => ErrorText;
  return text(args);
}

/**
 * The one error of procmap: it cannot continue (unreadable file, bad configuration). Findings in the user's data are
 * not errors; they are returned. `message` is the English text; `errorText` gives the others.
 */
export class ProcmapError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly args: ErrorArgs[C];
  readonly hint: string;

  constructor(code: C, args: ErrorArgs[C], options?: { readonly cause?: unknown }) {
    const text = errorText('en', code, args);
    super(text.message, options);
    this.name = 'ProcmapError';
    this.code = code;
    this.args = args;
    this.hint = text.hint;
  }
}
