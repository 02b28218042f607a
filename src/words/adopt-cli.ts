import { catalogue } from './catalogue.ts';

/** What the command line says of `procmap adopt`. */
export const adoptCliTexts = catalogue(
  {
    adopt: "carry the chamber's own map to the nation's new revision",
    local: "the chamber's own map",
    national: "the nation's new map",
    base: 'the national map that the local one was made from',
    output: 'the new local map; .xlsx, .csv or .json',
    layout: 'layout of a workbook: {layouts} (default: that of the local map)',
    crosswalk: 'also write the crosswalk from the local map to the new one',
    review: 'also write the conflicts, to be decided: .xlsx or .csv',
    decisions: 'decisions on conflicts: the file that --review wrote, filled in',
    report: 'also write the report: .html, .md, .json or .txt',
    usage: 'a time-sheet: tell the hours booked on what goes',
    strict: 'write nothing while a conflict is open (exit 2)',
    interactive: 'decide the conflicts at the terminal; answers are kept in the file of --decisions (.csv)',
    needsTerminal:
      '--interactive asks at a terminal, and there is none; write a workbook instead (--review conflicts.xlsx)',
    begin:
      '{open} {open|conflict|conflicts} to decide. Every answer is saved in {file}; Ctrl-C stops, and the next run goes on from there.',
    driver: 'merge driver of git for map files: %O %A %B %P',
    driverNeeds: '--merge-driver takes four names: %O %A %B %P',
    missing: '{option} is missing',
  },
  {
    adopt: 'porta la mappa della camera alla nuova revisione nazionale',
    local: 'la mappa della camera',
    national: 'la nuova mappa nazionale',
    base: 'la mappa nazionale da cui viene quella della camera',
    output: 'la nuova mappa locale; .xlsx, .csv o .json',
    layout: 'impaginazione della cartella di lavoro: {layouts} (predefinita: quella della mappa locale)',
    crosswalk: 'scrive anche la tabella di raccordo dalla mappa locale alla nuova',
    review: 'scrive anche i conflitti da decidere: .xlsx o .csv',
    decisions: 'decisioni sui conflitti: il file scritto da --review, compilato',
    report: 'scrive anche il rapporto: .html, .md, .json o .txt',
    usage: 'un foglio ore: indica le ore registrate su ciò che se ne va',
    strict: 'non scrive nulla finché un conflitto è aperto (codice di uscita 2)',
    interactive: 'i conflitti si decidono al terminale; le risposte restano nel file di --decisions (.csv)',
    needsTerminal:
      "--interactive fa domande su un terminale, che qui non c'è; scrivere invece una cartella di lavoro (--review conflitti.xlsx)",
    begin:
      '{open} {open|conflitto|conflitti} da decidere. Ogni risposta è salvata in {file}; Ctrl-C interrompe, e la prossima volta si riprende da lì.',
    driver: 'merge driver di git per i file di mappa: %O %A %B %P',
    driverNeeds: '--merge-driver vuole quattro nomi: %O %A %B %P',
    missing: 'manca {option}',
  },
);
