import type { Lang } from '../model/lang.ts';

/** Words of `procmap review --interactive`. */
interface InteractiveTexts {
  readonly needsTerminal: string;
  readonly nothingOpen: string;
  readonly begin: string;
  readonly by: string;
  readonly entry: string;
  readonly hours: string;
  readonly proposed: string;
  readonly question: string;
  readonly accept: string;
  readonly acceptAll: string;
  readonly reject: string;
  readonly other: string;
  readonly split: string;
  readonly drop: string;
  readonly skip: string;
  readonly stop: string;
  readonly search: string;
  readonly searchFirst: string;
  readonly searchNext: string;
  readonly done: string;
  readonly shares: string;
  readonly sharesWrong: string;
  readonly reason: string;
  readonly goOn: string;
  readonly yes: string;
  readonly no: string;
  readonly end: string;
}

export const interactiveTexts: Readonly<Record<Lang, InteractiveTexts>> = {
  en: {
    needsTerminal:
      '--interactive asks at a terminal, and there is none; write a workbook instead (-o review.xlsx)',
    nothingOpen: 'Nothing is open.',
    begin:
      '{open} {open|entry|entries} to decide, {probable} worth a look. Every answer is saved in {file}; Ctrl-C stops, and the next run goes on from there.',
    by: 'Who decides?',
    entry: '{at}/{all}  {code}  {label}',
    hours: '{hours} {hours|hour|hours} booked',
    proposed: 'Proposed: {code}  {label}  ({confidence})',
    question: 'What does it become?',
    accept: 'yes, {code}  {label}',
    acceptAll: 'yes, all {count} targets',
    reject: 'no, not that (it stays open)',
    other: 'another entry ...',
    split: 'several entries, with shares ...',
    drop: 'nothing: it is dropped',
    skip: 'skip for now',
    stop: 'stop here',
    search: 'Which entry? Type some of its code or words',
    searchFirst: 'First target? Type some of its code or words',
    searchNext: 'Next target?',
    done: '(no further target)',
    shares: 'Shares of {codes}, such as "60 40" or "0.6 0.4" (empty: later)',
    sharesWrong: '{count} numbers that sum to exactly 1 or 100',
    reason: 'Reason (may be empty)',
    goOn: 'All open entries are done. Go on with the {count} that {count|is|are} probable?',
    yes: 'yes',
    no: 'no',
    end: '{decided} decided, {left} left; saved in {file}',
  },
  it: {
    needsTerminal:
      "--interactive fa domande su un terminale, che qui non c'è; scrivere invece una cartella di lavoro (-o review.xlsx)",
    nothingOpen: 'Non resta nulla da decidere.',
    begin:
      '{open} {open|voce|voci} da decidere, {probable} da rivedere. Ogni risposta è salvata in {file}; Ctrl-C interrompe, e la prossima volta si riprende da lì.',
    by: 'Chi decide?',
    entry: '{at}/{all}  {code}  {label}',
    hours: '{hours} {hours|ora imputata|ore imputate}',
    proposed: 'Proposta: {code}  {label}  ({confidence})',
    question: 'Che cosa diventa?',
    accept: 'sì, {code}  {label}',
    acceptAll: 'sì, tutte le {count} destinazioni',
    reject: 'no, questa no (resta da decidere)',
    other: "un'altra voce ...",
    split: 'più voci, con le quote ...',
    drop: 'nulla: è soppressa',
    skip: 'per ora salta',
    stop: 'fermati qui',
    search: 'Quale voce? Scrivere una parte del codice o del testo',
    searchFirst: 'Prima destinazione? Scrivere una parte del codice o del testo',
    searchNext: 'Altra destinazione?',
    done: '(nessun’altra destinazione)',
    shares: 'Quote di {codes}, per esempio "60 40" o "0,6 0,4" (vuoto: più tardi)',
    sharesWrong: '{count} numeri la cui somma sia esattamente 1 o 100',
    reason: 'Motivo (può restare vuoto)',
    goOn: "Le voci da decidere sono finite. Passare {count|all'unica probabile|alle # probabili}?",
    yes: 'sì',
    no: 'no',
    end: '{decided} {decided|decisa|decise}, {left} {left|resta|restano}; {decided|salvata|salvate} in {file}',
  },
};
