import type { Lang } from '../model/lang.ts';
import type { ReviewGroup } from '../model/review.ts';

/** Words of the review workbook, besides the headings that decisions are read by (`reviewWords` in the model). */
interface ReviewTexts {
  readonly sheets: Readonly<Record<'review' | 'summary' | 'entries' | 'lists', string>>;
  readonly title: string;
  readonly maps: string;
  readonly help: readonly string[];
  readonly headings: Readonly<
    Record<
      | 'group'
      | 'old_entry'
      | 'proposed_entry'
      | 'confidence'
      | 'why'
      | 'hours'
      | 'label'
      | 'path'
      | 'sources',
      string
    >
  >;
  readonly groups: Readonly<Record<ReviewGroup | 'free', string>>;
  readonly hiddenCertain: string;
  readonly noLabel: string;
  readonly dropped: string;
  readonly added: string;
  readonly recycled: string;
  readonly possiblyLost: string;
  readonly stale: string;
  readonly rejected: string;
  readonly splitOf: string;
  readonly together: string;
  readonly candidates: string;
  readonly freeRow: string;
  readonly badChoice: { readonly title: string; readonly text: string };
  readonly badShare: { readonly title: string; readonly text: string };
  readonly badVerdict: { readonly title: string; readonly text: string };
  readonly badDate: { readonly title: string; readonly text: string };
  readonly summary: Readonly<
    Record<
      | 'title'
      | 'group'
      | 'entries'
      | 'decided'
      | 'left'
      | 'progress'
      | 'hours'
      | 'hoursLeft'
      | 'total'
      | 'checks'
      | 'sharesWrong'
      | 'noAuthor'
      | 'ok'
      | 'next',
      string
    >
  >;
  readonly nextSteps: readonly string[];
  readonly page: string;
}

