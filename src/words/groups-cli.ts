import { catalogue } from './catalogue.ts';

/** Help and messages of `groups`. */
export const groupsCliTexts = catalogue(
  {
    groups: 'the smallest groups of codes whose hours can be compared over the revisions without shares',
    crosswalksArgument: 'crosswalks (.csv, .xlsx, .json) in the order of the revisions, the oldest first',
    revisionsOption:
      'names of the revisions, the oldest first, separated by commas, such as 2021,2023 (default: 1,2,...)',
    strictOption: 'exit 1 while nobody has decided what becomes of an entry',
    revisions:
      '{expected} names separated by commas, all different, for {crosswalks} {crosswalks|crosswalk|crosswalks}',
  },
  {
    groups: 'i più piccoli gruppi di codici le cui ore si confrontano tra le revisioni senza quote',
    crosswalksArgument:
      "tabelle di raccordo (.csv, .xlsx, .json) nell'ordine delle revisioni, dalla più vecchia",
    revisionsOption:
      'nomi delle revisioni, dalla più vecchia, separati da virgole, come 2021,2023 (predefinito: 1,2,...)',
    strictOption: 'esce con 1 finché non si è deciso che cosa diventa una voce',
    revisions:
      '{expected} nomi separati da virgole, tutti diversi, per {crosswalks} {crosswalks|tabella|tabelle} di raccordo',
  },
);
