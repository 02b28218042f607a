import type { ChangeKind } from '../model/change.ts';
import type { Lang } from '../model/lang.ts';

/** Words of the migration report. `{name}` places are filled by the renderer. */
interface ReportTexts {
  readonly title: string;
  readonly oldMap: string;
  readonly newMap: string;
  readonly mapSize: string;
  readonly tableSize: string;
  readonly summary: string;
  readonly tableSummary: string;
  readonly tiers: string;
  /** Added to the tiers where some entries go nowhere. */
  readonly nowhere: string;
  readonly nowhereLost: string;
  readonly alarms: string;
  readonly noAlarms: string;
  readonly recycled: string;
  readonly recycledName: string;
  readonly recycledWas: string;
  readonly recycledIs: string;
  readonly possiblyLost: string;
  readonly possiblyLostName: string;
  readonly possiblyLostEntry: string;
  readonly undecided: string;
  readonly section: Readonly<Record<Exclude<ChangeKind, 'unchanged'>, string>>;
  /** A section that leaves out what other sections show. */
  readonly sectionPart: string;
  readonly structure: string;
  /** In place of the structure where nobody asked for it. */
  readonly structureChanged: string;
  readonly inShort: string;
  readonly alarmCounts: string;
  readonly settle: string;
  readonly nothingToSettle: string;
  readonly reviewFile: string;
  readonly crosswalkFile: string;
  readonly services: string;
  readonly servicesFollow: string;
  readonly findings: string;
  readonly findingsOf: string;
  readonly summaryHint: string;
  readonly noLabel: string;
  readonly candidates: string;
  readonly noCandidates: string;
  readonly nothingLeft: string;
  readonly goesOnAs: string;
  readonly against: string;
  readonly together: string;
}

