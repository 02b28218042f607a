import { catalogue } from './catalogue.ts';

/** Words of the Markdown report. */
export const reportMarkdownTexts = catalogue(
  {
    title: 'Migration of the process map',
    lead: 'Of the {count} {count|entry|entries} of the old map, **{certain}** {certain|is|are} carried over with certainty, **{probable}** {probable|wants|want} a look and **{open}** {open|is|are} to be decided.',
    /** Added to the lead where entries go nowhere. */
    nowhere: '**{dropped}** {dropped|is|are} dropped and **{lost}** possibly lost in the new file.',
    kind: 'Change',
    entries: 'Entries',
    meaning: 'Meaning',
    recycledLead:
      '⚠️ **Recycled codes: {count}.** They stand in both maps and now name something else: a lookup on the code books hours on the wrong activity.',
    lostLead:
      '⚠️ **Possibly lost in the new file: {count}.** No counterpart, and the new file leaves out a number where it would stand.',
    openLead: '❓ **To be decided: {count}.** Nothing stands out.',
    code: 'Code',
    was: 'was',
    is: 'is now',
    goesTo: 'goes to',
    missing: 'missing',
    nearest: 'comes nearest',
    changed: 'what changed',
    decision: 'decision',
    oldCode: 'Old',
    newCode: 'New',
    label: 'Label',
    oldLabel: 'Old label',
    structure: 'Structure (macro-processes, processes, sub-processes)',
    cutRows: '*{count} more {count|row does|rows do} not fit here.*',
    cutAll:
      'Cut to fit the length of a comment: {count} {count|row is|rows are} left out. The whole report: `procmap diff OLD NEW -o report.html`.',
  },
  {
    title: 'Migrazione della mappa dei processi',
    lead: "{count|Dell'unica voce|Delle # voci} della vecchia mappa, **{certain}** {certain|passa|passano} con certezza, **{probable}** {probable|va rivista|vanno riviste} e **{open}** {open|è|sono} da decidere.",
    nowhere:
      '**{dropped}** {dropped|è soppressa|sono soppresse} e **{lost}** {lost|è forse persa|sono forse perse} nel nuovo file.',
    kind: 'Variazione',
    entries: 'Voci',
    meaning: 'Significato',
    recycledLead:
      "⚠️ **Codici riutilizzati: {count}.** Sono in entrambe le mappe e ora indicano altro: un CERCA.VERT sul codice imputa le ore all'attività sbagliata.",
    lostLead:
      '⚠️ **Forse perse nel nuovo file: {count}.** Senza corrispondente, e il nuovo file salta un numero proprio dove dovrebbe trovarsi.',
    openLead: '❓ **Da decidere: {count}.** Nessuna corrispondenza si impone.',
    code: 'Codice',
    was: 'era',
    is: 'ora è',
    goesTo: 'diventa',
    missing: 'manca',
    nearest: 'le più vicine',
    changed: 'che cosa è cambiato',
    decision: 'decisione',
    oldCode: 'Vecchio',
    newCode: 'Nuovo',
    label: 'Descrizione',
    oldLabel: 'Vecchia descrizione',
    structure: 'Struttura (macro-processi, processi, sotto-processi)',
    cutRows: "*{count|Un'altra riga non entra|Altre # righe non entrano} qui.*",
    cutAll:
      'Accorciato alla lunghezza di un commento: {count} {count|riga omessa|righe omesse}. Il rapporto intero: `procmap diff VECCHIA NUOVA -o report.html`.',
  },
);
