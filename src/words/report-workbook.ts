import type { Lang } from '../model/lang.ts';

/** Words of the workbook report. Names of sheets are at most 31 characters long and hold none of `[]:*?/\`. */
interface ReportWorkbookTexts {
  readonly title: string;
  readonly subject: string;
  readonly sheets: {
    readonly summary: string;
    readonly all: string;
    readonly byNew: string;
    readonly recycled: string;
    readonly structure: string;
    readonly crosswalk: string;
  };
  readonly madeOn: string;
  readonly madeWith: string;
  readonly maps: string;
  readonly oldMap: string;
  readonly newMap: string;
  readonly file: string;
  readonly mapTitle: string;
  readonly layout: string;
  readonly bookable: string;
  readonly activities: string;
  readonly services: string;
  readonly structureEntries: string;
  readonly fingerprint: string;
  readonly kinds: string;
  readonly entries: string;
  readonly meaning: string;
  readonly certainty: string;
  readonly alarms: string;
  readonly recycled: string;
  readonly recycledMeaning: string;
  readonly lost: string;
  readonly lostMeaning: string;
  readonly sheetList: string;
  readonly sheetMeaning: Readonly<Record<'all' | 'byNew' | 'recycled' | 'structure' | 'crosswalk', string>>;
  readonly columns: {
    readonly oldCode: string;
    readonly oldLabel: string;
    readonly oldPath: string;
    readonly change: string;
    readonly detail: string;
    readonly newCode: string;
    readonly newLabel: string;
    readonly newPath: string;
    readonly share: string;
    readonly tier: string;
    readonly confidence: string;
    readonly why: string;
    readonly alarms: string;
    readonly together: string;
    readonly candidates: string;
    readonly hours: string;
    readonly decision: string;
    readonly code: string;
    readonly was: string;
    readonly is: string;
    readonly goesTo: string;
    readonly level: string;
  };
  readonly recycledNote: string;
  readonly lostNote: string;
  readonly page: string;
}

export const reportWorkbookTexts: Readonly<Record<Lang, ReportWorkbookTexts>> = {
  en: {
    title: 'Migration report',
    subject: '{old} → {new}',
    sheets: {
      summary: 'Summary',
      all: 'All changes',
      byNew: 'By new code',
      recycled: 'Recycled codes',
      structure: 'Structure',
      crosswalk: 'Crosswalk',
    },
    madeOn: 'Made on {date} with procmap {version}',
    madeWith: 'Made with procmap {version}',
    maps: 'The maps',
    oldMap: 'Old map',
    newMap: 'New map',
    file: 'File',
    mapTitle: 'Title',
    layout: 'Kind of map',
    bookable: 'Entries hours are booked on',
    activities: 'of which activities',
    services: 'of which training, coordination, general',
    structureEntries: 'Macro-processes, processes, sub-processes',
    fingerprint: 'SHA-256',
    kinds: 'What becomes of the entries',
    entries: 'Entries',
    meaning: 'Meaning',
    certainty: 'How sure the answers are',
    alarms: 'Alarms',
    recycled: 'Recycled codes',
    recycledMeaning: 'in both maps, now naming another activity: a lookup on the code misbooks hours',
    lost: 'Possibly lost in the new file',
    lostMeaning: 'no counterpart, and the new file leaves out a number where it would stand',
    sheetList: 'The sheets',
    sheetMeaning: {
      all: 'a row for each link, in the order of the old map; differing words are marked',
      byNew: 'the same, looked up by new code: where it comes from',
      recycled: 'the codes that name something else in each map',
      structure: 'macro-processes, processes and sub-processes',
      crosswalk: 'the table that other programs apply, columns as in the CSV',
    },
    columns: {
      oldCode: 'Old code',
      oldLabel: 'Old label',
      oldPath: 'Old place',
      change: 'Change',
      detail: 'Detail',
      newCode: 'New code',
      newLabel: 'New label',
      newPath: 'New place',
      share: 'Share',
      tier: 'Certainty',
      confidence: 'Confidence',
      why: 'Why',
      alarms: 'Alarm',
      together: 'Together with',
      candidates: 'What comes nearest',
      hours: 'Hours',
      decision: 'Decision',
      code: 'Code',
      was: 'In the old map',
      is: 'In the new map',
      goesTo: 'The old activity goes to',
      level: 'Level',
    },
    recycledNote: 'recycled: now "{label}"',
    lostNote: 'possibly lost: the new file leaves out {missing}',
    page: 'Page &P of &N',
  },
  it: {
    title: 'Rapporto di migrazione',
    subject: '{old} → {new}',
    sheets: {
      summary: 'Riepilogo',
      all: 'Tutte le variazioni',
      byNew: 'Per nuovo codice',
      recycled: 'Codici riutilizzati',
      structure: 'Struttura',
      crosswalk: 'Tabella di raccordo',
    },
    madeOn: 'Redatto il {date} con procmap {version}',
    madeWith: 'Redatto con procmap {version}',
    maps: 'Le mappe',
    oldMap: 'Vecchia mappa',
    newMap: 'Nuova mappa',
    file: 'File',
    mapTitle: 'Titolo',
    layout: 'Tipo di mappa',
    bookable: 'Voci su cui si imputano ore',
    activities: 'di cui attività',
    services: 'di cui formazione, coordinamento, gestione generale',
    structureEntries: 'Macro-processi, processi, sotto-processi',
    fingerprint: 'SHA-256',
    kinds: 'Che cosa diventano le voci',
    entries: 'Voci',
    meaning: 'Significato',
    certainty: 'Quanto sono sicure le risposte',
    alarms: 'Allarmi',
    recycled: 'Codici riutilizzati',
    recycledMeaning:
      "in entrambe le mappe, ora indicano un'altra attività: un CERCA.VERT imputa le ore a quella sbagliata",
    lost: 'Forse perse nel nuovo file',
    lostMeaning: 'senza corrispondente, e il nuovo file salta un numero proprio dove dovrebbe trovarsi',
    sheetList: 'I fogli',
    sheetMeaning: {
      all: "una riga per ogni corrispondenza, nell'ordine della vecchia mappa; le parole diverse sono evidenziate",
      byNew: 'lo stesso, cercato per nuovo codice: da dove viene',
      recycled: 'i codici che nelle due mappe indicano cose diverse',
      structure: 'macro-processi, processi e sotto-processi',
      crosswalk: 'la tabella che altri programmi applicano, con le colonne del CSV',
    },
    columns: {
      oldCode: 'Vecchio codice',
      oldLabel: 'Vecchia descrizione',
      oldPath: 'Vecchia collocazione',
      change: 'Variazione',
      detail: 'Dettaglio',
      newCode: 'Nuovo codice',
      newLabel: 'Nuova descrizione',
      newPath: 'Nuova collocazione',
      share: 'Quota',
      tier: 'Certezza',
      confidence: 'Grado di fiducia',
      why: 'Perché',
      alarms: 'Allarme',
      together: 'Insieme a',
      candidates: 'Le più vicine',
      hours: 'Ore',
      decision: 'Decisione',
      code: 'Codice',
      was: 'Nella vecchia mappa',
      is: 'Nella nuova mappa',
      goesTo: 'La vecchia attività diventa',
      level: 'Livello',
    },
    recycledNote: 'riutilizzato: ora «{label}»',
    lostNote: 'forse persa: il nuovo file salta {missing}',
    page: 'Pagina &P di &N',
  },
};
