import { catalogue } from './catalogue.ts';

/** Help and messages of `procmap crosswalk`. */
export const crosswalkCliTexts = catalogue(
  {
    profileOption:
      'full, or payroll: old_code, new_code and share alone, refused while anything is undecided',
    allocateOption: 'shares of splits nobody has decided: none, or equal parts',
    validFromOption: 'first day of the new codes, such as 2024-01-01',
    day: 'a day such as 2024-01-01',
    complete:
      'checked both ways: {old} old {old|entry|entries} = {mapped} mapped ({certain} certain, {probable} probable) + {dropped} dropped + {possiblyLost} possibly lost + {open} open; {new} new {new|entry|entries} = {reached} reached + {added} added',
    byRule:
      '{byRule} {byRule|training or coordination entry that the new file does not list goes|training and coordination entries that the new file does not list go} with {byRule|its|their} process',
    dialectOption: 'engine that SQL is written for: standard, duckdb, postgresql, mariadb, spark, trino',
    csvOption: 'how CSV is written: standard, or excel-it, which Excel in Italy opens by double click',
    codesLikeNumbers:
      'attention: {count} {count|code looks|codes look} like a number or a date ({code}) and Excel would change {count|it|them}; write a workbook instead (-o crosswalk.xlsx)',
    strict: 'not everything is decided (procmap review helps):',
    payroll: 'not written, because payroll would lose or misplace hours (procmap review helps):',
    open: 'entries to be decided: {count} ({codes})',
    possiblyLost: 'entries possibly lost in the new file: {count} ({codes})',
    incomplete: 'entries that may also go elsewhere in part: {count} ({codes})',
    unshared: 'split entries without shares: {count} ({codes})',
    ambiguous: 'codes that stand on several old entries: {count} ({codes})',
    stale: 'stale decisions: {count}',
    importOption: 'make the crosswalk of a correspondence that was published as a table, instead of two maps',
    oldColumnOption: 'with --import: the header of the column of old codes',
    newColumnOption: 'with --import: the header of the column of new codes',
    imported: '{file}: old codes from "{old}", new codes from "{new}"',
    importAlone: 'a map, when --import names a correspondence; expected one or the other',
    twoMaps: 'expected two maps, or --import with a published correspondence',
  },
  {
    profileOption:
      'full, oppure payroll: solo old_code, new_code e share, rifiutata finché resta qualcosa da decidere',
    allocateOption: 'quote delle suddivisioni non decise: none (nessuna) o equal (parti uguali)',
    validFromOption: 'primo giorno dei nuovi codici, per esempio 2024-01-01',
    day: 'un giorno come 2024-01-01',
    complete:
      'verificata nei due sensi: {old} {old|vecchia voce|vecchie voci} = {mapped} {mapped|ricondotta|ricondotte} ({certain} {certain|certa|certe}, {probable} {probable|probabile|probabili}) + {dropped} {dropped|soppressa|soppresse} + {possiblyLost} {possiblyLost|forse persa|forse perse} + {open} da decidere; {new} {new|nuova voce|nuove voci} = {reached} {reached|raggiunta|raggiunte} + {added} {added|aggiunta|aggiunte}',
    byRule:
      '{byRule} {byRule|voce di formazione o coordinamento, che il nuovo file non elenca, segue il suo processo|voci di formazione e coordinamento, che il nuovo file non elenca, seguono il loro processo}',
    dialectOption: 'motore per cui si scrive SQL: standard, duckdb, postgresql, mariadb, spark, trino',
    csvOption: 'come si scrive il CSV: standard, oppure excel-it, che Excel italiano apre con un doppio clic',
    codesLikeNumbers:
      'attenzione: {count} {count|codice sembra|codici sembrano} un numero o una data ({code}) ed Excel {count|lo|li} cambierebbe; scrivere invece una cartella di lavoro (-o raccordo.xlsx)',
    strict: 'non tutto è deciso (procmap review aiuta):',
    payroll: 'non scritta, perché le paghe perderebbero o sbaglierebbero ore (procmap review aiuta):',
    open: 'voci da decidere: {count} ({codes})',
    possiblyLost: 'voci forse perse nel nuovo file: {count} ({codes})',
    incomplete: 'voci che potrebbero andare in parte anche altrove: {count} ({codes})',
    unshared: 'voci suddivise senza quote: {count} ({codes})',
    ambiguous: 'codici presenti su più vecchie voci: {count} ({codes})',
    stale: 'decisioni superate: {count}',
    importOption: 'ricava la tabella da un raccordo pubblicato, invece che da due mappe',
    oldColumnOption: "con --import: l'intestazione della colonna dei vecchi codici",
    newColumnOption: "con --import: l'intestazione della colonna dei nuovi codici",
    imported: '{file}: vecchi codici da "{old}", nuovi codici da "{new}"',
    importAlone: "una mappa, mentre --import indica un raccordo; atteso l'uno o l'altro",
    twoMaps: 'attese due mappe, oppure --import con un raccordo pubblicato',
  },
);
