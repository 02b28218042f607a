import { catalogue } from './catalogue.ts';
import { counted } from './language.ts';

interface LeftOutCounts {
  readonly titles: number;
  readonly headings: number;
  readonly types: number;
  readonly localProcesses: number;
}

/** Help and messages of `check`, `rules`, `explain-rule` and `convert`. */
export const checkCliTexts = catalogue(
  {
    check: 'find the defects of a map: lost rows, doubled codes, labels on the wrong row and the like',
    mapsArgument:
      'one map or more: files (.xlsx, .csv, .tsv, .txt, .json), folders, patterns ("maps/*.xlsx"), "-" for standard input, or git-ref:path',
    failOnOption:
      'exit 1 when there are findings of this severity or above: error, warning, info or never (default: error)',
    maxWarningsOption: 'exit 1 when there are more warnings than this',
    ruleOption: 'run these rules only, separated by commas; "procmap rules" lists them',
    configOption: 'configuration (default: {file} in the working folder, if there is one)',
    baselineOption: 'file of accepted findings; only the others are reported',
    writeBaselineOption:
      'accept all findings of today: write them to this file (default: the baseline, or {file})',
    layoutOption: 'layout of the map: {layouts} (default: recognised by its header)',
    wroteBaseline: '{file}: {count} {count|finding|findings} accepted',
    baselineGone:
      '{file}: {count} accepted {count|finding is there no more; --write-baseline forgets it|findings are there no more; --write-baseline forgets them}',
    noMapThere: '{file}: holds no map, left out',
    tooManyWarnings: '{count} {count|warning|warnings}, more than the {limit} allowed',
    wholeNumber: 'a whole number, 0 or more',
    rules: 'list the rules of "check"',
    explainRule: 'print what a rule means, why it matters, what to do, with examples',
    ruleArgument: 'id of the rule, such as numbering-gap',
    knownRule: 'the id of a rule ("procmap rules" lists them)',
    convert: 'write a map as flat CSV, JSON, or a workbook; nothing is lost, there and back',
    convertOutputOption: 'file to write; its ending (.csv, .json, .xlsx, .ttl) gives the format',
    convertLayoutOption: 'layout of a workbook: {layouts} (default: as the map, else national)',
    readLayoutOption: 'layout to read the map in (default: recognised by its header)',
    fixOption: 'write codes in their canonical form, change nothing else, and list what was changed',
    mintIdsOption: 'give identifiers to the entries that have none; they stay when codes and labels change',
    fromOption:
      'with --mint-ids: the map of the revision before, whose identifiers go on (with --decisions, as decided)',
    fromAlone: '--from names the map whose identifiers go on: add --mint-ids',
    minted: '{minted} new {minted|identifier|identifiers}, {carried} carried on from the revision before',
    mintedUndecided:
      '{count} {count|entry|entries} of the revision before may go on, but that is not decided; what {count|it|they} may go on as got new identifiers. Decide first (procmap review), or their history breaks: {codes}',
    converted: '{file}: {count} {count|entry|entries}',
    fixed: '{count} {count|code|codes} put in canonical form:',
    nothingToFix: 'all codes are in canonical form',
    restoreOption:
      'put back the rows that these decisions restore (decisions.csv or a filled-in review workbook)',
    restored: '{count} {count|row|rows} put back: {codes}',
    nothingToRestore: 'these decisions restore no row',
    convertFormats: '.csv, .json, .xlsx or .ttl',
    noCatalogue:
      'the IRIs are UUIDs, which nobody can look up: name a base under "catalogue" in procmap.config.json to publish the map',
    /** What a form had no place for; empty when there is nothing. */
    leftOut: ({ titles, headings, types, localProcesses }: LeftOutCounts) => {
      const parts = [
        titles > 0 ? 'the title' : '',
        headings > 0
          ? counted('en', headings, 'heading of a macro-function', 'headings of macro-functions')
          : '',
        types > 0 ? counted('en', types, 'booking type', 'booking types') : '',
        localProcesses > 0 ? counted('en', localProcesses, 'local process', 'local processes') : '',
      ].filter((part) => part !== '');
      return parts.length === 0
        ? ''
        : `left out, since only JSON has a place for everything: ${parts.join(', ')}`;
    },
  },
  {
    check:
      'trova i difetti di una mappa: righe perse, codici doppi, denominazioni sulla riga sbagliata e simili',
    mapsArgument:
      'una o più mappe: file (.xlsx, .csv, .tsv, .txt, .json), cartelle, modelli ("mappe/*.xlsx"), "-" per lo standard input, oppure git-ref:percorso',
    failOnOption:
      'esce con 1 se ci sono rilievi di questa gravità o superiore: error, warning, info o never (altrimenti: error)',
    maxWarningsOption: 'esce con 1 se gli avvisi sono più di questo numero',
    ruleOption: 'applica solo queste regole, separate da virgole; "procmap rules" le elenca',
    configOption: 'configurazione (altrimenti: {file} nella cartella di lavoro, se esiste)',
    baselineOption: 'file di riferimento con i rilievi accettati; vengono segnalati solo gli altri',
    writeBaselineOption:
      'accetta tutti i rilievi di oggi: li scrive in questo file (altrimenti: il file di riferimento, o {file})',
    layoutOption: "tipo di mappa: {layouts} (altrimenti: riconosciuto dall'intestazione)",
    wroteBaseline: '{file}: {count} {count|rilievo accettato|rilievi accettati}',
    baselineGone:
      "{file}: {count} {count|rilievo accettato non c'è più; --write-baseline lo toglie|rilievi accettati non ci sono più; --write-baseline li toglie}",
    noMapThere: '{file}: non contiene una mappa, saltato',
    tooManyWarnings: '{count} {count|avviso|avvisi}, più {limit|del|dei} {limit} {limit|ammesso|ammessi}',
    wholeNumber: 'un numero intero, da 0 in su',
    rules: 'elenca le regole di "check"',
    explainRule: 'spiega una regola: che cosa significa, perché conta, che cosa fare, con esempi',
    ruleArgument: 'nome della regola, per esempio numbering-gap',
    knownRule: 'il nome di una regola ("procmap rules" le elenca)',
    convert: 'scrive una mappa come CSV semplice, JSON o cartella di lavoro; senza perdite, andata e ritorno',
    convertOutputOption: 'file da scrivere; il formato è dato dalla terminazione (.csv, .json, .xlsx, .ttl)',
    convertLayoutOption: 'tipo di cartella di lavoro: {layouts} (altrimenti: come la mappa, o national)',
    readLayoutOption: "tipo di mappa con cui leggere il file (altrimenti: riconosciuto dall'intestazione)",
    fixOption: 'scrive i codici in forma canonica, non cambia altro ed elenca che cosa ha cambiato',
    mintIdsOption:
      "assegna un identificativo alle voci che non l'hanno; resta quando codici e descrizioni cambiano",
    fromOption:
      'con --mint-ids: la mappa della revisione precedente, i cui identificativi proseguono (con --decisions, come deciso)',
    fromAlone: '--from indica la mappa i cui identificativi proseguono: aggiungere --mint-ids',
    minted:
      '{minted} {minted|nuovo identificativo|nuovi identificativi}, {carried} {carried|proseguito|proseguiti} dalla revisione precedente',
    mintedUndecided:
      '{count} {count|voce|voci} della revisione precedente forse {count|prosegue|proseguono}, ma non è deciso; ciò in cui {count|proseguirebbe|proseguirebbero} ha avuto identificativi nuovi. Prima decidere (procmap review), o la loro storia si interrompe: {codes}',
    converted: '{file}: {count} {count|voce|voci}',
    fixed: '{count} {count|codice portato|codici portati} in forma canonica:',
    nothingToFix: 'tutti i codici sono in forma canonica',
    restoreOption:
      'rimette le righe che queste decisioni ripristinano (decisions.csv o cartella di revisione compilata)',
    restored: '{count} {count|riga rimessa|righe rimesse}: {codes}',
    nothingToRestore: 'queste decisioni non ripristinano alcuna riga',
    convertFormats: '.csv, .json, .xlsx o .ttl',
    noCatalogue:
      'gli IRI sono UUID, che nessuno può consultare: per pubblicare la mappa indicare una base in "catalogue" in procmap.config.json',
    leftOut: ({ titles, headings, types, localProcesses }: LeftOutCounts) => {
      const parts = [
        titles > 0 ? 'il titolo' : '',
        headings > 0
          ? counted('it', headings, 'intestazione di macro-funzione', 'intestazioni di macro-funzione')
          : '',
        types > 0 ? counted('it', types, 'tipo', 'tipi') : '',
        localProcesses > 0 ? counted('it', localProcesses, 'processo locale', 'processi locali') : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? '' : `tralasciati, perché solo JSON contiene tutto: ${parts.join(', ')}`;
    },
  },
);
