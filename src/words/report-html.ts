import type { Lang } from '../model/lang.ts';

interface MapWords {
  readonly entries: string;
  readonly lead: string;
  readonly pictureLead: string;
  readonly pictureLeadHours: string;
  readonly flowStays: string;
  readonly flowCrosses: string;
  readonly changesLead: string;
}

/** Words of the HTML report. `{name}` places are filled by the renderer, or by the script of the page. */
interface ReportHtmlTexts {
  readonly pageTitle: string;
  readonly skip: string;
  readonly contents: string;
  readonly oldMap: string;
  readonly newMap: string;
  readonly becomes: string;
  readonly activities: string;
  readonly services: string;
  readonly structureEntries: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly brief: string;
  /** Words for maps of processes, and for flat tables of other classifications, where nobody books hours. */
  readonly map: MapWords;
  readonly table: MapWords;
  readonly leadOpen: string;
  readonly leadLost: string;
  readonly leadDone: string;
  readonly certaintyBar: string;
  readonly tierMeaning: Readonly<Record<'certain' | 'probable' | 'open', string>>;
  readonly tiles: string;
  readonly showThese: string;
  readonly alarms: string;
  readonly recycled: string;
  readonly recycledLead: string;
  readonly recycledCode: string;
  readonly recycledWas: string;
  readonly recycledIs: string;
  readonly recycledGoes: string;
  readonly lost: string;
  readonly lostLead: string;
  readonly lostEntry: string;
  readonly lostMissing: string;
  readonly stale: string;
  readonly undecided: string;
  readonly undecidedLead: string;
  readonly candidates: string;
  readonly candidateColumn: string;
  readonly noCandidates: string;
  readonly picture: string;
  readonly pictureHint: string;
  readonly pictureTable: string;
  readonly pictureFrom: string;
  readonly pictureTo: string;
  readonly pictureEntries: string;
  readonly pictureHours: string;
  readonly flowName: string;
  readonly flowHours: string;
  readonly ends: Readonly<Record<'added' | 'dropped' | 'possibly-lost' | 'open', string>>;
  readonly process: string;
  readonly processLead: string;
  readonly processChoose: string;
  readonly processWhole: string;
  readonly processElsewhere: string;
  readonly processOutgoing: string;
  readonly processOnlyNew: string;
  readonly processNoScript: string;
  readonly changes: string;
  readonly briefReasons: string;
  readonly columns: Readonly<
    Record<
      'oldCode' | 'oldLabel' | 'newCode' | 'newLabel' | 'change' | 'label' | 'certainty' | 'hours',
      string
    >
  >;
  readonly addedTo: string;
  readonly noGroup: string;
  readonly together: string;
  readonly goesOnAs: string;
  readonly nowIn: string;
  readonly recycledNote: string;
  readonly lostNote: string;
  readonly why: string;
  readonly share: string;
  readonly filters: string;
  readonly search: string;
  readonly searchHint: string;
  readonly filterKind: string;
  readonly filterTier: string;
  readonly filterAlarm: string;
  readonly filterFrom: string;
  readonly filterTo: string;
  readonly filterAll: string;
  readonly reset: string;
  readonly shown: string;
  readonly shownAll: string;
  readonly nothing: string;
  readonly page: string;
  readonly previous: string;
  readonly next: string;
  readonly pageSize: string;
  readonly allRows: string;
  readonly sortBy: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly download: string;
  readonly downloadName: string;
  readonly structure: string;
  readonly structureLead: string;
  readonly findings: string;
  readonly findingsLead: string;
  readonly findingsNone: string;
  readonly errors: string;
  readonly warnings: string;
  readonly infos: string;
  readonly findingList: string;
  readonly findingColumns: Readonly<Record<'severity' | 'place' | 'finding', string>>;
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly glossary: string;
  readonly glossaryKinds: string;
  readonly glossaryTiers: string;
  readonly glossaryAlarms: string;
  readonly recycledMeaning: string;
  readonly lostMeaning: string;
  readonly glossaryMarks: string;
  readonly marksMeaning: string;
  readonly markRemoved: string;
  readonly markInserted: string;
  readonly footer: string;
  readonly noScript: string;
  readonly noLabel: string;
  readonly top: string;
}

