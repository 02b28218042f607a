import type { ChangeDetail, ChangeKind } from '../model/change.ts';
import type { EvidenceKind, NoLinkReason, Tier } from '../model/correspondence.ts';
import type { Lang } from '../model/lang.ts';
import type { LayoutName, NodeKind } from '../model/process-map.ts';

/** Names of everything that has a fixed list of values in the model. */
interface KindTexts {
  readonly change: Readonly<Record<ChangeKind, string>>;
  /** The same of many entries; Italian needs another word. */
  readonly changes: Readonly<Record<ChangeKind, string>>;
  /** What the kind means, in a line. */
  readonly meaning: Readonly<Record<ChangeKind, string>>;
  readonly detail: Readonly<Record<ChangeDetail, string>>;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly node: Readonly<Record<NodeKind, string>>;
  readonly layout: Readonly<Record<LayoutName, string>>;
  /** What a piece of evidence says, for a reader who knows the activities and not the method. */
  readonly evidence: Readonly<Record<EvidenceKind, string>>;
  /** The same where it holds in part only. */
  readonly evidenceInPart: Readonly<Partial<Record<EvidenceKind, string>>>;
  /** The same where it speaks against the link. */
  readonly evidenceAgainst: Readonly<Partial<Record<EvidenceKind, string>>>;
  readonly noLink: Readonly<Record<NoLinkReason, string>>;
}

