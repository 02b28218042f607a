import type { DecisionNote } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';
import { catalogue } from './catalogue.ts';
import { fill } from './language.ts';

export const explainTexts = catalogue(
  {
    inOld: 'In the old map',
    inNew: 'In the new map',
    codeNow: 'The same code in the new map names:',
    codeFree: 'The new map has no entry with this code.',
    recycled: 'Recycled code: it stands in both maps and now names something else.',
    byRule: 'The new file does not list it: it exists by rule, with its process.',
    /** An entry of the new map that no row of either file lists, and nothing leads to. */
    onlyByRule:
      '{code} {label}: no old entry leads to it; it is in no row of the new map and exists there by rule, with what it serves.',
    verdict: '{kind}, {tier}',
    mergedWith: 'together with {codes}',
    linkTo: 'goes to',
    noLink: 'has no counterpart in the new map: {reason}',
    because: 'Why (confidence {confidence})',
    /** How the pieces of evidence add up. */
    addsUp:
      'In log-odds: {prior} before anything is compared, {gain} from all this: {sum}, that is {confidence}.',
    speaksFor: 'for',
    speaksAgainst: 'against',
    candidates: 'What else it could have been',
    /** The same for an entry without a counterpart. */
    nearest: 'What comes nearest',
    noCandidates: 'Nothing else in the new map comes near.',
    sources: 'These old entries go there:',
    addedHere: 'The entry is new: no old entry goes there.',
    lostHint:
      'The new file leaves out {missing}, where the counterpart would stand: it may be lost in the file.',
    decided: 'Decided',
    decidedBy: 'by {by}',
    decidedOn: 'on {on}',
    confidence: 'confidence {confidence}',
    lostBy: 'falls behind in: {reasons}',
    against: '{evidence} ({own} against {chosen})',
  },
  {
    inOld: 'Nella vecchia mappa',
    inNew: 'Nella nuova mappa',
    codeNow: 'Lo stesso codice nella nuova mappa indica:',
    codeFree: 'La nuova mappa non ha voci con questo codice.',
    recycled: 'Codice riutilizzato: è in entrambe le mappe e ora indica altro.',
    byRule: 'Il nuovo file non la elenca: esiste per regola, con il suo processo.',
    onlyByRule:
      '{code} {label}: nessuna vecchia voce vi porta; non è in nessuna riga della nuova mappa e vi esiste per regola, con ciò a cui serve.',
    verdict: '{kind}, {tier}',
    mergedWith: 'insieme a {codes}',
    linkTo: 'diventa',
    noLink: 'non ha corrispondente nella nuova mappa: {reason}',
    because: 'Perché (grado di fiducia {confidence})',
    addsUp: 'In log-odds: {prior} prima di ogni confronto, {gain} da tutto questo: {sum}, cioè {confidence}.',
    speaksFor: 'a favore',
    speaksAgainst: 'contro',
    candidates: "Che cos'altro poteva diventare",
    nearest: 'Le voci più vicine',
    noCandidates: "Nient'altro nella nuova mappa le si avvicina.",
    sources: 'Vi confluiscono queste vecchie voci:',
    addedHere: 'La voce è nuova: nessuna vecchia voce vi confluisce.',
    lostHint:
      'Il nuovo file salta {missing}, dove starebbe il corrispondente: forse è andato perso nel file.',
    decided: 'Deciso',
    decidedBy: 'da {by}',
    decidedOn: 'il {on}',
    confidence: 'grado di fiducia {confidence}',
    lostBy: 'resta indietro in: {reasons}',
    against: '{evidence} ({own} contro {chosen})',
  },
);

/** `Decided by Rossi on 2024-05-18: reason`, as far as it is known. */
export function decidedText(lang: Lang, { by, on, reason }: DecisionNote): string {
  const texts = explainTexts[lang];
  const who = by === '' ? '' : fill(texts.decidedBy, { by });
  const when = on === '' ? '' : fill(texts.decidedOn, { on });
  const head = [texts.decided, who, when].filter((part) => part !== '').join(' ');
  return reason === '' ? `${head}.` : `${head}: ${reason}`;
}
