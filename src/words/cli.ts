import type { Lang } from '../model/lang.ts';

/** Help and messages of the command line. `{name}` places are filled by the caller. */
interface CliTexts {
  readonly about: string;
  /** Below the help of the whole. */
  readonly firstSteps: string;
  readonly helpTitles: Readonly<
    Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:' | 'Global Options:', string>
  >;
  /** Names of arguments as the help shows them; those that are missing are the same in every language. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly whenLeftOut: string;
  readonly comparing: string;
  readonly sameFile: string;
  readonly helpOption: string;
  readonly helpCommand: string;
  readonly versionOption: string;
  readonly langOption: string;
  readonly colorOption: string;
  readonly mapArgument: string;
  readonly oldArgument: string;
  readonly newArgument: string;
  readonly codeArgument: string;
  readonly entryArgument: string;
  readonly outputOption: string;
  readonly outputsOption: string;
  readonly formatOfSeveral: string;
  readonly binaryToTerminal: string;
  readonly summaryOption: string;
  readonly structureOption: string;
  readonly formatOption: string;
  readonly onlyOption: string;
  readonly serviceEntriesOption: string;
  readonly sheetOption: string;
  readonly oldSheetOption: string;
  readonly newSheetOption: string;
  readonly decisionsOption: string;
  readonly noDecisionsOption: string;
  readonly forceOption: string;
  readonly strictOption: string;
  readonly completion: string;
  readonly shellArgument: string;
  readonly diff: string;
  readonly show: string;
  readonly explain: string;
  readonly crosswalk: string;
  readonly review: string;
  readonly reviewOutputOption: string;
  readonly usageOption: string;
  readonly diffUsageOption: string;
  readonly interactiveOption: string;
  readonly byOption: string;
  readonly usage: string;
  readonly usageUnknown: string;
  /** Of amounts that are no hours. */
  readonly usageOther: string;
  readonly usageOtherUnknown: string;
  readonly usageSheets: string;
  readonly usageLeftOut: string;
  readonly wrote: string;
  readonly crosswalkRows: string;
  readonly errorPrefix: string;
  readonly bugPrefix: string;
  readonly bugHint: string;
  readonly unknownOption: string;
  readonly unknownCommand: string;
  readonly missingArgument: string;
  readonly missingValue: string;
  readonly missingOption: string;
  readonly invalidValue: string;
  readonly tooManyArguments: string;
  readonly didYouMean: string;
  readonly choices: string;
}

