import type { Alarm } from '../model/change.ts';
import type { Lang } from '../model/lang.ts';
import { catalogue } from './catalogue.ts';
import { fill } from './language.ts';
import { safeText } from './safe-text.ts';

/** What is said of identifiers and definitions that two revisions do not agree on. */
export const identityTexts = catalogue(
  {
    reusedId: 'Reused identifiers',
    reusedIdLead:
      'The identifier stands in both maps and its entry means something else now, as the labels say. An identifier stays with its entry: give the new one another, or decide that it is the same.',
    reusedIdNote: 'Reused identifier {id}: it now stands at "{label}".',
    redefined: 'Redefined',
    redefinedLead:
      'The label is the same, and what the map says it means is not. What was booked on it before and after may not be the same.',
    redefinedNote: 'Redefined under the same label: it was "{before}", it is "{after}".',
    id: 'Identifier',
    was: 'In the old map',
    is: 'In the new map',
    before: 'Old definition',
    after: 'New definition',
    counts: '{reused} reused {reused|identifier|identifiers}, {redefined} redefined',
  },
  {
    reusedId: 'Identificativi riutilizzati',
    reusedIdLead:
      "L'identificativo è in entrambe le mappe e la sua voce ora indica altro, a giudicare dalle descrizioni. Un identificativo resta con la sua voce: darne un altro a quella nuova, oppure decidere che è la stessa.",
    reusedIdNote: 'Identificativo riutilizzato {id}: ora è di «{label}».',
    redefined: 'Ridefinite',
    redefinedLead:
      'La descrizione è la stessa, ma la mappa le dà un altro significato. Le ore registrate prima e dopo potrebbero non essere la stessa cosa.',
    redefinedNote: 'Ridefinita con la stessa descrizione: era «{before}», ora è «{after}».',
    id: 'Identificativo',
    was: 'Nella vecchia mappa',
    is: 'Nella nuova mappa',
    before: 'Vecchia definizione',
    after: 'Nuova definizione',
    counts:
      '{reused} {reused|identificativo riutilizzato|identificativi riutilizzati}, {redefined} {redefined|ridefinita|ridefinite}',
  },
);

/** Of these alarms one sentence, with the texts that it rests on. */
export function identityNote(
  alarm: Extract<Alarm, { readonly kind: 'reused-id' | 'redefined' }>,
  lang: Lang,
): string {
  const texts = identityTexts[lang];
  return safeText(
    alarm.kind === 'reused-id'
      ? fill(texts.reusedIdNote, { id: alarm.id, label: alarm.newLabel })
      : fill(texts.redefinedNote, { before: alarm.before, after: alarm.after }),
  );
}
