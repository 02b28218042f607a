import type { AdoptionNote, ConflictKind, OutcomeKind, Side } from '../model/adoption.ts';
import type { Lang } from '../model/lang.ts';

/** What a reader is told of the new local map. */
export interface AdoptionTexts {
  readonly title: string;
  readonly maps: {
    readonly base: string;
    readonly local: string;
    readonly national: string;
    readonly result: string;
  };
  readonly noBase: string;
  readonly entries: string;
  readonly whatBecame: string;
  readonly outcome: Readonly<Record<OutcomeKind, string>>;
  readonly outcomeMeaning: Readonly<Record<OutcomeKind, string>>;
  readonly conflict: Readonly<Record<ConflictKind, string>>;
  readonly note: Readonly<Record<AdoptionNote, string>>;
  readonly side: Readonly<Record<Side, string>>;
  readonly sections: string;
  readonly conflicts: string;
  readonly openConflicts: string;
  readonly noConflicts: string;
  readonly stands: string;
  readonly retiredFor: string;
  readonly maybe: string;
  readonly hours: string;
  readonly decided: string;
  readonly stale: string;
  readonly nextStep: string;
  readonly nothing: string;
  readonly columns: {
    readonly outcome: string;
    readonly base: string;
    readonly local: string;
    readonly national: string;
    readonly result: string;
    readonly notes: string;
  };
  readonly mark: string;
}

export const adoptionTexts: Readonly<Record<Lang, AdoptionTexts>> = {
  en: {
    title: 'The chamber’s own map, carried to the new national one',
    maps: { base: 'base', local: 'local map', national: 'national map', result: 'new local map' },
    noBase: 'no base: what changed is known only between the local map and the new national one',
    entries: '{layout}: {bookable} {bookable|entry|entries} with hours',
    whatBecame: 'What became of it',
    outcome: {
      'taken-over': 'taken over from the nation',
      'kept-wording': 'the chamber’s wording kept',
      'kept-place': 'the chamber’s place kept',
      'kept-content': 'the chamber’s entries kept',
      'left-out': 'left out, as before',
      'addition-kept': 'local addition kept',
      'addition-replaced': 'local addition replaced by a national entry',
      dropped: 'dropped by the nation',
      added: 'new from the nation',
      conflict: 'to be decided',
    },
    outcomeMeaning: {
      'taken-over': 'the chamber had left it as it was: what the nation made of it holds',
      'kept-wording': 'the chamber had reworded it and the nation did not',
      'kept-place': 'the chamber had put it elsewhere and the nation did not',
      'kept-content': 'the chamber had divided or joined it and the nation did nothing',
      'left-out': 'the chamber had left it out: what became of it stays out',
      'addition-kept': 'the chamber’s own; the nation has nothing alike',
      'addition-replaced': 'the chamber’s own; the nation now has the like',
      dropped: 'the nation no longer has it, and the chamber had left it as it was',
      added: 'the nation has added it',
      conflict: 'both did something that does not go together',
    },
    conflict: {
      wording: 'both changed the wording',
      place: 'both changed the place',
      content: 'one divided or joined what the other changed, too',
      'left-out-in-part': 'the nation joined it with something that the chamber had left out',
      'dropped-by-nation': 'the nation dropped what the chamber had made its own',
      'possibly-lost': 'the new national file has a gap where it would stand',
      uncertain: 'nobody knows yet what became of it',
      alike: 'the nation has added something that may be the same',
      'no-base': 'a local addition, or dropped by the nation?',
    },
    note: {
      'recycled-code': 'its code had named a national entry',
      'new-code': 'it has another code now',
      'parent-gone': 'what stood above it is gone; it went where its siblings went',
      'fate-open': 'where its hours go is open in the crosswalk',
      'branch-needed': 'the branch is back for what stands below it',
    },
    side: { national: 'the nation’s', local: 'the chamber’s own' },
    sections: 'All outcomes',
    conflicts: 'To be decided',
    openConflicts:
      '{open} {open|conflict|conflicts} to decide; until then the map has {open|this row|these rows} marked',
    noConflicts: 'Nothing is left to decide.',
    stands: 'until decided: {side}',
    retiredFor: 'now: {entries}',
    maybe: 'perhaps: {entries}',
    hours: '{hours} hours',
    decided: 'decided: {side}',
    stale: '{count} {count|decision no longer fits|decisions no longer fit} the maps',
    nextStep: 'decide them in {file}, then run the command again with --decisions {file}',
    nothing: '(nothing)',
    columns: {
      outcome: 'Outcome',
      base: 'Base',
      local: 'Local map',
      national: 'New national map',
      result: 'New local map',
      notes: 'Notes',
    },
    mark: 'to be decided: {conflict}',
  },
  it: {
    title: 'La mappa della camera, portata alla nuova mappa nazionale',
    maps: {
      base: 'base',
      local: 'mappa locale',
      national: 'mappa nazionale',
      result: 'nuova mappa locale',
    },
    noBase: 'senza base: si conosce solo ciò che cambia tra la mappa locale e la nuova nazionale',
    entries: '{layout}: {bookable} {bookable|voce|voci} con ore',
    whatBecame: 'Che cosa ne è stato',
    outcome: {
      'taken-over': 'ripresa dalla mappa nazionale',
      'kept-wording': 'mantenuta la dicitura della camera',
      'kept-place': 'mantenuta la posizione della camera',
      'kept-content': 'mantenute le voci della camera',
      'left-out': 'esclusa, come prima',
      'addition-kept': 'aggiunta locale mantenuta',
      'addition-replaced': 'aggiunta locale sostituita da una voce nazionale',
      dropped: 'soppressa dalla mappa nazionale',
      added: 'nuova dalla mappa nazionale',
      conflict: 'da decidere',
    },
    outcomeMeaning: {
      'taken-over': 'la camera l’aveva lasciata com’era: vale ciò che ne ha fatto la mappa nazionale',
      'kept-wording': 'la camera l’aveva riformulata e la mappa nazionale no',
      'kept-place': 'la camera l’aveva spostata e la mappa nazionale no',
      'kept-content': 'la camera l’aveva divisa o unita e la mappa nazionale non l’ha toccata',
      'left-out': 'la camera l’aveva esclusa: ciò che ne è stato resta escluso',
      'addition-kept': 'è della camera; la mappa nazionale non ha nulla di simile',
      'addition-replaced': 'era della camera; ora la mappa nazionale ne ha una uguale',
      dropped: 'la mappa nazionale non l’ha più e la camera l’aveva lasciata com’era',
      added: 'aggiunta dalla mappa nazionale',
      conflict: 'le due mappe hanno fatto cose che non vanno insieme',
    },
    conflict: {
      wording: 'entrambe hanno cambiato la dicitura',
      place: 'entrambe hanno cambiato la posizione',
      content: 'una ha diviso o unito ciò che anche l’altra ha cambiato',
      'left-out-in-part': 'la mappa nazionale l’ha unita a qualcosa che la camera aveva escluso',
      'dropped-by-nation': 'la mappa nazionale ha soppresso ciò che la camera aveva fatto proprio',
      'possibly-lost': 'nella nuova mappa nazionale manca una riga dove dovrebbe stare',
      uncertain: 'non si sa ancora che cosa ne è stato',
      alike: 'la mappa nazionale ha aggiunto qualcosa che potrebbe essere lo stesso',
      'no-base': 'aggiunta della camera, o soppressa dalla mappa nazionale?',
    },
    note: {
      'recycled-code': 'il suo codice indicava una voce nazionale',
      'new-code': 'ora ha un altro codice',
      'parent-gone': 'ciò che le stava sopra non c’è più; è andata dove sono andate le voci vicine',
      'fate-open': 'nella tabella di raccordo resta aperto dove vanno le sue ore',
      'branch-needed': 'il ramo è tornato per ciò che gli sta sotto',
    },
    side: { national: 'quella nazionale', local: 'quella della camera' },
    sections: 'Tutti gli esiti',
    conflicts: 'Da decidere',
    openConflicts:
      '{open} {open|conflitto|conflitti} da decidere; fino ad allora nella mappa {open|questa riga è segnata|queste righe sono segnate}',
    noConflicts: 'Non resta nulla da decidere.',
    stands: 'finché non si decide: {side}',
    retiredFor: 'ora: {entries}',
    maybe: 'forse: {entries}',
    hours: '{hours} ore',
    decided: 'deciso: {side}',
    stale: '{count} {count|decisione non corrisponde|decisioni non corrispondono} più alle mappe',
    nextStep: 'decidere in {file}, poi ripetere il comando con --decisions {file}',
    nothing: '(nulla)',
    columns: {
      outcome: 'Esito',
      base: 'Base',
      local: 'Mappa locale',
      national: 'Nuova mappa nazionale',
      result: 'Nuova mappa locale',
      notes: 'Note',
    },
    mark: 'da decidere: {conflict}',
  },
};

