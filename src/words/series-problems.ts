import type { Lang } from '../model/lang.ts';
import type { SeriesProblem } from '../model/series.ts';

type Texts = {
  readonly [Kind in SeriesProblem['kind']]: (problem: Extract<SeriesProblem, { readonly kind: Kind }>) => {
    readonly message: string;
    readonly hint: string;
  };
};

const TEXTS: Readonly<Record<Lang, Texts>> = {
  en: {
    'year-twice': ({ year }) => ({
      message: `${year} is named twice`,
      hint: 'put the time-sheets of a year into one folder, and name that',
    }),
    'file-twice': ({ file, first }) => ({
      message: `${file}: the same file as ${first}, byte for byte; its hours would count twice`,
      hint: 'name each time-sheet once, for its year',
    }),
    'years-unassigned': ({ years, revisions }) => ({
      message: `${years} years and ${revisions} revisions: which years book on which codes?`,
      hint: 'say from which year the new codes of each crosswalk hold, such as --from 2023',
    }),
    'mid-year': ({ file, date, year }) => ({
      message: `${file}: its codes hold from ${date}, so that ${year} books on two revisions`,
      hint: `recode the time-sheets of ${year} first (procmap recode), and say --from ${year}`,
    }),
    'other-revision': ({ file, year, codes, revision, other }) => ({
      message: `${file}: codes such as ${codes.join(', ')} are of revision ${other}; ${year} should book on revision ${revision}`,
      hint: 'name the right file for the year, or say with --from from which year the new codes hold',
    }),
    'no-bookings': ({ file, year }) => ({
      message: `${file}: no bookings for ${year}; a nought in the series would be read as no hours worked`,
      hint: 'name the time-sheets of the year, or leave the year out',
    }),
    'several-columns': ({ file, columns }) => ({
      message: `${file}: several columns of amounts: ${columns.map((name) => `"${name}"`).join(', ')}`,
      hint: 'say with --amount which are to be added up',
    }),
    'units-differ': ({ file, column, first, firstColumn }) => ({
      message: `${file}: "${column}" cannot be added to "${firstColumn}" of ${first}: one counts hours, the other something else`,
      hint: 'say with --amount which columns are to be added up, the same kind in every file',
    }),
    'map-twice': ({ file, first }) => ({
      message: `${file}: the same map as ${first}; it would count twice`,
      hint: 'name each local map once, and the national one only as the first argument',
    }),
    'dual-columns': ({ file, found }) => ({
      message: `${file}: no columns of an old code, a new code and an amount; found ${found.map((name) => `"${name}"`).join(', ')}`,
      hint: 'name them with --old, --new and --amount, or head them old_code, new_code, amount',
    }),
    'column-missing': ({ file, column, found }) => ({
      message: `${file}: no column "${column}"; found ${found.map((name) => `"${name}"`).join(', ')}`,
      hint: 'name a column by its header, its letter (C) or its position (#3)',
    }),
    'no-dual-bookings': ({ file }) => ({
      message: `${file}: no booking with an old code, a new code and an amount`,
      hint: 'check that the columns are the right ones (--old, --new, --amount)',
    }),
    'other-year': ({ file, year, rows, of }) => ({
      message: `${file}: ${rows} of ${of} dated rows are not of ${year}`,
      hint: 'name the time-sheets of that year',
    }),
  },
  it: {
    'year-twice': ({ year }) => ({
      message: `${year} è indicato due volte`,
      hint: "mettere i fogli ore di un anno in un'unica cartella, e indicare quella",
    }),
    'file-twice': ({ file, first }) => ({
      message: `${file}: è lo stesso file di ${first}, byte per byte; le sue ore conterebbero due volte`,
      hint: 'indicare ogni foglio ore una volta sola, per il suo anno',
    }),
    'years-unassigned': ({ years, revisions }) => ({
      message: `${years} anni e ${revisions} revisioni: quali anni usano quali codici?`,
      hint: 'dire da quale anno valgono i nuovi codici di ogni tabella di raccordo, per esempio --from 2023',
    }),
    'mid-year': ({ file, date, year }) => ({
      message: `${file}: i suoi codici valgono dal ${date}, quindi il ${year} usa due revisioni`,
      hint: `ricodificare prima i fogli ore del ${year} (procmap recode), e indicare --from ${year}`,
    }),
    'other-revision': ({ file, year, codes, revision, other }) => ({
      message: `${file}: codici come ${codes.join(', ')} sono della revisione ${other}; il ${year} dovrebbe usare la revisione ${revision}`,
      hint: "indicare il file giusto per l'anno, oppure con --from da quale anno valgono i nuovi codici",
    }),
    'no-bookings': ({ file, year }) => ({
      message: `${file}: nessuna ora per il ${year}; uno zero nella serie si leggerebbe come nessuna ora lavorata`,
      hint: "indicare i fogli ore dell'anno, oppure omettere l'anno",
    }),
    'several-columns': ({ file, columns }) => ({
      message: `${file}: più colonne di quantità: ${columns.map((name) => `"${name}"`).join(', ')}`,
      hint: 'indicare con --amount quali sommare',
    }),
    'units-differ': ({ file, column, first, firstColumn }) => ({
      message: `${file}: "${column}" non si può sommare a "${firstColumn}" di ${first}: una conta ore, l'altra qualcos'altro`,
      hint: 'indicare con --amount quali colonne sommare, dello stesso tipo in ogni file',
    }),
    'map-twice': ({ file, first }) => ({
      message: `${file}: è la stessa mappa di ${first}; conterebbe due volte`,
      hint: 'indicare ogni mappa locale una volta, e quella nazionale solo come primo argomento',
    }),
    'dual-columns': ({ file, found }) => ({
      message: `${file}: mancano le colonne del vecchio codice, del nuovo codice e della quantità; trovate ${found.map((name) => `"${name}"`).join(', ')}`,
      hint: 'indicarle con --old, --new e --amount, oppure intestarle old_code, new_code, amount',
    }),
    'column-missing': ({ file, column, found }) => ({
      message: `${file}: manca la colonna "${column}"; trovate ${found.map((name) => `"${name}"`).join(', ')}`,
      hint: 'indicare una colonna per nome, lettera (C) o posizione (#3)',
    }),
    'no-dual-bookings': ({ file }) => ({
      message: `${file}: nessuna riga con vecchio codice, nuovo codice e quantità`,
      hint: 'controllare che le colonne siano quelle giuste (--old, --new, --amount)',
    }),
    'other-year': ({ file, year, rows, of }) => ({
      message: `${file}: ${rows} righe datate su ${of} non sono del ${year}`,
      hint: "indicare i fogli ore di quell'anno",
    }),
  },
};

/** Why hours cannot be laid out by group and year, and what to do. */
export function seriesProblemText(
  lang: Lang,
  problem: SeriesProblem,
): { readonly message: string; readonly hint: string } {
  const text = TEXTS[lang][problem.kind] as (problem: SeriesProblem) => {
    readonly message: string;
    readonly hint: string;
  };
  return text(problem);
}