export const reportHtmlTexts: Readonly<Record<Lang, ReportHtmlTexts>> = {
  en: {
    pageTitle: 'Migration report',
    skip: 'Skip to the changes',
    contents: 'Contents',
    oldMap: 'Old map',
    newMap: 'New map',
    becomes: 'becomes',
    activities: '{count} {count|activity|activities}',
    services: '{count} training, coordination and general {count|entry|entries}',
    structureEntries:
      '{count} {count|macro-process, process or sub-process|macro-processes, processes and sub-processes}',
    file: 'File',
    fingerprint: 'SHA-256',
    madeOn: 'Made on {date}',
    madeBy: 'procmap {version}',
    brief: 'In brief',
    map: {
      entries: '{count} {count|entry|entries} hours are booked on',
      lead: 'Of the {count} {count|entry|entries} of the old map that hours are booked on, {certain} {certain|is|are} carried over with certainty and {probable} {probable|wants|want} a look.',
      pictureLead:
        'From the macro-processes of the old map, on the left, to those of the new one, on the right. The width of a band is the number of entries it carries.',
      pictureLeadHours:
        'From the macro-processes of the old map, on the left, to those of the new one, on the right. The width of a band is the hours booked on the entries it carries.',
      flowStays: 'keeps its macro-process code',
      flowCrosses: 'goes to another macro-process',
      changesLead:
        'Every entry of the old map that hours are booked on, in its order; then what the new map adds.',
    },
    table: {
      entries: '{count} {count|entry|entries}',
      lead: 'Of the {count} {count|entry|entries} of the old table, {certain} {certain|is|are} carried over with certainty and {probable} {probable|wants|want} a look.',
      pictureLead:
        'From the branches of the old table, on the left, to those of the new one, on the right. The width of a band is the number of entries it carries.',
      pictureLeadHours:
        'From the branches of the old table, on the left, to those of the new one, on the right. The width of a band is the amount booked on the entries it carries.',
      flowStays: 'stays in its branch',
      flowCrosses: 'goes to another branch',
      changesLead: 'Every entry of the old table, in its order; then what the new one adds.',
    },
    leadOpen: '{open} {open|is|are} still to be decided by a person.',
    leadLost: '{lost} {lost|is|are} possibly lost in the new file.',
    leadDone: 'Nothing is left to decide.',
    certaintyBar: 'How sure the answers are',
    tierMeaning: {
      certain: 'may be applied as it stands',
      probable: 'proposed, wants a look',
      open: 'a person decides',
    },
    tiles: 'What becomes of the entries',
    showThese: 'show them in the table',
    alarms: 'Alarms',
    recycled: 'Recycled codes',
    recycledLead:
      'These codes stand in both maps, but name something else in each. Whoever carries time-sheets over by looking up the code books their hours on the wrong activity.',
    recycledCode: 'Code',
    recycledWas: 'In the old map',
    recycledIs: 'In the new map',
    recycledGoes: 'The old activity goes to',
    lost: 'Possibly lost in the new file',
    lostLead:
      'No counterpart was found for these entries, and the new file leaves out a number just where it would stand. Check the original document before treating them as dropped.',
    lostEntry: 'Entry of the old map',
    lostMissing: 'Missing in the new file',
    stale: 'Stale decisions',
    undecided: 'To be decided',
    undecidedLead: 'Nothing stands out for these entries. What comes nearest is listed, best first.',
    candidates: 'What comes nearest:',
    candidateColumn: 'What comes nearest',
    noCandidates: 'Nothing in the new map comes near.',
    picture: 'The picture',
    pictureHint: 'Choosing a band or a name shows its entries in the table below.',
    pictureTable: 'The same as a table',
    pictureFrom: 'From',
    pictureTo: 'To',
    pictureEntries: 'Entries',
    pictureHours: 'Hours',
    flowName: '{from} to {to}: {count} {count|entry|entries}',
    flowHours: '{hours} {hours|hour|hours}',
    ends: { added: 'added', dropped: 'dropped', 'possibly-lost': 'possibly lost', open: 'to be decided' },
    process: 'One process, old and new',
    processLead:
      'Choose a process to see where each of its entries goes, and where what is new in it comes from.',
    processChoose: 'Process',
    processWhole: '{code} as a whole',
    processElsewhere: 'from other processes',
    processOutgoing: 'in other processes',
    processOnlyNew: 'Only in the new map',
    processNoScript:
      'This view is drawn by the script of this page, which your program does not run. The table below says the same.',
    changes: 'All changes',
    briefReasons: 'The report being long, the reasons of certain answers stand in the workbook only.',
    columns: {
      oldCode: 'Old code',
      oldLabel: 'Old label',
      newLabel: 'New label',
      newCode: 'New code',
      change: 'Change',
      label: 'Label',
      certainty: 'Certainty',
      hours: 'Hours',
    },
    addedTo: 'Added to {group}',
    noGroup: 'Other entries',
    together: 'Together with',
    goesOnAs: 'carries it on',
    nowIn: 'now in',
    recycledNote: 'Recycled code: {code} now names',
    lostNote: 'Possibly lost in the new file, which leaves out {missing}.',
    why: 'Why',
    share: 'share {share}',
    filters: 'Filter the table',
    search: 'Search',
    searchHint: 'code or words, e.g. A1.1 bilancio',
    filterKind: 'Change',
    filterTier: 'Certainty',
    filterAlarm: 'only alarms',
    filterFrom: 'From (old map)',
    filterTo: 'To (new map)',
    filterAll: 'all',
    reset: 'Clear filters',
    shown: '{shown} of {total} {total|entry|entries}',
    shownAll: '{total|1 entry|all # entries}',
    nothing: 'No entry meets these filters.',
    page: 'Page {page} of {pages}',
    previous: 'Previous',
    next: 'Next',
    pageSize: 'Rows a page',
    allRows: 'all',
    sortBy: 'Sort by {column}',
    copy: 'Copy',
    copied: '{count} {count|row|rows} copied',
    copyFailed: 'The browser did not allow copying; use the download.',
    download: 'Download CSV',
    downloadName: 'changes.csv',
    structure: 'Changes of the structure',
    structureLead: 'Macro-processes, processes and sub-processes. Those that stay as they were are left out.',
    findings: 'In the files',
    findingsLead: 'What reading the two files brought up.',
    findingsNone: 'Nothing to report.',
    errors: 'errors',
    warnings: 'warnings',
    infos: 'remarks',
    findingList: 'What was found',
    findingColumns: { severity: 'Gravity', place: 'Place', finding: 'Finding' },
    severity: { error: 'error', warning: 'warning', info: 'remark' },
    glossary: 'How to read this report',
    glossaryKinds: 'Kinds of change',
    glossaryTiers: 'How sure an answer is',
    glossaryAlarms: 'Alarms',
    recycledMeaning:
      'the code exists in both maps and now names another activity; a lookup on the code would misbook hours',
    lostMeaning:
      'the entry has no counterpart, and the new file leaves out a number where it would stand; perhaps a row was lost',
    glossaryMarks: 'Marks in the labels',
    marksMeaning: 'What only the old label says, and what only the new one says:',
    markRemoved: 'removed words',
    markInserted: 'inserted words',
    footer:
      'This page is complete in itself: it asks nothing of the network and sends nothing. The answers come from the two files named above.',
    noScript:
      'Search, filters and the picture of a single process need the script of this page, which your program does not run. Everything the report says is on the page all the same.',
    noLabel: '(no label)',
    top: 'Back to the top',
  },
  it: {
    pageTitle: 'Rapporto di migrazione',
    skip: 'Vai alle variazioni',
    contents: 'Indice',
    oldMap: 'Vecchia mappa',
    newMap: 'Nuova mappa',
    becomes: 'diventa',
    activities: '{count} attività',
    services: '{count} {count|voce|voci} di formazione, coordinamento e gestione generale',
    structureEntries:
      '{count} {count|macro-processo, processo o sotto-processo|macro-processi, processi e sotto-processi}',
    file: 'File',
    fingerprint: 'SHA-256',
    madeOn: 'Redatto il {date}',
    madeBy: 'procmap {version}',
    brief: 'In breve',
    map: {
      entries: '{count} {count|voce|voci} su cui si imputano ore',
      lead: "{count|Dell'unica voce|Delle # voci} della vecchia mappa su cui si imputano ore, {certain} {certain|passa|passano} alla nuova con certezza e {probable} {probable|va rivista|vanno riviste}.",
      pictureLead:
        'Dai macro-processi della vecchia mappa, a sinistra, a quelli della nuova, a destra. Lo spessore di una fascia è il numero di voci che porta.',
      pictureLeadHours:
        'Dai macro-processi della vecchia mappa, a sinistra, a quelli della nuova, a destra. Lo spessore di una fascia sono le ore imputate alle voci che porta.',
      flowStays: 'mantiene il codice del macro-processo',
      flowCrosses: 'passa a un altro macro-processo',
      changesLead:
        'Ogni voce della vecchia mappa su cui si imputano ore, nel suo ordine; poi ciò che la nuova mappa aggiunge.',
    },
    table: {
      entries: '{count} {count|voce|voci}',
      lead: "{count|Dell'unica voce|Delle # voci} della vecchia tabella, {certain} {certain|passa|passano} alla nuova con certezza e {probable} {probable|va rivista|vanno riviste}.",
      pictureLead:
        'Dai rami della vecchia tabella, a sinistra, a quelli della nuova, a destra. Lo spessore di una fascia è il numero di voci che porta.',
      pictureLeadHours:
        'Dai rami della vecchia tabella, a sinistra, a quelli della nuova, a destra. Lo spessore di una fascia è la quantità imputata alle voci che porta.',
      flowStays: 'resta nel suo ramo',
      flowCrosses: 'passa a un altro ramo',
      changesLead: 'Ogni voce della vecchia tabella, nel suo ordine; poi ciò che la nuova aggiunge.',
    },
    leadOpen: '{open} {open|è|sono} ancora da decidere.',
    leadLost: '{lost} {lost|è forse persa|sono forse perse} nel nuovo file.',
    leadDone: 'Non resta nulla da decidere.',
    certaintyBar: 'Quanto sono sicure le risposte',
    tierMeaning: {
      certain: 'si può applicare così com’è',
      probable: 'proposta, da rivedere',
      open: 'decide una persona',
    },
    tiles: 'Che cosa diventano le voci',
    showThese: 'mostrale nella tabella',
    alarms: 'Allarmi',
    recycled: 'Codici riutilizzati',
    recycledLead:
      'Questi codici sono in entrambe le mappe, ma indicano cose diverse. Chi trasporta le ore con un CERCA.VERT sul codice le imputa all’attività sbagliata.',
    recycledCode: 'Codice',
    recycledWas: 'Nella vecchia mappa',
    recycledIs: 'Nella nuova mappa',
    recycledGoes: 'La vecchia attività diventa',
    lost: 'Forse perse nel nuovo file',
    lostLead:
      'Per queste voci non si trova un corrispondente, e il nuovo file salta un numero proprio dove dovrebbe trovarsi. Verificare sul documento originale prima di considerarle soppresse.',
    lostEntry: 'Voce della vecchia mappa',
    lostMissing: 'Manca nel nuovo file',
    stale: 'Decisioni superate',
    undecided: 'Da decidere',
    undecidedLead:
      'Per queste voci nessuna corrispondenza si impone. Sono elencate le più vicine, a partire dalla migliore.',
    candidates: 'Le più vicine:',
    candidateColumn: 'Le più vicine',
    noCandidates: 'Nessuna voce della nuova mappa le si avvicina.',
    picture: 'Il quadro',
    pictureHint: 'Scegliendo una fascia o un nome, la tabella qui sotto ne mostra le voci.',
    pictureTable: 'Lo stesso quadro in forma di tabella',
    pictureFrom: 'Da',
    pictureTo: 'A',
    pictureEntries: 'Voci',
    pictureHours: 'Ore',
    flowName: 'da {from} a {to}: {count} {count|voce|voci}',
    flowHours: '{hours} {hours|ora|ore}',
    ends: { added: 'aggiunte', dropped: 'soppresse', 'possibly-lost': 'forse perse', open: 'da decidere' },
    process: 'Un processo, prima e dopo',
    processLead:
      'Scegliere un processo per vedere dove va ciascuna delle sue voci, e da dove viene ciò che vi è di nuovo.',
    processChoose: 'Processo',
    processWhole: '{code} per intero',
    processElsewhere: 'da altri processi',
    processOutgoing: 'in altri processi',
    processOnlyNew: 'Solo nella nuova mappa',
    processNoScript:
      'Questa vista è disegnata dallo script della pagina, che il programma in uso non esegue. La tabella qui sotto dice le stesse cose.',
    changes: 'Tutte le variazioni',
    briefReasons:
      'Poiché il rapporto è lungo, le ragioni delle risposte certe sono solo nella cartella Excel.',
    columns: {
      oldCode: 'Vecchio codice',
      oldLabel: 'Vecchia descrizione',
      newLabel: 'Nuova descrizione',
      newCode: 'Nuovo codice',
      change: 'Variazione',
      label: 'Descrizione',
      certainty: 'Certezza',
      hours: 'Ore',
    },
    addedTo: 'Aggiunte a {group}',
    noGroup: 'Altre voci',
    together: 'Insieme a',
    goesOnAs: 'la prosegue',
    nowIn: 'ora in',
    recycledNote: 'Codice riutilizzato: {code} ora indica',
    lostNote: 'Forse persa nel nuovo file, che salta {missing}.',
    why: 'Perché',
    share: 'quota {share}',
    filters: 'Filtra la tabella',
    search: 'Cerca',
    searchHint: 'codice o parole, es. A1.1 bilancio',
    filterKind: 'Variazione',
    filterTier: 'Certezza',
    filterAlarm: 'solo allarmi',
    filterFrom: 'Da (vecchia mappa)',
    filterTo: 'A (nuova mappa)',
    filterAll: 'tutti',
    reset: 'Togli i filtri',
    shown: '{shown} {shown|voce|voci} su {total}',
    shownAll: '{total|1 voce|tutte le # voci}',
    nothing: 'Nessuna voce soddisfa questi filtri.',
    page: 'Pagina {page} di {pages}',
    previous: 'Precedente',
    next: 'Successiva',
    pageSize: 'Righe per pagina',
    allRows: 'tutte',
    sortBy: 'Ordina per {column}',
    copy: 'Copia',
    copied: '{count|copiata 1 riga|copiate # righe}',
    copyFailed: 'Il browser non ha permesso la copia: usare lo scaricamento.',
    download: 'Scarica CSV',
    downloadName: 'variazioni.csv',
    structure: 'Variazioni della struttura',
    structureLead: 'Macro-processi, processi e sotto-processi. Sono omessi quelli rimasti com’erano.',
    findings: 'Nei file',
    findingsLead: 'Che cosa è emerso dalla lettura dei due file.',
    findingsNone: 'Nulla da segnalare.',
    errors: 'errori',
    warnings: 'avvisi',
    infos: 'note',
    findingList: 'Che cosa si è trovato',
    findingColumns: { severity: 'Gravità', place: 'Posizione', finding: 'Rilievo' },
    severity: { error: 'errore', warning: 'avviso', info: 'nota' },
    glossary: 'Come leggere questo rapporto',
    glossaryKinds: 'Tipi di variazione',
    glossaryTiers: 'Quanto è sicura una risposta',
    glossaryAlarms: 'Allarmi',
    recycledMeaning:
      'il codice è in entrambe le mappe e ora indica un’altra attività: un CERCA.VERT sul codice imputerebbe le ore all’attività sbagliata',
    lostMeaning:
      'la voce non ha corrispondente, e il nuovo file salta un numero proprio dove dovrebbe trovarsi: forse una riga è andata persa',
    glossaryMarks: 'Segni nelle descrizioni',
    marksMeaning: 'Ciò che dice solo la vecchia descrizione, e ciò che dice solo la nuova:',
    markRemoved: 'parole tolte',
    markInserted: 'parole aggiunte',
    footer:
      'Questa pagina basta a sé stessa: non chiede nulla alla rete e non invia nulla. Le risposte vengono dai due file indicati in alto.',
    noScript:
      'La ricerca, i filtri e la vista del singolo processo richiedono lo script della pagina, che il programma in uso non esegue. Tutto ciò che il rapporto dice è comunque nella pagina.',
    noLabel: '(senza descrizione)',
    top: 'Torna in alto',
  },
};