export const reportTexts: Readonly<Record<Lang, ReportTexts>> = {
  en: {
    title: 'Migration report',
    oldMap: 'old',
    newMap: 'new',
    mapSize:
      '{layout}: {bookable} {bookable|entry|entries} hours are booked on ({activities} {activities|activity|activities}), {structure} above {bookable|it|them}',
    tableSize: '{layout}: {bookable} {bookable|entry|entries}',
    summary: 'What becomes of the {count|entry|# entries} hours are booked on',
    tableSummary: 'What becomes of the {count|entry|# entries}',
    tiers: '{certain} certain{ofWhich}, {probable} probable (worth a look), {open} open (to be decided)',
    nowhere: '; {dropped} dropped',
    nowhereLost: '; {dropped} dropped and {lost} possibly lost in the new file (see alarms)',
    alarms: 'Alarms',
    noAlarms: 'No alarms: every code that stands in both maps names the same activity.',
    recycled:
      'Recycled codes: {count}. The code stands in both maps and now names another activity; a join on the code books hours wrongly.',
    recycledName: 'recycled codes',
    recycledWas: 'was',
    recycledIs: 'is now',
    possiblyLost:
      'Possibly lost in the new file: {count}. The entry has no counterpart, and the new file leaves out a number where it would stand.',
    possiblyLostName: 'possibly lost in the new file',
    possiblyLostEntry: 'missing in the new file: {missing}',
    undecided: 'For a person to decide: {count}.',
    section: {
      moved: 'Moved',
      'moved-and-renamed': 'Moved and renamed',
      renamed: 'Renamed',
      split: 'Split',
      merged: 'Merged',
      transfer: 'Transfers (split and merged)',
      dropped: 'Dropped',
      'possibly-lost': 'Possibly lost in the new file',
      added: 'Added',
      open: 'Open: nothing stands out, a person decides',
    },
    sectionPart: '{shown} of {total}, rest below or in alarms',
    structure: 'Structure (macro-processes, processes, sub-processes)',
    structureChanged:
      '{count} {count|changes|change} in the structure above the entries ({count|--structure lists it|--structure lists them})',
    inShort: 'In short',
    alarmCounts: '{recycled} recycled {recycled|code|codes}, {lost} possibly lost',
    settle: '{count} to be decided:',
    nothingToSettle: 'nothing is left to be decided:',
    reviewFile: 'review.xlsx',
    crosswalkFile: 'crosswalk.csv',
    services: 'Training and coordination entries',
    servicesFollow: '{count|1 follows its|# follow their} process under the same code.',
    findings: 'In the files',
    findingsOf:
      '{file}: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings} (procmap check tells which)',
    summaryHint: 'Without --summary every change is listed; -o report.html draws them.',
    noLabel: '(no label)',
    candidates: 'candidates:',
    noCandidates: 'no candidate',
    nothingLeft: 'Nothing to show: no change of the kinds asked for.',
    goesOnAs: 'goes on as {code}',
    against: 'against: ',
    together: 'with {codes}',
  },
  it: {
    title: 'Rapporto di migrazione',
    oldMap: 'vecchia',
    newMap: 'nuova',
    mapSize:
      '{layout}: {bookable} {bookable|voce|voci} su cui si imputano ore ({activities} attività), {structure} sopra di {bookable|essa|esse}',
    tableSize: '{layout}: {bookable} {bookable|voce|voci}',
    summary: 'Che cosa {count|diventa la voce|diventano le # voci} su cui si imputano ore',
    tableSummary: 'Che cosa {count|diventa la voce|diventano le # voci}',
    tiers:
      '{certain} {certain|certa|certe}{ofWhich}, {probable} {probable|probabile|probabili} (da rivedere), {open} da decidere',
    nowhere: '; {dropped} {dropped|soppressa|soppresse}',
    nowhereLost:
      '; {dropped} {dropped|soppressa|soppresse} e {lost} {lost|forse persa|forse perse} nel nuovo file (vedi allarmi)',
    alarms: 'Allarmi',
    noAlarms: 'Nessun allarme: ogni codice presente in entrambe le mappe indica la stessa attività.',
    recycled:
      "Codici riutilizzati: {count}. Il codice è in entrambe le mappe ma ora indica un'altra attività; un CERCA.VERT sul codice imputa le ore all'attività sbagliata.",
    recycledName: 'codici riutilizzati',
    recycledWas: 'era',
    recycledIs: 'ora è',
    possiblyLost:
      'Forse perse nel nuovo file: {count}. La voce non ha corrispondente, e il nuovo file salta un numero proprio dove dovrebbe trovarsi.',
    possiblyLostName: 'forse perse nel nuovo file',
    possiblyLostEntry: 'manca nel nuovo file: {missing}',
    undecided: 'Da decidere: {count}.',
    section: {
      moved: 'Spostate',
      'moved-and-renamed': 'Spostate e rinominate',
      renamed: 'Rinominate',
      split: 'Suddivise',
      merged: 'Accorpate',
      transfer: 'Trasferimenti (suddivise e accorpate)',
      dropped: 'Soppresse',
      'possibly-lost': 'Forse perse nel nuovo file',
      added: 'Aggiunte',
      open: 'Da decidere: nessuna corrispondenza si impone',
    },
    sectionPart: '{shown} di {total}, altre sotto o in allarmi',
    structure: 'Struttura (macro-processi, processi, sotto-processi)',
    structureChanged:
      '{count} {count|variazione|variazioni} nella struttura sopra le voci ({count|la elenca|le elenca} --structure)',
    inShort: 'In breve',
    alarmCounts:
      '{recycled} {recycled|codice riutilizzato|codici riutilizzati}, {lost} {lost|voce forse persa|voci forse perse}',
    settle: '{count} da decidere:',
    nothingToSettle: 'non resta nulla da decidere:',
    reviewFile: 'revisione.xlsx',
    crosswalkFile: 'raccordo.csv',
    services: 'Formazione e coordinamento',
    servicesFollow: '{count|1 segue il suo|# seguono il loro} processo con lo stesso codice.',
    findings: 'Nei file',
    findingsOf:
      '{file}: {errors} {errors|errore|errori}, {warnings} {warnings|avviso|avvisi} (quali, lo dice procmap check)',
    summaryHint: 'Senza --summary sono elencate tutte le variazioni; -o rapporto.html le disegna.',
    noLabel: '(senza descrizione)',
    candidates: 'candidate:',
    noCandidates: 'nessuna candidata',
    nothingLeft: 'Niente da mostrare: nessuna variazione dei tipi richiesti.',
    goesOnAs: 'prosegue come {code}',
    against: 'contro: ',
    together: 'con {codes}',
  },
};
