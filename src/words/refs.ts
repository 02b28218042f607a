import type { Lang } from '../model/lang.ts';
import type { CitationStatus } from '../model/refs-report.ts';

interface RefsTexts {
  readonly title: string;
  readonly none: string;
  readonly counts: string;
  readonly status: Readonly<Record<CitationStatus, string>>;
  readonly recycled: string;
  readonly recycledNoLabel: string;
  readonly becomes: string;
  readonly entries: string;
  readonly noTarget: string;
  readonly lostTarget: string;
  readonly openTarget: string;
  readonly notKnown: string;
  readonly alsoIn: string;
}

export const refsTexts: Readonly<Record<Lang, RefsTexts>> = {
  en: {
    title: 'codes cited, according to {crosswalk}',
    none: 'No codes are cited.',
    counts: 'Citations: {citations}; codes: {codes}; {statuses}',
    status: {
      unchanged: 'unchanged',
      renamed: 'renamed',
      moved: 'moved',
      'moved-and-renamed': 'moved and renamed',
      split: 'split',
      merged: 'merged',
      transfer: 'transfer',
      dropped: 'dropped',
      'possibly-lost': 'possibly lost',
      open: 'open',
      unknown: 'unknown',
    },
    recycled: 'ALARM: in the new map the same code names something else: {label}',
    recycledNoLabel: 'ALARM: in the new map the same code names something else',
    becomes: 'becomes {code}',
    entries: '{count} of {all} {all|entry|entries}',
    noTarget: 'nothing in the new map corresponds to it',
    lostTarget: 'nothing in the new map corresponds to it; its file may have lost the entry',
    openTarget: 'nobody has decided what it becomes',
    notKnown: 'the crosswalk does not know it',
    alsoIn: 'known in {map}: {label}',
  },
  it: {
    title: 'codici citati, secondo {crosswalk}',
    none: 'Nessun codice citato.',
    counts: 'Citazioni: {citations}; codici: {codes}; {statuses}',
    status: {
      unchanged: 'invariato',
      renamed: 'rinominato',
      moved: 'spostato',
      'moved-and-renamed': 'spostato e rinominato',
      split: 'suddiviso',
      merged: 'accorpato',
      transfer: 'trasferito',
      dropped: 'soppresso',
      'possibly-lost': 'forse perso',
      open: 'da decidere',
      unknown: 'sconosciuto',
    },
    recycled: "ALLARME: nella nuova mappa lo stesso codice indica un'altra cosa: {label}",
    recycledNoLabel: "ALLARME: nella nuova mappa lo stesso codice indica un'altra cosa",
    becomes: 'diventa {code}',
    entries: '{count} {count|voce|voci} su {all}',
    noTarget: 'nella nuova mappa non ha corrispondente',
    lostTarget: 'nella nuova mappa non ha corrispondente; il file può aver perso la voce',
    openTarget: 'nessuno ha deciso che cosa diventa',
    notKnown: 'la tabella di raccordo non lo conosce',
    alsoIn: 'noto in {map}: {label}',
  },
};