export const reviewTexts: Readonly<Record<Lang, ReviewTexts>> = {
  en: {
    sheets: { review: 'Review', summary: 'Summary', entries: 'New entries', lists: 'Lists' },
    title: 'Review of the correspondence',
    maps: '{old}  →  {new}',
    help: [
      'Only the yellow cells are to be filled in; what stays empty stays open. "accept" takes the proposal, "reject" turns it down, "drop" says that nothing corresponds to the old entry, "restore" that the new map has it and its file lost the row.',
      'To choose another entry, pick it under "Other new entry": the likely ones come first. To split an entry over several, use a free row at the end for each further target, with shares that sum to 1.',
    ],
    headings: {
      group: 'Status',
      old_entry: 'Old entry',
      proposed_entry: 'Proposed new entry',
      confidence: 'Sure',
      why: 'Why',
      hours: 'Hours',
      label: 'Entry',
      path: 'Stands under',
      sources: 'From',
    },
    groups: {
      open: 'open',
      'possibly-lost': 'possibly lost',
      probable: 'probable',
      dropped: 'dropped',
      incomplete: 'perhaps not all',
      decided: 'decided',
      certain: 'certain',
      free: 'free row',
    },
    hiddenCertain:
      '{count} certain {count|row is|rows are} hidden by the filter on "Status": choose (All) there to see {count|it|them}.',
    noLabel: '(no label)',
    dropped: '(dropped: nothing corresponds)',
    added: '(added)',
    recycled: 'Recycled code: in the new map {code} is "{label}".',
    possiblyLost: 'Possibly lost in the new file, which leaves out {code}.',
    stale: 'Decided before ({verdict} {code}), but since then {changes}.',
    rejected: 'Rejected.',
    splitOf: 'One of {count} targets: decide each, with shares.',
    together: 'Together with {codes}.',
    candidates: 'Candidates:',
    freeRow: 'for a further target of a split entry',
    badChoice: { title: 'Not in the list', text: 'Choose an entry from the list, or leave the cell empty.' },
    badShare: { title: 'Not a share', text: 'A number more than 0 and at most 1, such as 0.25.' },
    badVerdict: { title: 'Not a decision', text: 'Choose from the list, or leave the cell empty.' },
    badDate: { title: 'Not a date', text: 'A day such as 31/01/2025, or nothing.' },
    summary: {
      title: 'Progress of the review',
      group: 'Status',
      entries: 'Rows',
      decided: 'Decided',
      left: 'Left',
      progress: 'Progress',
      hours: 'Hours',
      hoursLeft: 'Hours left',
      total: 'Total',
      checks: 'Checks',
      sharesWrong: 'Decided rows of split entries whose shares do not sum to 1',
      noAuthor: 'Decided rows without a name',
      ok: 'in order',
      next: 'When everything is decided',
    },
    nextSteps: [
      'Save this workbook, then:',
      'procmap crosswalk {old} {new} --decisions THIS-FILE.xlsx --strict -o crosswalk.csv',
      'To keep the decisions in git as text:',
      'procmap review {old} {new} --decisions THIS-FILE.xlsx -o decisions.csv',
    ],
    page: 'Page &P of &N',
  },
  it: {
    sheets: { review: 'Revisione', summary: 'Riepilogo', entries: 'Voci nuove', lists: 'Elenchi' },
    title: 'Revisione del raccordo',
    maps: '{old}  →  {new}',
    help: [
      'Si compilano solo le celle gialle; ciò che resta vuoto resta da decidere. «conferma» accetta la proposta, «scarta» la respinge, «sopprimi» dice che alla vecchia voce non corrisponde più nulla, «ripristina» che nella nuova mappa c’è e la riga manca nel file.',
      "Per scegliere un'altra voce, indicarla in «Altra voce nuova»: le più probabili sono in cima all'elenco. Per suddividere una voce su più voci, usare in fondo una riga libera per ogni destinazione in più, con quote la cui somma sia 1.",
    ],
    headings: {
      group: 'Stato',
      old_entry: 'Vecchia voce',
      proposed_entry: 'Nuova voce proposta',
      confidence: 'Fiducia',
      why: 'Perché',
      hours: 'Ore',
      label: 'Voce',
      path: 'Sta sotto',
      sources: 'Da',
    },
    groups: {
      open: 'da decidere',
      'possibly-lost': 'forse persa',
      probable: 'probabile',
      dropped: 'soppressa',
      incomplete: 'forse non tutto',
      decided: 'decisa',
      certain: 'certa',
      free: 'riga libera',
    },
    hiddenCertain:
      '{count} {count|riga certa è nascosta|righe certe sono nascoste} dal filtro su «Stato»: per {count|vederla|vederle} scegliere lì (Tutto).',
    noLabel: '(senza descrizione)',
    dropped: '(soppressa: non corrisponde nulla)',
    added: '(aggiunta)',
    recycled: 'Codice riutilizzato: nella nuova mappa {code} è «{label}».',
    possiblyLost: 'Forse persa nel nuovo file, che salta {code}.',
    stale: 'Già decisa ({verdict} {code}), ma da allora {changes}.',
    rejected: 'Scartata.',
    splitOf: 'Una di {count} destinazioni: decidere ciascuna, con le quote.',
    together: 'Insieme a {codes}.',
    candidates: 'Candidate:',
    freeRow: "per un'ulteriore destinazione di una voce suddivisa",
    badChoice: {
      title: "Non è nell'elenco",
      text: "Scegliere una voce dall'elenco, o lasciare vuota la cella.",
    },
    badShare: { title: 'Non è una quota', text: 'Un numero maggiore di 0 e al massimo 1, come 0,25.' },
    badVerdict: { title: 'Non è una decisione', text: "Scegliere dall'elenco, o lasciare vuota la cella." },
    badDate: { title: 'Non è una data', text: 'Un giorno come 31/01/2025, oppure niente.' },
    summary: {
      title: 'Avanzamento della revisione',
      group: 'Stato',
      entries: 'Righe',
      decided: 'Decise',
      left: 'Restano',
      progress: 'Avanzamento',
      hours: 'Ore',
      hoursLeft: 'Ore restanti',
      total: 'Totale',
      checks: 'Controlli',
      sharesWrong: 'Righe decise di voci suddivise le cui quote non sommano a 1',
      noAuthor: 'Righe decise senza nome',
      ok: 'in ordine',
      next: 'Quando tutto è deciso',
    },
    nextSteps: [
      'Salvare questa cartella di lavoro, poi:',
      'procmap crosswalk {old} {new} --decisions QUESTO-FILE.xlsx --strict -o raccordo.csv',
      'Per conservare le decisioni in git come testo:',
      'procmap review {old} {new} --decisions QUESTO-FILE.xlsx -o decisions.csv',
    ],
    page: 'Pagina &P di &N',
  },
};
