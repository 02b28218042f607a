import { catalogue } from './catalogue.ts';

/** Help and messages of `recode`. */
export const recodeCliTexts = catalogue(
  {
    recode: 'carry the hours of a time-sheet over to the new codes; not one is lost, none is invented',
    timesheetArgument:
      'time-sheets (.csv, .tsv, .txt, .xlsx, .ods, .xls, .xlsb) with the old codes, or folders of them',
    crosswalkOption: 'crosswalk to apply (.csv, .xlsx, .json), full or payroll profile',
    outputOption:
      'file to write, of the same kind as the time-sheet (.xlsx or .csv for .ods, .xls and .xlsb); a folder for several',
    rejectsOption:
      'file for the rows that cannot be recoded (default: the output with ".rejects" before its ending)',
    sheetOption:
      'sheet of the workbook to recode; may be repeated (default: all with the header of the first time-sheet)',
    codeOption: 'column of the codes, by header or by number (default: found by its usual names)',
    amountOption:
      'columns of hours, percentages or money, separated by commas: headers, letters (C:AG), positions (#4-#34), runs (1..31) (default: likewise)',
    repeatOption:
      'columns of keys and rates, which every part of a divided row repeats, named as with --amount',
    keepOption: 'codes that stay what they are, separated by commas, such as FERIE,MALATTIA',
    noLabelsOption: 'leave descriptions beside the code as they are',
    continueOption: 'record of an earlier run (.recoded.json), whose remainders of rounding are taken up',
    continueUnread: 'a record written by procmap recode, with its remainders',
    personOption: 'column of the person, for the totals (default: likewise)',
    dateOption: 'column of the date or month (default: likewise)',
    validFromOption:
      'first day of the new codes, such as 2023-01-01; older rows keep theirs. "none" recodes all (default: what the crosswalk says)',
    decimalSignOption: 'decimal sign of amounts such as 1.234, which may be thousands: "," or "."',
    decimalsOption: 'write the amounts of divided rows with at least so many decimals: 0, 1, 2 or 4',
    allocateOption: 'undecided splits: none, equal or default (the target marked is_default)',
    auditOption: 'add a column that tells the rule applied to each row',
    dryRunOption: 'write nothing, only tell what would be done',
    notRecodedOption: 'recode the file although it seems to be recoded already',
    failOnOption: 'exit 1 when rows are rejected: rejects or never (default: rejects)',
    rejectsOfMany:
      'several files have one list of rejects, procmap.rejects.csv in the output folder: leave --rejects out',
    outputMissing: 'name the file to write with -o, or pass --dry-run',
    isoDate: 'a day such as 2023-01-01, or none',
  },
  {
    recode: 'porta le ore di un foglio ore sui nuovi codici; non se ne perde una, non se ne inventa nessuna',
    timesheetArgument:
      'fogli ore (.csv, .tsv, .txt, .xlsx, .ods, .xls, .xlsb) con i vecchi codici, o cartelle che ne contengono',
    crosswalkOption: 'tabella di raccordo da applicare (.csv, .xlsx, .json), completa o per le paghe',
    outputOption:
      'file da scrivere, dello stesso tipo del foglio ore (.xlsx o .csv per .ods, .xls e .xlsb); una cartella per più file',
    rejectsOption:
      'file per le righe non ricodificabili (predefinito: quello del risultato con ".rejects" prima dell\'estensione)',
    sheetOption:
      "foglio della cartella di lavoro da ricodificare; si può ripetere (predefiniti: tutti quelli con l'intestazione del primo foglio ore)",
    codeOption: 'colonna dei codici, per nome o per numero (predefinita: cercata tra i nomi usuali)',
    amountOption:
      'colonne di ore, percentuali o importi, separate da virgole: intestazioni, lettere (C:AG), posizioni (#4-#34), serie (1..31) (predefinite: allo stesso modo)',
    repeatOption:
      'colonne di chiavi e tariffe, ripetute in ogni parte di una riga suddivisa, indicate come con --amount',
    keepOption: 'codici che restano come sono, separati da virgole, come FERIE,MALATTIA',
    noLabelsOption: 'lascia come sono le descrizioni accanto al codice',
    continueOption:
      "verbale di un'esecuzione precedente (.recoded.json), di cui riprendere i resti degli arrotondamenti",
    continueUnread: 'un verbale scritto da procmap recode, con i suoi resti',
    personOption: 'colonna della persona, per i totali (predefinita: allo stesso modo)',
    dateOption: 'colonna della data o del mese (predefinita: allo stesso modo)',
    validFromOption:
      'primo giorno dei nuovi codici, come 2023-01-01; le righe anteriori mantengono i loro. "none" ricodifica tutto (predefinito: quanto dice la tabella)',
    decimalSignOption: 'segno decimale di quantità come 1.234, che può essere in migliaia: "," o "."',
    decimalsOption: 'scrive le quantità delle righe suddivise con almeno tanti decimali: 0, 1, 2 o 4',
    allocateOption:
      'suddivisioni non decise: none, equal (in parti uguali) o default (alla destinazione is_default)',
    auditOption: 'aggiunge una colonna con la regola applicata a ogni riga',
    dryRunOption: 'non scrive nulla, dice solo che cosa farebbe',
    notRecodedOption: 'ricodifica il file anche se sembra già ricodificato',
    failOnOption: 'esce con 1 quando ci sono righe scartate: rejects o never (predefinito: rejects)',
    rejectsOfMany:
      'più file hanno un solo elenco di scarti, procmap.rejects.csv nella cartella del risultato: togliere --rejects',
    outputMissing: 'indicare il file da scrivere con -o, oppure usare --dry-run',
    isoDate: 'un giorno come 2023-01-01, oppure none',
  },
);