/**
 * The sheet on which conflicts are decided, by whose words it is also recognised when it comes back. Machine names are
 * those of the columns in a decision file.
 */
export const adoptionSheetWords = {
  en: {
    sheet: 'Conflicts',
    columns: {
      conflict: 'Conflict',
      local_code: 'Local code',
      local_label: 'Local label',
      national_code: 'National code',
      national_label: 'National label',
      verdict: 'Decision',
      reason: 'Reason',
      decided_by: 'Decided by',
      decided_on: 'Decided on',
      local_fingerprint: 'Local fingerprint',
      national_fingerprint: 'National fingerprint',
    },
    verdicts: { national: 'national', local: 'local' },
    hint: 'national: what the nation has (or that it has nothing); local: what the chamber has',
  },
  it: {
    sheet: 'Conflitti',
    columns: {
      conflict: 'Conflitto',
      local_code: 'Codice locale',
      local_label: 'Dicitura locale',
      national_code: 'Codice nazionale',
      national_label: 'Dicitura nazionale',
      verdict: 'Decisione',
      reason: 'Motivo',
      decided_by: 'Deciso da',
      decided_on: 'Deciso il',
      local_fingerprint: 'Impronta locale',
      national_fingerprint: 'Impronta nazionale',
    },
    verdicts: { national: 'nazionale', local: 'locale' },
    hint: 'nazionale: ciò che ha la mappa nazionale (anche nulla); locale: ciò che ha la camera',
  },
} as const satisfies Record<Lang, unknown>;
