import { catalogue } from './catalogue.ts';

/** Help and messages of `invert`. */
export const invertCliTexts = catalogue(
  {
    invert: 'a crosswalk read backwards, from the new codes to the old ones',
    crosswalkArgument: 'crosswalk (.csv, .xlsx, .json)',
    usageOption:
      'time-sheet or folder of them on the old codes, also several times: their amounts divide what was merged',
    usage: '{files}: "{column}" on {codes} {codes|code|codes} of the crosswalk',
    unknown: 'not counted, for the crosswalk does not know these codes: {codes}',
    unshared:
      '{count} {count|code came|codes came} from several, without amounts that divide {count|it|them}: {count|its|their} shares are empty (--usage TIMESHEET): {codes}',
    undecided:
      '{count} {count|code came|codes came} from several, of which a share is not decided: {count|its|their} shares are empty: {codes}',
    open: '{count} old {count|code is|codes are} open: what became of {count|it|them} may lead back there, too: {codes}',
    partly: '{count} old {count|code is|codes are} dropped in part; that part is in no link: {codes}',
  },
  {
    invert: 'una tabella di raccordo letta al contrario, dai nuovi codici ai vecchi',
    crosswalkArgument: 'tabella di raccordo (.csv, .xlsx, .json)',
    usageOption:
      'foglio ore o cartella di fogli ore sui vecchi codici, anche più volte: le quantità dividono ciò che è stato accorpato',
    usage: '{files}: "{column}" su {codes} {codes|codice|codici} della tabella di raccordo',
    unknown: 'non contati, perché la tabella di raccordo non conosce questi codici: {codes}',
    unshared:
      '{count} {count|codice viene|codici vengono} da più voci, senza quantità che {count|lo|li} dividano: le quote restano vuote (--usage FOGLIO-ORE): {codes}',
    undecided:
      '{count} {count|codice viene|codici vengono} da più voci, di cui una quota non è decisa: le quote restano vuote: {codes}',
    open: "{count} {count|vecchio codice è|vecchi codici sono} da decidere: anche {count|esso potrebbe|essi potrebbero} essere all'origine di voci nuove: {codes}",
    partly:
      '{count} {count|vecchio codice è soppresso|vecchi codici sono soppressi} in parte; quella parte non è in nessuna corrispondenza: {codes}',
  },
);