export const cliTexts: Readonly<Record<Lang, CliTexts>> = {
  en: {
    about: 'Compares revisions of a coded process map, and builds the crosswalk from one to the next.',
    firstSteps: `First steps:
  procmap diff old.xlsx new.xlsx                     what changed
  procmap review old.xlsx new.xlsx -o review.xlsx    settle in Excel what is open
  procmap crosswalk old.xlsx new.xlsx -o crosswalk.csv`,
    helpTitles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
      'Global Options:': 'Global options:',
    },
    placeholders: {},
    whenLeftOut: '(default: {value})',
    comparing: 'comparing {old} {old|entry|entries} with {new} ...',
    sameFile: 'note: {old} and {new} are the same file, byte for byte',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    versionOption: 'print the version',
    langOption: 'language of reports and messages: it or en (default: from the locale)',
    colorOption: 'no colour, whatever the terminal',
    mapArgument: 'map file (.xlsx, .csv, .tsv, .txt, .json), "-" for standard input, or git-ref:path',
    oldArgument: 'map of the old revision; as for every map: a file, "-" or git-ref:path',
    newArgument: 'map of the new revision',
    codeArgument: 'code of the branch to print; the whole tree without it',
    entryArgument: 'code of an entry of the old map (or of the new one)',
    outputOption: 'file to write',
    outputsOption:
      'file to write, its ending says the format: .html .xlsx .md .csv .json .txt; may be repeated',
    formatOfSeveral: 'one --format for several files; leave it out, their endings say the format',
    binaryToTerminal: 'a workbook is not for a terminal; name a file with -o report.xlsx',
    summaryOption: 'the counts and the alarms, on one screen',
    structureOption: 'list what changed in the structure above the entries, too (text)',
    formatOption: 'format of the output: {formats}',
    onlyOption: 'kinds of change to list, separated by commas: {kinds}',
    sheetOption: 'sheet of the workbook that holds the map (default: all of them)',
    oldSheetOption: 'sheet of the old workbook that holds its map (default: all of them)',
    newSheetOption: 'sheet of the new workbook that holds its map (default: all of them)',
    serviceEntriesOption:
      'training and coordination entries the new map does not list: carry them with their process, or strict',
    decisionsOption:
      'decision file (.csv) or filled-in review workbook (default: decisions.csv beside the old map)',
    noDecisionsOption: 'leave decisions.csv beside the old map out',
    forceOption: 'replace the output file if it exists',
    strictOption:
      'exit 1 while a row is open, stale or without share; "--strict complete": or may go elsewhere in part',
    completion: 'print the script with which a shell completes commands, options and files',
    shellArgument: 'bash, zsh, powershell or fish',
    diff: 'report what moved, was renamed, split, merged, dropped or added between two maps',
    show: 'print a map as a tree, or one branch of it',
    explain: 'show why an entry went where it went, and what else it could have been',
    crosswalk: 'write the table that carries old codes over to new ones',
    review: 'write the workbook in which a person settles what is open',
    reviewOutputOption: 'workbook to write (.xlsx), or the decisions taken so far as a decision file (.csv)',
    diffUsageOption:
      'time-sheet (.csv or .xlsx): shows the hours booked on each entry, and draws the picture by hours',
    interactiveOption: 'ask at the terminal, and save every answer in the decision file',
    byOption: 'who decides, for --interactive',
    usageOption: 'time-sheet (.csv or .xlsx): shows the hours booked on each entry, the most first',
    usage: '{file}: {hours} hours on {codes} {codes|code|codes} of the old map',
    usageUnknown: '{file}: {hours} hours on codes the old map does not have: {codes}',
    usageOther: '{file}: {hours} in "{column}" on {codes} {codes|code|codes} of the old map',
    usageOtherUnknown: '{file}: {hours} in "{column}" on codes the old map does not have: {codes}',
    usageSheets: '{file}: sheets read: {sheets}',
    usageLeftOut: '{file}: sheets with bookings below another header, left out: {sheets}',
    wrote: 'wrote {file}',
    crosswalkRows: '{file}: {rows} {rows|row|rows}',
    errorPrefix: 'error',
    bugPrefix: 'a fault of procmap itself',
    bugHint: 'please report it, with the command and this message',
    unknownOption: 'unknown option {value}',
    unknownCommand: 'unknown command {value}',
    missingArgument: 'argument {value} is missing',
    missingValue: 'option {value} needs a value',
    missingOption: 'option {value} is required',
    invalidValue: '{value} is not possible for {name}, expected {expected}',
    tooManyArguments: 'too many arguments for {value}',
    didYouMean: 'did you mean {value}?',
    choices: 'one of {choices}',
  },
  it: {
    about:
      "Confronta le revisioni di una mappa dei processi e costruisce la tabella di raccordo dall'una all'altra.",
    firstSteps: `Primi passi:
  procmap diff vecchia.xlsx nuova.xlsx                         che cosa cambia
  procmap review vecchia.xlsx nuova.xlsx -o revisione.xlsx     decidere in Excel ciò che è aperto
  procmap crosswalk vecchia.xlsx nuova.xlsx -o raccordo.csv`,
    helpTitles: {
      'Usage:': 'Uso:',
      'Arguments:': 'Argomenti:',
      'Options:': 'Opzioni:',
      'Commands:': 'Comandi:',
      'Global Options:': 'Opzioni generali:',
    },
    placeholders: {
      options: 'opzioni',
      command: 'comando',
      old: 'vecchia',
      new: 'nuova',
      map: 'mappa',
      maps: 'mappe',
      code: 'codice',
      documents: 'documenti',
      crosswalks: 'raccordi',
      timesheet: 'foglio-ore',
      file: 'file',
      format: 'formato',
      kinds: 'tipi',
      name: 'nome',
      what: 'che-cosa',
      day: 'giorno',
      column: 'colonna',
      dialect: 'dialetto',
      columns: 'colonne',
      sign: 'segno',
      how: 'come',
      severity: 'gravità',
      ids: 'regole',
      id: 'regola',
      lang: 'lingua',
    },
    whenLeftOut: '(altrimenti {value})',
    sameFile: 'nota: {old} e {new} sono lo stesso file, byte per byte',
    comparing: 'confronto {old} {old|voce|voci} con {new} ...',
    helpOption: 'mostra questo aiuto',
    helpCommand: "mostra l'aiuto di un comando",
    versionOption: 'stampa la versione',
    langOption: 'lingua di rapporti e messaggi: it o en (altrimenti quella del sistema)',
    colorOption: 'senza colori, qualunque sia il terminale',
    mapArgument:
      'file della mappa (.xlsx, .csv, .tsv, .txt, .json), "-" per lo standard input, oppure git-ref:percorso',
    oldArgument: 'mappa della vecchia revisione; come per ogni mappa: un file, "-" o git-ref:percorso',
    newArgument: 'mappa della nuova revisione',
    codeArgument: "codice del ramo da stampare; senza codice, l'intero albero",
    entryArgument: 'codice di una voce della vecchia mappa (o della nuova)',
    outputOption: 'file da scrivere',
    outputsOption:
      "file da scrivere, l'estensione ne dice il formato: .html .xlsx .md .csv .json .txt; ripetibile",
    formatOfSeveral: 'un solo --format per più file; ometterlo, le estensioni dicono il formato',
    binaryToTerminal: 'una cartella di lavoro non va sul terminale; indicare un file con -o rapporto.xlsx',
    summaryOption: 'i conteggi e gli allarmi, in una schermata',
    structureOption: 'elenca anche che cosa cambia nella struttura sopra le voci (testo)',
    formatOption: 'formato del risultato: {formats}',
    onlyOption: 'tipi di variazione da elencare, separati da virgole: {kinds}',
    sheetOption: 'foglio della cartella di lavoro che contiene la mappa (altrimenti: tutti)',
    oldSheetOption: 'foglio della vecchia cartella di lavoro che contiene la mappa (altrimenti: tutti)',
    newSheetOption: 'foglio della nuova cartella di lavoro che contiene la mappa (altrimenti: tutti)',
    serviceEntriesOption:
      'voci di formazione e coordinamento assenti dalla nuova mappa: carry (seguono il processo) o strict',
    decisionsOption:
      'file di decisioni (.csv) o foglio di revisione compilato (altrimenti decisions.csv accanto alla vecchia mappa)',
    noDecisionsOption: 'ignora il decisions.csv accanto alla vecchia mappa',
    forceOption: 'sostituisce il file di uscita se esiste',
    strictOption:
      'esce con 1 finché una riga è da decidere, superata o senza quota; «--strict complete»: o potrebbe andare anche altrove',
    completion: 'stampa lo script con cui la shell completa comandi, opzioni e file',
    shellArgument: 'bash, zsh, powershell o fish',
    diff: 'rapporto su voci spostate, rinominate, suddivise, accorpate, soppresse, aggiunte tra due mappe',
    show: 'stampa una mappa come albero, o un suo ramo',
    explain: 'mostra perché una voce è andata dove è andata, e quali erano le alternative',
    crosswalk: 'scrive la tabella di raccordo dai vecchi codici ai nuovi',
    review: 'scrive la cartella di lavoro in cui una persona decide ciò che è aperto',
    reviewOutputOption:
      'cartella di lavoro da scrivere (.xlsx), oppure le decisioni già prese come file di decisioni (.csv)',
    diffUsageOption:
      'foglio ore (.csv o .xlsx): mostra le ore imputate su ogni voce, e disegna il quadro secondo le ore',
    interactiveOption: 'fa le domande sul terminale e salva ogni risposta nel file di decisioni',
    byOption: 'chi decide, per --interactive',
    usageOption: 'foglio ore (.csv o .xlsx): mostra le ore imputate su ogni voce, prima le più usate',
    usage: '{file}: {hours} ore su {codes} {codes|codice|codici} della vecchia mappa',
    usageUnknown: '{file}: {hours} ore su codici che la vecchia mappa non ha: {codes}',
    usageOther: '{file}: {hours} in "{column}" su {codes} {codes|codice|codici} della vecchia mappa',
    usageOtherUnknown: '{file}: {hours} in "{column}" su codici che la vecchia mappa non ha: {codes}',
    usageSheets: '{file}: fogli letti: {sheets}',
    usageLeftOut: "{file}: fogli con registrazioni sotto un'altra intestazione, non letti: {sheets}",
    wrote: 'scritto {file}',
    crosswalkRows: '{file}: {rows} {rows|riga|righe}',
    errorPrefix: 'errore',
    bugPrefix: 'un difetto di procmap stesso',
    bugHint: 'si prega di segnalarlo, con il comando e questo messaggio',
    unknownOption: 'opzione sconosciuta {value}',
    unknownCommand: 'comando sconosciuto {value}',
    missingArgument: "manca l'argomento {value}",
    missingValue: "l'opzione {value} richiede un valore",
    missingOption: "l'opzione {value} è obbligatoria",
    invalidValue: '{value} non è possibile per {name}, serve {expected}',
    tooManyArguments: 'troppi argomenti per {value}',
    didYouMean: 'forse {value}?',
    choices: 'uno tra {choices}',
  },
};