export const kindTexts: Readonly<Record<Lang, KindTexts>> = {
  en: {
    change: {
      unchanged: 'unchanged',
      renamed: 'renamed',
      moved: 'moved',
      'moved-and-renamed': 'moved and renamed',
      split: 'split',
      merged: 'merged',
      transfer: 'transfer',
      dropped: 'dropped',
      'possibly-lost': 'possibly lost',
      added: 'added',
      open: 'open',
    },
    changes: {
      unchanged: 'unchanged',
      renamed: 'renamed',
      moved: 'moved',
      'moved-and-renamed': 'moved and renamed',
      split: 'split',
      merged: 'merged',
      transfer: 'transfers',
      dropped: 'dropped',
      'possibly-lost': 'possibly lost',
      added: 'added',
      open: 'open',
    },
    meaning: {
      unchanged: 'same code, same label',
      renamed: 'same code, another label',
      moved: 'same label, another code',
      'moved-and-renamed': 'another code and another label',
      split: 'divided among several new entries',
      merged: 'goes with others into one new entry',
      transfer: 'divided, and a part goes with others',
      dropped: 'no new entry carries it on',
      'possibly-lost':
        'no new entry carries it on, but the new file leaves out a number where it would stand',
      added: 'new, comes from no old entry',
      open: 'nothing stands out: a person decides',
    },
    detail: {
      editorial: 'wording only',
      substantive: 'content changed',
      renumbered: 'renumbered',
      relocated: 'relocated',
      'split-off': 'split-off',
      breakdown: 'breakdown',
      'take-over': 'take-over',
      merger: 'merger',
    },
    tier: { certain: 'certain', probable: 'probable', open: 'open' },
    tiers: { certain: 'certain', probable: 'probable', open: 'open' },
    node: {
      'macro-process': 'macro-process',
      process: 'process',
      'sub-process': 'sub-process',
      activity: 'activity',
      coordination: 'coordination',
      training: 'training',
      general: 'general',
      group: 'group',
      entry: 'entry',
    },
    layout: {
      local: 'local map',
      national: 'national map',
      level: 'level map',
      register: 'register',
      'side-by-side': 'levels side by side',
      flat: 'flat table',
    },
    evidence: {
      'same-label': 'the labels are the same',
      'editorial-label': 'the labels differ only in their writing',
      'label-similarity': 'the labels share their telling words',
      'label-contained': 'one label stands inside the other',
      'part-of-label': 'a part of the label that nothing else answers to names it',
      'same-code': 'the code is the same, and codes are kept around it',
      'same-parent': 'the branches above correspond',
      'same-children': 'the entries below correspond',
      position: 'it stands at the same place among its neighbours',
      siblings: 'what stands beside or above it goes there too',
      'other-level': 'it stands on such a level',
      excluded: 'one label excludes what the other names',
      elsewhere: 'no other entry comes near',
      prior: 'before anything is compared',
      'carried-by-rule': 'training and coordination follow their process by rule',
      published: 'a published correspondence says so',
      decision: 'decided by a person',
    },
    evidenceInPart: {
      'label-contained': 'one label stands in part inside the other',
      'same-parent': 'the branches above correspond in part',
      'same-children': 'the entries below correspond in part',
      position: 'it stands at a similar place among its neighbours',
    },
    evidenceAgainst: {
      'same-code': 'the code is the same, but few codes are kept around it',
      'same-parent': 'the branches above hardly correspond',
      'same-children': 'the entries below hardly correspond',
      position: 'it stands at another place among its neighbours',
      'label-similarity': 'the labels share few telling words',
      'label-contained': 'neither label stands inside the other',
      siblings: 'what stands beside or above it goes elsewhere',
      'other-level': 'it stands on another level',
      elsewhere: 'another entry comes as near, or nearer',
    },
    noLink: {
      'nothing-similar': 'nothing in the new map resembles it',
      published: 'the published correspondence gives it no new code',
      tie: 'several entries resemble it equally',
      weak: 'what resembles it does so too little',
      decision: 'decided by a person',
      rejected: 'a person rejected what was proposed, and nothing else stands out',
      stale: 'the entry has changed since it was decided, so it wants a new decision',
    },
  },
  it: {
    change: {
      unchanged: 'invariata',
      renamed: 'rinominata',
      moved: 'spostata',
      'moved-and-renamed': 'spostata e rinominata',
      split: 'suddivisa',
      merged: 'accorpata',
      transfer: 'trasferita',
      dropped: 'soppressa',
      'possibly-lost': 'forse persa',
      added: 'aggiunta',
      open: 'da decidere',
    },
    changes: {
      unchanged: 'invariate',
      renamed: 'rinominate',
      moved: 'spostate',
      'moved-and-renamed': 'spostate e rinominate',
      split: 'suddivise',
      merged: 'accorpate',
      transfer: 'trasferite',
      dropped: 'soppresse',
      'possibly-lost': 'forse perse',
      added: 'aggiunte',
      open: 'da decidere',
    },
    meaning: {
      unchanged: 'stesso codice, stessa descrizione',
      renamed: 'stesso codice, altra descrizione',
      moved: 'stessa descrizione, altro codice',
      'moved-and-renamed': 'cambiano codice e descrizione',
      split: 'si divide in più voci nuove',
      merged: 'confluisce con altre in una voce nuova',
      transfer: 'si divide, e una parte confluisce con altre',
      dropped: 'nessuna voce nuova la prosegue',
      'possibly-lost':
        'nessuna voce nuova la prosegue, ma il nuovo file salta un numero dove dovrebbe trovarsi',
      added: 'voce nuova, che non deriva da nessuna vecchia',
      open: 'nessuna corrispondenza si impone: decide una persona',
    },
    detail: {
      editorial: 'solo forma',
      substantive: 'contenuto modificato',
      renumbered: 'rinumerata',
      relocated: 'ricollocata',
      'split-off': 'scorporo',
      breakdown: 'scomposizione',
      'take-over': 'incorporazione',
      merger: 'fusione',
    },
    tier: { certain: 'certa', probable: 'probabile', open: 'da decidere' },
    tiers: { certain: 'certe', probable: 'probabili', open: 'da decidere' },
    node: {
      'macro-process': 'macro-processo',
      process: 'processo',
      'sub-process': 'sotto-processo',
      activity: 'attività',
      coordination: 'coordinamento',
      training: 'formazione',
      general: 'gestione generale',
      group: 'gruppo',
      entry: 'voce',
    },
    layout: {
      local: 'mappa locale',
      national: 'mappa nazionale',
      level: 'mappa per livelli',
      register: 'registro dei processi',
      'side-by-side': 'livelli affiancati',
      flat: 'tabella semplice',
    },
    evidence: {
      'same-label': 'le descrizioni sono uguali',
      'editorial-label': 'le descrizioni differiscono solo nella forma',
      'label-similarity': 'le descrizioni hanno in comune le parole significative',
      'label-contained': "una descrizione è contenuta nell'altra",
      'part-of-label': "la nomina una parte della descrizione a cui nient'altro corrisponde",
      'same-code': 'il codice è lo stesso, e intorno i codici sono mantenuti',
      'same-parent': 'i rami superiori si corrispondono',
      'same-children': 'le voci sottostanti si corrispondono',
      position: 'occupa lo stesso posto tra le voci vicine',
      siblings: 'anche ciò che le sta accanto o sopra va lì',
      'other-level': 'sta a un livello adatto',
      excluded: "una descrizione esclude ciò che l'altra nomina",
      elsewhere: "nessun'altra voce si avvicina",
      prior: 'prima di ogni confronto',
      'carried-by-rule': 'formazione e coordinamento seguono per regola il loro processo',
      published: 'lo dice un raccordo pubblicato',
      decision: 'deciso da una persona',
    },
    evidenceInPart: {
      'label-contained': "una descrizione è contenuta in parte nell'altra",
      'same-parent': 'i rami superiori si corrispondono in parte',
      'same-children': 'le voci sottostanti si corrispondono in parte',
      position: 'occupa un posto simile tra le voci vicine',
    },
    evidenceAgainst: {
      'same-code': 'il codice è lo stesso, ma intorno pochi codici sono mantenuti',
      'same-parent': 'i rami superiori quasi non si corrispondono',
      'same-children': 'le voci sottostanti quasi non si corrispondono',
      position: 'occupa un altro posto tra le voci vicine',
      'label-similarity': 'le descrizioni hanno in comune poche parole significative',
      'label-contained': "nessuna descrizione è contenuta nell'altra",
      siblings: 'ciò che le sta accanto o sopra va altrove',
      'other-level': 'sta a un altro livello',
      elsewhere: "un'altra voce si avvicina altrettanto, o di più",
    },
    noLink: {
      'nothing-similar': 'nessuna voce della nuova mappa le somiglia',
      published: 'il raccordo pubblicato non le dà un nuovo codice',
      tie: 'più voci le somigliano in pari misura',
      weak: 'ciò che le somiglia lo fa troppo poco',
      decision: 'deciso da una persona',
      rejected: "la proposta è stata scartata e nient'altro si impone",
      stale: 'la voce è cambiata dopo la decisione, che va presa di nuovo',
    },
  },
};
